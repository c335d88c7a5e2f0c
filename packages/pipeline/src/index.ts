export type * from './ports.ts';
export { createApp } from './http/app.ts';
export type { AppEnvironment, AppOptions, LargeResults, ReportError } from './http/options.ts';
export { runJob, type JobOutcome, type JobPorts } from './run-job.ts';
export { DEFAULT_LIMITS, JOB_ATTEMPTS, type Limits } from './limits.ts';
export { renderDocument, RESULT_FORMATS, RESULT_TYPES, type ResultFormat } from './results.ts';
export { isId, newId } from './ids.ts';
export { memoryPorts, type MemoryPorts } from './memory/ports.ts';

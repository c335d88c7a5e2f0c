import type { Context, ValidationTargets } from 'hono';
import type { ZodError } from 'zod';
import type { AppEnvironment } from './options.ts';
import { problem, type ProblemPlace } from './problems.ts';

type Validation = { target: keyof ValidationTargets } & ({ success: true } | { success: false; error: ZodError });

/** Answers 400 with each place of the request that does not fit its schema. */
export function invalidRequest(validation: Validation, c: Context<AppEnvironment>): Response | undefined {
  if (validation.success) return undefined;
  const { target, error } = validation;
  return problem(c, 400, {
    code: 'invalid-request',
    detail: `The request does not fit its schema in ${error.issues.length === 1 ? 'one place' : `${error.issues.length} places`}`,
    hint: 'The schema of each route is at /openapi.json.',
    errors: error.issues.map((issue) => placeOf(issue, target)),
  });
}

function placeOf({ path, code, message }: ZodError['issues'][number], target: string): ProblemPlace {
  if (target === 'json') return { pointer: pointer(path), code, detail: message };
  return { parameter: path.map(String).join('.'), code, detail: message };
}

/** RFC 6901: `~` and `/` are escaped. */
function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

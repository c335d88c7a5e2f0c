export { testBlobStore } from './blob-store.contract.ts';
export { type Delivery, type OpenQueue, testJobQueue } from './job-queue.contract.ts';
export { testJobStore } from './job-store.contract.ts';
export { testUploadSigner } from './upload-signer.contract.ts';
export { testUploadStore } from './upload-store.contract.ts';
export { sampleId, sampleJob, sampleUpload } from './samples.contract.ts';
export { textReader } from '../testing/text-reader.ts';

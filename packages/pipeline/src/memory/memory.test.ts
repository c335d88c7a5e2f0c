import { testBlobStore } from '../contracts/blob-store.contract.ts';
import { testJobQueue } from '../contracts/job-queue.contract.ts';
import { testJobStore } from '../contracts/job-store.contract.ts';
import { testUploadStore } from '../contracts/upload-store.contract.ts';
import { memoryBlobStore } from './blob-store.ts';
import { memoryJobQueue } from './job-queue.ts';
import { memoryJobStore } from './job-store.ts';
import { memoryUploadStore } from './upload-store.ts';

testJobStore('memory', async () => memoryJobStore());
testUploadStore('memory', async () => memoryUploadStore());
testBlobStore('memory', async () => memoryBlobStore());
testJobQueue('memory', async () => {
  const queue = memoryJobQueue();
  return { queue, take: async () => queue.take() };
});

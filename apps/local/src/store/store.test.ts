import { testBlobStore, testJobQueue, testJobStore, testUploadStore } from '@ocr-pipeline/pipeline/contracts';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { fileBlobStore } from './blob-store.ts';
import { openDataFolder } from './data-folder.ts';
import { sqliteJobQueue } from './job-queue.ts';
import { sqliteJobStore } from './job-store.ts';
import { sqliteUploadStore } from './upload-store.ts';

function newFolder() {
  const folder = openDataFolder(temporaryFolder());
  onTestFinished(() => folder.close());
  return folder;
}

testJobStore('embedded', async () => sqliteJobStore(newFolder().database));
testUploadStore('embedded', async () => sqliteUploadStore(newFolder().database));
testBlobStore('embedded', async () => fileBlobStore(newFolder().path));
testJobQueue('embedded', async () => {
  const queue = sqliteJobQueue(newFolder().database, { now: () => new Date() }, 60_000);
  return {
    queue,
    take: async () => {
      const claim = queue.claim();
      return claim === undefined ? undefined : { ...claim, abandon: () => claim.release(0) };
    },
  };
});

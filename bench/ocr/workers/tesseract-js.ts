import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM, PSM } from 'tesseract.js';
import { serve } from './serve.ts';

// The data comes from the package, never from the network. Page segmentation as tesseract's own default (psm 3): the package's
// default takes a page for one block, and reads less.
const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json'));
const worker = await createWorker('eng', OEM.LSTM_ONLY, {
  langPath: join(data, '4.0.0_best_int'),
  cacheMethod: 'none',
  gzip: true,
});
await prepare();

// A worker learns from what it reads, so it begins anew after each document. Its users would have to; the time is not counted.
await serve(
  async (image) => (await worker.recognize(image)).data.text,
  async () => {
    await worker.reinitialize('eng', OEM.LSTM_ONLY);
    await prepare();
  },
);
await worker.terminate();

async function prepare(): Promise<void> {
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO });
}

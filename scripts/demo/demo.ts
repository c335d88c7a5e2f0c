// The main job: builds and proves the seed's layer, shows what is wrong with the broken ones, and reads a scanned page.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { formatFault, isFault } from '@ocr-pipeline/fault';
import { demoLayers } from './layers.ts';
import { openReport } from './report.ts';
import { demoScan } from './scan.ts';

const folder = join(import.meta.dirname, '../../demo-out');

async function main(): Promise<number> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const report = openReport();
  const layers = await demoLayers(folder, report);
  const scan = await demoScan(folder, report);
  report.line();
  report.line(
    layers && scan ? 'All of it worked. The files are in demo-out/.' : 'Something above is not as it should be.',
  );
  return layers && scan ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!isFault(error)) throw error;
  process.stderr.write(`\n${formatFault(error)}\n`);
  process.exitCode = 2;
}

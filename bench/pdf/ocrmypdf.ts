import { spawnSync } from 'node:child_process';
import { answers } from '../../test/tools.ts';

/** Whether OCRmyPDF can be run here, or why it cannot. */
export function ocrmypdfMissing(): string | undefined {
  const needed: readonly (readonly string[])[] = [
    ['ocrmypdf', '--version'],
    ['tesseract', '--version'],
    ['gs', '--version'],
  ];
  const missing = needed.filter((probe) => !answers(probe)).map(([tool]) => tool);
  return missing.length === 0 ? undefined : `${missing.join(', ')} not on this machine`;
}

/** Makes a searchable PDF with OCRmyPDF, on one thread, pages with text of their own left as they are. Returns seconds. */
export function runOcrmypdf(input: string, output: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(
    'ocrmypdf',
    ['--jobs', '1', '--output-type', 'pdf', '--skip-text', '--image-dpi', '150', '--quiet', input, output],
    { encoding: 'utf8', env: { ...process.env, OMP_THREAD_LIMIT: '1' } },
  );
  if (status !== 0) throw new Error(`ocrmypdf ended with ${String(status)} on ${input}: ${stderr}`);
  return (performance.now() - start) / 1000;
}

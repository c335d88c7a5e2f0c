/**
 * What reading costs a process: the time to its first result, its memory, what two of them do at once, and whether they read the
 * same. Prints one figure a line, with what it is compared to.
 *
 *   npm run bench:ocr-process -- FOLDER --models FOLDER [--only PART,...] [--pages N] [--node PATH]
 *
 * FOLDER holds any images of pages; --models those of PP-OCRv6, as `ocr-pipeline models add` fetches them. The packages are built
 * first: what is measured is what is installed. Wall times are the machine's as it is; where they compare, processor time is too.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { coldStart } from './cold-start.ts';
import { imagesOf } from './inputs.ts';
import { largePages } from './large-pages.ts';
import { longDocument } from './long-document.ts';
import { memoryOfImages } from './memory-of-images.ts';
import type { Setting } from './setting.ts';
import { sameBytes } from './same-bytes.ts';
import { twoAtOnce } from './two-at-once.ts';

const PARTS: Readonly<Record<string, (setting: Setting) => Promise<void>>> = {
  memory: memoryOfImages,
  cold: coldStart,
  large: largePages,
  parallel: twoAtOnce,
  same: sameBytes,
  long: longDocument,
};

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      models: { type: 'string' },
      only: { type: 'string', default: Object.keys(PARTS).join() },
      pages: { type: 'string', default: '300' },
      node: { type: 'string', multiple: true, default: [] },
    },
  });
  const [folder] = positionals;
  const parts = values.only.split(',');
  if (folder === undefined || values.models === undefined || !parts.every((part) => Object.hasOwn(PARTS, part))) {
    console.error(
      `Usage: npm run bench:ocr-process -- FOLDER --models FOLDER [--only ${Object.keys(PARTS).join()}] [--pages N] [--node PATH]`,
    );
    return 2;
  }
  const root = join(import.meta.dirname, '../..');
  execFileSync(join(root, 'node_modules/.bin/tsc'), ['-b'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const work = mkdtempSync(join(tmpdir(), 'bench-ocr-process-'));
  try {
    const setting: Setting = {
      images: imagesOf(folder),
      modelFolder: values.models,
      work,
      pages: Number(values.pages),
      nodes: [process.execPath, ...values.node],
    };
    for (const part of parts) await PARTS[part]?.(setting);
    return 0;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

process.exitCode = await main();

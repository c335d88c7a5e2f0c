import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import { readFiles, type Setting } from './setting.ts';

const SAMPLE = 8;

/**
 * Whether a page is read the same, in every format: after other pages and before them, in another process, and on each Node that
 * was named. Throws an Error that names the image when it is not.
 */
export async function sameBytes(setting: Setting): Promise<void> {
  const step = Math.max(1, Math.floor(setting.images.length / SAMPLE));
  const files = setting.images.filter((_, index) => index % step === 0);
  const expected = await digests(setting, files);
  // Backwards, and the first one once more: each is read after others than before.
  const orders = [[...files, ...files.slice(0, 1)], files.toReversed()];
  for (const node of setting.nodes) {
    for (const order of orders) {
      for (const [file, sha256] of await digests(setting, order, node)) {
        if (expected.get(file) !== sha256) throw new Error(`${file} is read in two ways by ${node}`);
      }
    }
    const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
    console.log(`same bytes in every format, ${files.length} images in three orders, Node ${version}: yes`);
  }
}

/** Throws an Error when one process reads one file in two ways. */
async function digests(setting: Setting, files: readonly string[], node?: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const { file, sha256 } of await readFiles(setting, files, node)) {
    const before = found.get(file) ?? sha256;
    if (before !== sha256) throw new Error(`${basename(file)} is read in two ways by one process`);
    found.set(file, sha256);
  }
  return found;
}

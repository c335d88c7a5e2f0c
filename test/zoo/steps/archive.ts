import type { ZipShape } from '../../../packages/layerproof/src/formats/testing/zip-bytes.ts';
import { writeZip } from '../../../packages/layerproof/src/formats/zip-writer.ts';
import { fileOf, put } from '../draft.ts';
import type { Step } from '../specimen.ts';
import { moveAll } from './files.ts';

/** Writes the paths as Windows PowerShell's `Compress-Archive` did. */
export function backslashes(): Step {
  return moveAll((path) => path.replaceAll('/', '\\'));
}

/** Zips the finished layer once more, as artifact stores do that zip what they are given. */
export function zipTwice(name = 'layer.zip'): Step {
  return {
    apply({ files }) {
      const pieces: Buffer[] = [];
      writeZip(files.values(), { write: (bytes) => void pieces.push(Buffer.from(bytes)) });
      files.clear();
      put(files, fileOf(name, Buffer.concat(pieces)));
    },
  };
}

/** Adds entries as they stand, whatever they claim. */
export function addEntry(...shapes: readonly ZipShape[]): Step {
  return { apply: ({ oddEntries }) => void oddEntries.push(...shapes) };
}

/** Puts the manifest of `layerproof build` beside the zip, which says another target than the specimen's. */
export function manifestFor(target: string): Step {
  return { apply: (draft) => void (draft.manifestTarget = target) };
}

/** Changes bytes of the finished zip. */
export function damageZip(change: (zip: Uint8Array) => Uint8Array): Step {
  return { apply: ({ damage }) => void damage.push(change) };
}

/** The zip as a broken download leaves it. */
export function cutZip(bytes: number): Step {
  return damageZip((zip) => zip.subarray(0, zip.length - bytes));
}

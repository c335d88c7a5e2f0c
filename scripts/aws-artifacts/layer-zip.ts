import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { writeZip } from '../../packages/layerproof/src/formats/zip-writer.ts';
import { folderImage } from '../../packages/layerproof/src/image/folder-image.ts';

export interface LayerTarget {
  readonly runtime: string;
  readonly architecture: 'x86_64' | 'arm64';
}

export async function writeLayer(folder: string, output: string, target: LayerTarget): Promise<void> {
  const zip = join(output, 'layer.zip');
  const file = openSync(zip, 'w');
  writeZip(folderImage(folder).entries, { write: (bytes) => void writeSync(file, bytes) });
  closeSync(file);
  const sha256Base64 = createHash('sha256').update(readFileSync(zip)).digest('base64');
  writeFileSync(
    join(output, 'layer.json'),
    JSON.stringify({ target: { runtime: target.runtime, architecture: target.architecture }, layer: { sha256Base64 } }),
  );
}

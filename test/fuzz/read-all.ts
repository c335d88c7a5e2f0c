import { isFault } from '@ocr-pipeline/fault';
import { HEAD_SIZE, identify } from '../../packages/layerproof/src/formats/binary.ts';
import { readElfSymbols } from '../../packages/layerproof/src/formats/elf-symbols.ts';
import { readElf } from '../../packages/layerproof/src/formats/elf.ts';
import { readMachO } from '../../packages/layerproof/src/formats/macho.ts';
import { readPe } from '../../packages/layerproof/src/formats/pe.ts';
import { zipImage } from '../../packages/layerproof/src/image/zip-image.ts';
import { parseTarget } from '../../packages/layerproof/src/target/target.ts';
import { inspect } from '../../packages/layerproof/src/verify/inspect.ts';
import { verify } from '../../packages/layerproof/src/verify/verify.ts';
import type { Format } from './seeds.ts';

const TARGET = parseTarget('python3.13', 'x86_64');

const READERS: Readonly<Record<Format, (bytes: Uint8Array) => readonly (() => unknown)[]>> = {
  elf: (bytes) => [() => readElf('a.so', bytes), () => readElfSymbols('a.so', bytes)],
  'mach-o': (bytes) => [() => readMachO('a.so', bytes.subarray(0, HEAD_SIZE))],
  pe: (bytes) => [() => readPe('a.pyd', bytes.subarray(0, HEAD_SIZE))],
  zip: (bytes) => [() => verifyZip(bytes)],
};

/**
 * Reads bytes with everything of ours that reads such a format, and says for each reader whether it took them or refused them with a
 * fault.
 *
 * @throws whatever else a reader threw, which is a bug.
 */
export function readAll(format: Format, bytes: Uint8Array): ('read' | 'refused')[] {
  identify(bytes.subarray(0, HEAD_SIZE));
  return READERS[format](bytes).map((read) => {
    try {
      read();
      return 'read';
    } catch (error) {
      if (isFault(error)) return 'refused';
      throw error;
    }
  });
}

/** All that `verify` and `inspect` do with a layer. */
function verifyZip(bytes: Uint8Array): void {
  const image = zipImage(bytes, 'layer.zip');
  try {
    verify(image, TARGET);
    inspect(image);
  } finally {
    image.close();
  }
}

import { type ZipShape, zipBytes } from '../../packages/layerproof/src/formats/testing/zip-bytes.ts';
import type { Random } from './random.ts';

/** Numbers at which readers go wrong: limits of their types, and one beside. */
const EDGES = [0, 1, 2, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

/** Headers and tables stand at the start, a zip's directory at the end: that is where a change tells most. */
function place(length: number, random: Random): number {
  const near = Math.min(length, 600);
  const from = random.below(4);
  if (from === 0) return random.below(length);
  return from === 1 ? length - 1 - random.below(near) : random.below(near);
}

/**
 * The seed with one to eight changes: bits turned, numbers set to edges in either byte order, parts removed, repeated, zeroed or
 * taken from another seed. Never longer than twice both together.
 */
export function mutate(seed: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  let bytes = Uint8Array.from(seed);
  for (let changes = 1 + random.below(8); changes > 0 && bytes.length > 0; changes--) {
    bytes = change(bytes, other, random);
  }
  return bytes;
}

const ODD_NAMES = [
  '../up.py',
  '/etc/passwd',
  'python\\a.py',
  'python/',
  '',
  'python//a.py',
  '\u0000',
  'a'.repeat(3000),
  'python/page/__init__.py',
];

/** A zip that is sound as a zip, and whose files, names and modes are spoilt. */
export function zipOfMutants(shapes: readonly ZipShape[], other: Uint8Array, random: Random): Uint8Array {
  const spoilt = shapes.map((shape): ZipShape => {
    const data = random.below(3) === 0 ? mutate(Buffer.from(shape.data ?? ''), other, random) : (shape.data ?? '');
    const name = random.below(12) === 0 ? random.pick(ODD_NAMES) : shape.name;
    const mode =
      random.below(12) === 0
        ? random.pick([0, 0o100000, 0o100600, 0o40755, 0o120777, 0o177777])
        : (shape.mode ?? 0o100644);
    const madeBy = random.below(12) === 0 ? random.below(256) : 3;
    return { name, data, mode, madeBy, method: shape.method ?? 8 };
  });
  return zipBytes(spoilt);
}

function change(bytes: Uint8Array<ArrayBuffer>, other: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  const at = place(bytes.length, random);
  const length = 1 + random.below(Math.min(64, bytes.length - at));
  switch (random.below(8)) {
    case 0:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
      return bytes;
    case 1:
      bytes[at] = random.below(256);
      return bytes;
    case 2:
    case 3:
      return withEdge(bytes, at, random);
    case 4:
      return bytes.subarray(0, at);
    case 5:
      return joined(bytes.subarray(0, at), bytes.subarray(at + length));
    case 6: {
      const from = random.below(Math.max(1, other.length - length));
      return joined(bytes.subarray(0, at), other.subarray(from, from + length), bytes.subarray(at));
    }
    default:
      return bytes.fill(0, at, at + length);
  }
}

function withEdge(bytes: Uint8Array<ArrayBuffer>, at: number, random: Random): Uint8Array<ArrayBuffer> {
  const width = random.pick([2, 4, 8]);
  if (at + width > bytes.length) return bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = random.below(2) === 0;
  // A number near the file's own length points just past its end.
  const value = random.below(3) === 0 ? bytes.length + random.below(5) - 2 : random.pick(EDGES);
  if (width === 2) view.setUint16(at, value & 0xffff, little);
  else if (width === 4) view.setUint32(at, value >>> 0, little);
  else view.setBigUint64(at, BigInt(value), little);
  return bytes;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat(parts));
}

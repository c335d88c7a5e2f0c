/** What a file is by its first bytes. Names and endings are never asked: a Mach-O under a `.so` name is what must be found. */
export type BinaryKind =
  | 'elf'
  | 'mach-o'
  | 'pe'
  | 'ar'
  | 'zip'
  | 'wasm'
  | 'git-lfs-pointer'
  | 'text'
  | 'empty'
  | 'unknown';

/** Bytes that `identify` looks at, at most. */
export const HEAD_SIZE = 512;

const LFS_POINTER = 'version https://git-lfs.github.com/spec/';

/** Magic numbers, read as four bytes in the order of the file. */
const MAGIC: Readonly<Record<number, BinaryKind>> = {
  0x7f454c46: 'elf', // \x7fELF
  0xfeedface: 'mach-o', // 32-bit, big-endian
  0xfeedfacf: 'mach-o', // 64-bit, big-endian
  0xcefaedfe: 'mach-o', // 32-bit, little-endian
  0xcffaedfe: 'mach-o', // 64-bit, little-endian
  0xcafebabf: 'mach-o', // universal, 64-bit offsets
  0x504b0304: 'zip', // PK, a local header
  0x504b0506: 'zip', // PK, the end record of an empty zip
  0x0061736d: 'wasm', // \0asm
};

/** `head` is the start of the file, HEAD_SIZE bytes of it or the whole file when that is shorter. */
export function identify(head: Uint8Array): BinaryKind {
  if (head.length === 0) return 'empty';
  const view = new DataView(head.buffer, head.byteOffset, Math.min(head.byteLength, HEAD_SIZE));
  if (view.byteLength >= 4) {
    const known = MAGIC[view.getUint32(0)];
    if (known !== undefined) return known;
    if (isUniversal(view)) return 'mach-o';
  }
  if (isPortableExecutable(view)) return 'pe';
  if (startsWith(head, '!<arch>\n')) return 'ar';
  if (startsWith(head, LFS_POINTER)) return 'git-lfs-pointer';
  return looksLikeText(head.subarray(0, HEAD_SIZE)) ? 'text' : 'unknown';
}

/** A universal Mach-O starts as a Java class does. The next word is its count of CPUs; in a class, a version from 45 up. */
function isUniversal(view: DataView): boolean {
  return view.byteLength >= 8 && view.getUint32(0) === 0xcafebabe && view.getUint32(4) > 0 && view.getUint32(4) < 45;
}

/** `MZ`, and `PE\0\0` where the word at 0x3c points; a text may start with MZ, too, and then points far away. */
function isPortableExecutable(view: DataView): boolean {
  if (view.byteLength < 64 || view.getUint16(0) !== 0x4d5a) return false;
  const offset = view.getUint32(0x3c, true);
  return offset + 4 <= view.byteLength
    ? view.getUint32(offset) === 0x50450000
    : offset >= HEAD_SIZE && offset < 0x10000;
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  if (bytes.length < text.length) return false;
  for (let index = 0; index < text.length; index++) if (bytes[index] !== text.charCodeAt(index)) return false;
  return true;
}

function looksLikeText(head: Uint8Array): boolean {
  return head.every((byte) => byte >= 0x20 || (byte >= 0x07 && byte <= 0x0d) || byte === 0x1b);
}

import { isFault } from '@ocr-pipeline/fault';
import { type BinaryKind, HEAD_SIZE, identify } from '../formats/binary.ts';
import { type ElfFacts, readElf } from '../formats/elf.ts';
import { inflateHead } from '../formats/inflate-head.ts';
import { readMachO } from '../formats/macho.ts';
import { readPe } from '../formats/pe.ts';
import type { ImageEntry } from '../image/entry.ts';
import type { Target } from '../target/target.ts';
import { type InterpreterSymbols, readInterpreterSymbols } from './interpreter-symbols.ts';
import { abiTagOf, isForeignAbiTag } from './python-abi-tag.ts';

/** A file of machine code, or one whose name promises it. */
export interface Native {
  readonly path: string;
  /** What it is by its bytes: `elf`, `mach-o`, `pe`, or something else under the name of a library. */
  readonly kind: BinaryKind;
  /** The CPUs it is for. */
  readonly cpus: readonly string[];
  readonly elf: ElfFacts | undefined;
  /** What it takes from Python or Node; undefined for what is no ELF library. */
  readonly symbols?: InterpreterSymbols | undefined;
  /** Why it cannot be read as what it starts as; undefined when it can. */
  readonly damage: string | undefined;
}

/** Names that the loaders of Python, Node and Linux look for: `a.so`, `a.so.1`, `a.node`. */
const LIBRARY_NAME = /\.(?:so|node)$|\.so(?:\.\d+)+$/;

/** True for a name that something on Linux opens as a library. */
export function isLibraryName(path: string): boolean {
  return LIBRARY_NAME.test(path);
}

/** The facts of an entry that holds machine code or has the name of a library; undefined for any other. */
export function readNative(entry: ImageEntry): Native | undefined {
  return nativeOf(entry, headOf(entry));
}

/** The same of a file whose bytes are at hand. */
export function readNativeBytes(path: string, bytes: Uint8Array): Native | undefined {
  return nativeOf({ path, read: () => bytes }, bytes.subarray(0, HEAD_SIZE));
}

function nativeOf(entry: Pick<ImageEntry, 'path' | 'read' | 'lend'>, head: Uint8Array): Native | undefined {
  const { path } = entry;
  const kind = identify(head);
  switch (kind) {
    case 'elf':
      return readable(path, kind, () => {
        const read = (bytes: Uint8Array) => elfNative(path, bytes);
        return entry.lend?.(read) ?? read(entry.read());
      });
    case 'mach-o':
      return readable(path, kind, () => ({ cpus: readMachO(path, head).cpus, elf: undefined, damage: undefined }));
    case 'pe':
      return readable(path, kind, () => ({ cpus: [readPe(path, head).machine], elf: undefined, damage: undefined }));
    default:
      return isLibraryName(path) && !isLinkerScript(head)
        ? { path, kind, cpus: [], elf: undefined, damage: undefined }
        : undefined;
  }
}

/** True for a library that the target's own loader takes: ELF of its CPU, for glibc, whole, under a name it may have. */
export function isForTarget({ path, elf, damage }: Native, target: Target): boolean {
  if (elf === undefined || damage !== undefined || !isOfMachine(elf, target)) return false;
  if (foreignLibraryOf(elf) !== undefined) return false;
  const tag = abiTagOf(path);
  return tag === undefined || !isForeignAbiTag(tag, target);
}

/** True when the loader, which skips files of another class or CPU in its search, would stop at this one. */
export function isOfMachine(elf: ElfFacts, target: Target): boolean {
  return elf.machine === target.architecture && elf.bits === 64 && elf.order === 'little';
}

/**
 * The C library that a file was linked against, where it is another one than glibc, which alone a Lambda runtime has: musl, whose
 * linkers call it `libc.so` or `libc.musl-x86_64.so.1`, Android's, which stands beside `libm.so` and `libdl.so`, or that of a BSD
 * (`libc.so.7`). Undefined for glibc, and for a file that names none.
 */
export function foreignLibraryOf({ needed, interpreter }: ElfFacts): string | undefined {
  if (interpreter?.includes('ld-musl') || needed.some((name) => name.startsWith('libc.musl-'))) return MUSL;
  if (needed.includes('libc.so')) return needed.some((name) => BIONIC.has(name)) ? 'the C library of Android' : MUSL;
  const other = needed.find((name) => /^libc\.so\.\d/.test(name) && name !== 'libc.so.6');
  return other === undefined ? undefined : `${other}, the C library of another system`;
}

const MUSL = 'musl (Alpine Linux)';
/** musl has them in its `libc.so`. */
const BIONIC: ReadonlySet<string> = new Set(['libm.so', 'libdl.so', 'liblog.so']);

type Facts = Pick<Native, 'cpus' | 'elf' | 'symbols' | 'damage'>;

function readable(path: string, kind: BinaryKind, read: () => Facts): Native {
  try {
    return { path, kind, ...read() };
  } catch (error) {
    if (!isFault(error)) throw error;
    return { path, kind, cpus: [], elf: undefined, damage: error.message.replace(`${path}: `, '') };
  }
}

function elfNative(path: string, bytes: Uint8Array): Facts {
  const elf = readElf(path, bytes);
  const isWhole = elf.mappedBytes <= bytes.length;
  const damage = isWhole ? undefined : `it maps ${elf.mappedBytes} bytes, but the file has only ${bytes.length}`;
  const symbols = isWhole && elf.type === 'shared' ? readInterpreterSymbols(path, bytes) : undefined;
  return { cpus: [elf.machine], elf, symbols, damage };
}

function headOf(entry: ImageEntry): Uint8Array {
  const { compressed, size } = entry;
  if (compressed?.method === 8 && size > 0) {
    const head = inflateHead(startOf(compressed), Math.min(HEAD_SIZE, size));
    if (head !== undefined) return head;
  }
  // A copy: the piece that it is from is written over by the next one.
  return Uint8Array.from(
    startOf(compressed?.method === 8 ? { size, read: () => entry.read() } : entry).subarray(0, HEAD_SIZE),
  );
}

/** Enough to begin with: a kilobyte holds the first bytes of a deflated stream as well. */
const START = 1024;

/** At least the start of the bytes, without the rest where they come by pieces. */
function startOf(source: { readonly size: number; read(): Uint8Array; pieces?(): Iterable<Uint8Array> }): Uint8Array {
  const [first] = source.pieces?.() ?? [];
  return first !== undefined && first.length >= Math.min(START, source.size) ? first : source.read();
}

/** `libm.so` of a development package is a text for the linker; nothing opens it when a program runs. */
function isLinkerScript(head: Uint8Array): boolean {
  return new TextDecoder().decode(head).startsWith('/* GNU ld script');
}

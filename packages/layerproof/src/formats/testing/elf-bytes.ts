import type { ByteOrder } from '../byte-reader.ts';

/** What a test wants in its ELF file; everything else is as small as the loader allows. */
export interface ElfShape {
  readonly bits?: 32 | 64;
  readonly order?: ByteOrder;
  /** e_machine: 62 is x86_64, 183 is arm64. */
  readonly machine?: number;
  readonly needed?: readonly string[];
  readonly soname?: string;
  readonly rpath?: string;
  readonly runpath?: string;
  /** Library to the versions wanted of it; a version that starts with `weak:` is marked weak. */
  readonly versionNeeds?: Readonly<Record<string, readonly string[]>>;
  readonly versionDefinitions?: readonly string[];
  /** Dynamic symbols that the file wants, without versions; one that starts with `weak:` is weak. */
  readonly wanted?: readonly string[];
  /** Those that it gives. */
  readonly defined?: readonly string[];
  /** The segment's address does not fit its place in the file. */
  readonly misaligned?: boolean;
  /** GNU_PROPERTY_X86_ISA_1_NEEDED: bit 0 for x86-64-v1, up to bit 3 for v4. */
  readonly x86Needed?: number;
}

type Field = readonly [bytes: 1 | 2 | 4 | 8, value: number];

/** A shared library with program headers and a dynamic table, and no sections at all. */
export function elfBytes(shape: ElfShape = {}): Uint8Array {
  const { bits = 64, order = 'little', machine = 62 } = shape;
  const word: 4 | 8 = bits === 64 ? 8 : 4;
  const strings = new StringTable();
  const needs = versionNeeds(shape.versionNeeds ?? {}, strings);
  const definitions = versionDefinitions(shape.versionDefinitions ?? [], strings);
  const symbols = symbolTable(shape, bits, strings);
  const names: [number, number][] = (shape.needed ?? []).map((name) => [1, strings.add(name)]);
  if (shape.soname !== undefined) names.push([14, strings.add(shape.soname)]);
  if (shape.rpath !== undefined) names.push([15, strings.add(shape.rpath)]);
  if (shape.runpath !== undefined) names.push([29, strings.add(shape.runpath)]);

  const headerSize = bits === 64 ? 64 : 52;
  const programHeaderSize = bits === 64 ? 56 : 32;
  const note = propertyNote(shape.x86Needed, word);
  const programHeaders = note.length === 0 ? 2 : 3;
  const dynamicAt = headerSize + programHeaders * programHeaderSize;
  const dynamicSize =
    (names.length + 2 + (needs.count > 0 ? 2 : 0) + (definitions.count > 0 ? 2 : 0) + (symbols.count > 0 ? 2 : 0) + 1) *
    2 *
    word;
  const needsAt = dynamicAt + dynamicSize;
  const definitionsAt = needsAt + sizeOf(needs.fields);
  const symbolsAt = definitionsAt + sizeOf(definitions.fields);
  const hashAt = symbolsAt + sizeOf(symbols.fields);
  // One bucket for all: its chain is not read, only its length.
  const hash: Field[] =
    symbols.count === 0
      ? []
      : [[4, 1], [4, symbols.count], [4, 0], ...Array.from({ length: symbols.count }, (): Field => [4, 0])];
  const noteAt = hashAt + sizeOf(hash);
  const stringsAt = noteAt + sizeOf(note);
  const text = strings.bytes();
  const end = stringsAt + text.length;
  // Everything is mapped 4 KiB above its place in the file, so that an address is never mistaken for an offset.
  const base = shape.misaligned === true ? 0x1010 : 0x1000;

  const dynamic: [number, number][] = [...names, [5, base + stringsAt], [10, text.length]];
  if (needs.count > 0) dynamic.push([0x6ffffffe, base + needsAt], [0x6fffffff, needs.count]);
  if (definitions.count > 0) dynamic.push([0x6ffffffc, base + definitionsAt], [0x6ffffffd, definitions.count]);
  if (symbols.count > 0) dynamic.push([6, base + symbolsAt], [4, base + hashAt]);
  dynamic.push([0, 0]);

  const programHeader = (type: number, offset: number, size: number, align = 0x1000): Field[] =>
    bits === 64
      ? [
          [4, type],
          [4, 4],
          [8, offset],
          [8, base + offset],
          [8, 0],
          [8, size],
          [8, size],
          [8, align],
        ]
      : [
          [4, type],
          [4, offset],
          [4, base + offset],
          [4, 0],
          [4, size],
          [4, size],
          [4, 4],
          [4, align],
        ];
  const fields: Field[] = [
    [2, 3],
    [2, machine],
    [4, 1],
    [word, 0],
    [word, headerSize],
    [word, 0],
    [4, 0],
    [2, headerSize],
    [2, programHeaderSize],
    [2, programHeaders],
    [2, 0],
    [2, 0],
    [2, 0],
    ...programHeader(1, 0, end),
    ...programHeader(2, dynamicAt, dynamicSize),
    ...(note.length === 0 ? [] : programHeader(0x6474e553, noteAt, sizeOf(note), word)),
    ...dynamic.flatMap(([tag, value]): Field[] => [
      [word, tag],
      [word, value],
    ]),
    ...needs.fields,
    ...definitions.fields,
    ...symbols.fields,
    ...hash,
    ...note,
  ];
  const ident = [0x7f, 0x45, 0x4c, 0x46, bits === 64 ? 2 : 1, order === 'little' ? 1 : 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  return Uint8Array.from([...ident, ...serialize(fields, order), ...text]);
}

/** One note with one property, padded as a file of this class has it. */
function propertyNote(needed: number | undefined, word: 4 | 8): Field[] {
  if (needed === undefined) return [];
  const size = 8 + word;
  const name: Field[] = [71, 78, 85, 0].map((byte): Field => [1, byte]);
  return [
    [4, 4],
    [4, size],
    [4, 5],
    ...name,
    [4, 0xc0008002],
    [4, 4],
    [4, needed],
    ...(word === 8 ? ([[4, 0]] satisfies Field[]) : []),
  ];
}

interface Table {
  readonly count: number;
  readonly fields: readonly Field[];
}

function versionNeeds(needs: Readonly<Record<string, readonly string[]>>, strings: StringTable): Table {
  const libraries = Object.entries(needs);
  const fields = libraries.flatMap(([library, versions], index): Field[] => {
    const next = index === libraries.length - 1 ? 0 : 16 + 16 * versions.length;
    return [
      [2, 1],
      [2, versions.length],
      [4, strings.add(library)],
      [4, 16],
      [4, next],
      ...versions.flatMap((written, at): Field[] => {
        const weak = written.startsWith('weak:');
        const name = strings.add(weak ? written.slice('weak:'.length) : written);
        return [
          [4, 0],
          [2, weak ? 2 : 0],
          [2, at + 2],
          [4, name],
          [4, at === versions.length - 1 ? 0 : 16],
        ];
      }),
    ];
  });
  return { count: libraries.length, fields };
}

function versionDefinitions(names: readonly string[], strings: StringTable): Table {
  const fields = names.flatMap((name, index): Field[] => [
    [2, 1],
    [2, 0],
    [2, index + 1],
    [2, 1],
    [4, 0],
    [4, 20],
    [4, index === names.length - 1 ? 0 : 28],
    [4, strings.add(name)],
    [4, 0],
  ]);
  return { count: names.length, fields };
}

/** The symbols of a file, behind the empty one that every table starts with; none at all when nothing is asked for. */
function symbolTable({ wanted = [], defined = [] }: ElfShape, bits: 32 | 64, strings: StringTable): Table {
  if (wanted.length + defined.length === 0) return { count: 0, fields: [] };
  const entry = (name: number, info: number, section: number): Field[] =>
    bits === 64
      ? [
          [4, name],
          [1, info],
          [1, 0],
          [2, section],
          [8, 0],
          [8, 0],
        ]
      : [
          [4, name],
          [4, 0],
          [4, 0],
          [1, info],
          [1, 0],
          [2, section],
        ];
  const fields = [
    ...entry(0, 0, 0),
    ...wanted.flatMap((written) => {
      const weak = written.startsWith('weak:');
      return entry(strings.add(weak ? written.slice('weak:'.length) : written), weak ? 0x20 : 0x10, 0);
    }),
    ...defined.flatMap((name) => entry(strings.add(name), 0x12, 1)),
  ];
  return { count: 1 + wanted.length + defined.length, fields };
}

class StringTable {
  readonly #bytes: number[] = [0];

  add(text: string): number {
    const offset = this.#bytes.length;
    this.#bytes.push(...new TextEncoder().encode(text), 0);
    return offset;
  }

  bytes(): readonly number[] {
    return this.#bytes;
  }
}

function sizeOf(fields: readonly Field[]): number {
  return fields.reduce((sum, [bytes]) => sum + bytes, 0);
}

function serialize(fields: readonly Field[], order: ByteOrder): Uint8Array {
  const bytes = new Uint8Array(sizeOf(fields));
  const view = new DataView(bytes.buffer);
  const little = order === 'little';
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 1) view.setUint8(at, value);
    else if (size === 2) view.setUint16(at, value, little);
    else if (size === 4) view.setUint32(at, value, little);
    else view.setBigUint64(at, BigInt(value), little);
    at += size;
  }
  return bytes;
}

// Symbol versions: Linux Standard Base 5.0, "Symbol Versioning"
// (https://refspecs.linuxfoundation.org/LSB_5.0.0/LSB-Core-generic/LSB-Core-generic/symversion.html).
import type { ByteReader } from './byte-reader.ts';
import type { DynamicTable } from './elf-dynamic.ts';
import { elfBadTable } from './faults.ts';

/** One version that the file wants one library to define, e.g. GLIBC_2.28 of libc.so.6. */
export interface VersionNeed {
  readonly library: string;
  readonly version: string;
  /** The loader only warns when a weak version is missing. */
  readonly weak: boolean;
}

interface NumberedNeed extends VersionNeed {
  /** What a symbol names it by (DT_VERSYM). */
  readonly index: number;
}

const FLAG_BASE = 1;
const FLAG_WEAK = 2;

/** Real files name a few hundred. The bound keeps a hostile table from naming the same bytes over and over. */
const MOST_VERSIONS = 65_536;

/** Versions that the loader looks for before it runs anything of the file. */
export function readVersionNeeds(reader: ByteReader, dynamic: DynamicTable): readonly VersionNeed[] {
  return numberedNeeds(reader, dynamic).map(({ library, version, weak }) => ({ library, version, weak }));
}

/** The names of all versions that symbols of the file may name, by their numbers. */
export function versionNames(reader: ByteReader, dynamic: DynamicTable): ReadonlyMap<number, string> {
  const names = new Map(numberedNeeds(reader, dynamic).map(({ index, version }) => [index, version]));
  for (const { index, name } of definitions(reader, dynamic)) names.set(index, name);
  return names;
}

function numberedNeeds(reader: ByteReader, dynamic: DynamicTable): readonly NumberedNeed[] {
  const needs: NumberedNeed[] = [];
  for (const at of records(reader, dynamic.versionNeeds, 12)) {
    //  2  vn_cnt       2 bytes  versions wanted of this library
    //  4  vn_file      4 bytes  its name, in the string table
    //  8  vn_aux       4 bytes  where the first version stands, from here
    const library = dynamic.text(reader.u32(at + 4, 'vn_file'), 'vn_file');
    let auxiliary = at + reader.u32(at + 8, 'vn_aux');
    for (let left = reader.u16(at + 2, 'vn_cnt'); left > 0; left--) {
      //  4  vna_flags    2 bytes
      //  6  vna_other    2 bytes  its number
      //  8  vna_name     4 bytes
      // 12  vna_next     4 bytes  from here; 0 in the last
      const version = dynamic.text(reader.u32(auxiliary + 8, 'vna_name'), 'vna_name');
      const weak = (reader.u16(auxiliary + 4, 'vna_flags') & FLAG_WEAK) !== 0;
      needs.push({ library, version, weak, index: reader.u16(auxiliary + 6, 'vna_other') & 0x7fff });
      if (needs.length > MOST_VERSIONS) throw elfBadTable(reader.name, `it wants over ${MOST_VERSIONS} versions`);
      const next = reader.u32(auxiliary + 12, 'vna_next');
      if (next === 0) break;
      auxiliary += next;
    }
  }
  return needs;
}

/** Version names that the file defines, without the base one, which is the name of the file. */
export function readVersionDefinitions(reader: ByteReader, dynamic: DynamicTable): readonly string[] {
  return definitions(reader, dynamic).map(({ name }) => name);
}

function definitions(reader: ByteReader, dynamic: DynamicTable): { index: number; name: string }[] {
  const names: { index: number; name: string }[] = [];
  for (const at of records(reader, dynamic.versionDefinitions, 16)) {
    //  2  vd_flags     2 bytes
    //  4  vd_ndx       2 bytes  its number
    // 12  vd_aux       4 bytes  where the name stands, from here
    if ((reader.u16(at + 2, 'vd_flags') & FLAG_BASE) !== 0) continue;
    const auxiliary = at + reader.u32(at + 12, 'vd_aux');
    //  0  vda_name     4 bytes
    const name = dynamic.text(reader.u32(auxiliary, 'vda_name'), 'vda_name');
    names.push({ index: reader.u16(at + 4, 'vd_ndx') & 0x7fff, name });
  }
  return names;
}

/** Offsets of the records of a version table; `nextField` is where a record says how far the next one is. */
function* records(
  reader: ByteReader,
  table: DynamicTable['versionNeeds'],
  nextField: number,
): Generator<number, void, undefined> {
  if (table === undefined) return;
  if (table.count > MOST_VERSIONS) {
    throw elfBadTable(reader.name, `one of its version tables claims ${table.count} records`);
  }
  let at = table.offset;
  for (let left = table.count; left > 0; left--) {
    yield at;
    const next = reader.u32(at + nextField, 'next record');
    if (next === 0) return;
    at += next;
  }
}

// What an installer has to check: https://packaging.python.org/en/latest/specifications/binary-distribution-format/
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { ZipArchive, ZipEntry } from '../../formats/zip-reader.ts';
import { parseMetadata } from '../standards/metadata.ts';
import { normalizeName } from '../standards/name.ts';
import { compareVersions } from '../standards/version.ts';
import type { WheelName } from '../standards/wheel-name.ts';
import {
  badWheel,
  pathCollision,
  recordHashWeak,
  recordMismatch,
  wheelFormatUnknown,
  wheelOfAnotherPackage,
  wheelTooLarge,
  wheelWithout,
} from './faults.ts';
import { type RecordLine, parseRecord } from './record.ts';
import { unfold } from './unfold.ts';
import { distInfoOf } from './wheel-file.ts';
import { checkEntry, isSignature, placeOf } from './wheel-places.ts';

/** 4 GiB, sixteen times what Lambda takes: larger packages exist, and a bound on the work that a wheel can make is needed. */
const LARGEST_WHEEL = 4 * 1024 ** 3;
/** Bytes that are hashed before others get their turn. */
const TURN = 4 * 1024 * 1024;

/** Names in RECORD, and what node:crypto calls them. The specification asks for sha256 or better. */
const ALGORITHMS: Readonly<Record<string, string>> = { sha256: 'sha256', sha384: 'sha384', sha512: 'sha512' };

/**
 * Checks a wheel entry by entry against its own RECORD, with every byte inflated and hashed, and its WHEEL and METADATA against
 * its file name. `onFile` gets each library, and any other file of up to 16 MiB, as it comes by. The answer is what people should know: tags of WHEEL that
 * are others than those of the file name, by which the wheel was chosen.
 *
 * @throws Fault `bad-wheel`, `record-mismatch`, `record-hash-weak`, `wheel-too-large`, and those of a damaged zip.
 */
export async function checkWheel(
  archive: ZipArchive,
  name: WheelName,
  onFile: (path: string, bytes: Uint8Array) => void,
): Promise<string[]> {
  const { fileName } = name;
  const distInfo = distInfoOf(archive, name);
  const files = checkedFiles(archive, distInfo, fileName);
  const textOf = (file: string) => {
    const entry = files.get(`${distInfo}/${file}`);
    if (entry === undefined) throw wheelWithout(fileName, `${distInfo}/${file}`);
    return Buffer.from(archive.read(entry)).toString('utf8');
  };
  const notes = checkWheelFile(textOf('WHEEL'), name);
  checkMetadata(textOf('METADATA'), name);
  const lines = checkedLines(parseRecord(fileName, textOf('RECORD')), files, distInfo, fileName);
  let passed = 0;
  for (const [path, entry] of files) {
    passed += await checkFile(archive, entry, lines.get(path), fileName, onFile);
    if (!lines.has(path)) throw recordMismatch(fileName, path, 'nothing', 'such a file');
    if (passed < TURN) continue;
    passed = 0;
    await setImmediate();
  }
  return notes;
}

/** Files by path: none twice, none that no wheel may hold, none without a place, not too many bytes in all. */
function checkedFiles(archive: ZipArchive, distInfo: string, fileName: string): Map<string, ZipEntry> {
  const files = new Map<string, ZipEntry>();
  let size = 0;
  for (const entry of archive.entries) {
    checkEntry(entry, fileName);
    if (entry.kind === 'directory') continue;
    if (!Buffer.from(entry.path).equals(entry.rawName)) {
      throw badWheel(fileName, `the name of its file ${entry.path} is not UTF-8`);
    }
    placeOf(entry.path, distInfo, fileName);
    if (files.has(entry.path)) throw pathCollision(entry.path, fileName, fileName);
    files.set(entry.path, entry);
    size += entry.size;
  }
  const infos = new Set([...files.keys()].flatMap((path) => /^[^/]+\.dist-info(?=\/)/.exec(path) ?? []));
  if (infos.size > 1) throw badWheel(fileName, `it has several .dist-info folders: ${[...infos].sort().join(', ')}`);
  if (size > LARGEST_WHEEL) throw wheelTooLarge(fileName, size, LARGEST_WHEEL);
  return files;
}

/** `WHEEL`: a version of the format that we know, and the tags of the file name, which many rename without a look inside. */
function checkWheelFile(text: string, { fileName, tags }: WheelName): string[] {
  const version = /^Wheel-Version: *(\S+)\s*$/im.exec(text)?.[1];
  if (version === undefined) throw badWheel(fileName, 'its WHEEL gives no Wheel-Version');
  if (!/^1(?:\.|$)/.test(version)) throw wheelFormatUnknown(fileName, version);
  if (!/^Root-Is-Purelib: *(?:true|false)\s*$/im.test(text)) {
    throw badWheel(fileName, 'its WHEEL gives no Root-Is-Purelib');
  }
  const said = [...text.matchAll(/^Tag: *(\S+)\s*$/gim)].map(([, tag = '']) => tag.toLowerCase()).flatMap(expanded);
  const isSame = said.length === tags.length && said.every((tag) => tags.includes(tag));
  return isSame ? [] : [`${fileName}: inside it is tagged ${said.join(', ') || 'with nothing'}, unlike its name`];
}

/** Each combination of a compressed tag (PEP 425): `py2.py3-none-any`. */
function expanded(tag: string): string[] {
  const [pythons = [], abis = [], platforms = []] = tag.split('-').map((part) => part.split('.'));
  return pythons.flatMap((python) =>
    abis.flatMap((abi) => platforms.map((platform) => `${python}-${abi}-${platform}`)),
  );
}

/** Name and version of METADATA are those of the file name, spelling aside. */
function checkMetadata(text: string, { fileName, distribution, version }: WheelName): void {
  const metadata = parseMetadata(text);
  const said = `${metadata.name} ${metadata.version}`;
  if (normalizeName(metadata.name) === distribution && compareVersions(metadata.version, version) === 0) return;
  throw wheelOfAnotherPackage(fileName, said.trim() === '' ? 'no package' : said);
}

/** The lines of RECORD by path, each of which has a file; undefined for RECORD itself and its signatures. */
function checkedLines(
  lines: readonly RecordLine[],
  files: ReadonlyMap<string, ZipEntry>,
  distInfo: string,
  fileName: string,
): ReadonlyMap<string, RecordLine | undefined> {
  const byPath = new Map<string, RecordLine | undefined>();
  for (const line of lines) {
    const known = byPath.get(line.path);
    if (known !== undefined && known.hash !== line.hash) {
      throw recordMismatch(fileName, line.path, `${known.hash} and also ${line.hash}`, 'one file of that name');
    }
    byPath.set(line.path, line);
  }
  const exempt = (path: string) =>
    path.startsWith(`${distInfo}/`) && (path === `${distInfo}/RECORD` || isSignature(path.slice(distInfo.length + 1)));
  for (const { path, hash } of lines) {
    if (exempt(path)) byPath.set(path, undefined);
    else if (!files.has(path)) throw recordMismatch(fileName, path, hash, 'no such file');
  }
  for (const path of files.keys()) if (exempt(path)) byPath.set(path, undefined);
  return byPath;
}

/** The bytes that were read. `line` is undefined for what RECORD does not cover: that is read too, so that its CRC-32 is held. */
async function checkFile(
  archive: ZipArchive,
  entry: ZipEntry,
  line: RecordLine | undefined,
  fileName: string,
  onFile: (path: string, bytes: Uint8Array) => void,
): Promise<number> {
  const [algorithm = '', expected = ''] = (line?.hash ?? 'sha256=').split('=', 2);
  const known = ALGORITHMS[algorithm];
  if (line?.hash === '') throw recordMismatch(fileName, entry.path, 'no digest', 'such a file');
  if (known === undefined) throw recordHashWeak(fileName, entry.path, algorithm);
  const hash = createHash(known);
  await unfold(archive, entry, {
    part: (bytes) => void hash.update(bytes),
    whole: (bytes) => onFile(entry.path, bytes),
  });
  if (line === undefined) return entry.size;
  const found = hash.digest('base64url');
  if (found !== expected) throw recordMismatch(fileName, entry.path, line.hash, `${algorithm}=${found}`);
  if (line.size !== undefined && line.size !== entry.size) {
    throw recordMismatch(fileName, entry.path, `${line.size} bytes`, `${entry.size} bytes`);
  }
  return entry.size;
}

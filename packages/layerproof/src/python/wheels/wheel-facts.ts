import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFault } from '@ocr-pipeline/fault';
import { writeCacheFile } from '../../artifact/temporary-file.ts';
import { openZip } from '../../formats/zip-reader.ts';
import { type ScannedPython, scanPython } from '../imports/scan-python.ts';
import { entryPointModules } from '../prune/entry-points.ts';
import { type References, referencesOf } from '../prune/references.ts';
import { checkWheel } from './wheel-check.ts';
import { distInfoOf } from './wheel-file.ts';
import type { LocalWheel } from './wheel-image.ts';
import { ROOT, placeOf } from './wheel-places.ts';

/** What is known of a wheel once all of its bytes were read. That there are facts means that every check was passed. */
export interface WheelFacts {
  /** What its modules refer to that pruning could cut, by their paths relative to `/opt`. */
  readonly references: ReadonlyMap<string, References>;
  /** Modules that its entry points name. */
  readonly entryPoints: readonly string[];
  /** What people should know of it, one sentence each. */
  readonly notes: readonly string[];
  /** Its METADATA, without the description that follows the headers. */
  readonly metadata: string;
}

/** Facts of wheels, kept by their hash: the bytes of a wheel are read once for ever. */
export interface WheelFactsCache {
  /** @throws Fault of the check that the wheel does not pass. */
  of(wheel: LocalWheel): Promise<WheelFacts>;
}

/** A Python source of a wheel, read once for all who want to know something of it. */
export interface WheelSource {
  /** Without a byte order mark. */
  readonly text: string;
  readonly scanned: ScannedPython;
}

/**
 * Sees the files of a wheel, by their paths relative to `/opt`, while it is checked. The bytes are good until it returns. `source` is
 * there for the modules in it.
 */
export interface WheelWatcher {
  (path: string, bytes: Uint8Array, source: WheelSource | undefined): void;
}

/** Reads and checks every byte of a wheel. @throws Fault of the check that it does not pass. */
export interface WheelReader {
  (wheel: LocalWheel): Promise<WheelFacts>;
}

/** Raised when a check, the facts, or what they are read from change: a wheel that was checked by an older one is read again. */
export const FORM = 5;

interface Stored {
  readonly form: number;
  /** Name and tags stand in the file name, which is checked against the content. */
  readonly fileName: string;
  readonly references: readonly (readonly [string, References])[];
  readonly entryPoints: readonly string[];
  readonly notes: readonly string[];
  readonly metadata: string;
}

/** Facts under `wheels/` of the cache folder. Several processes may share it. */
export function wheelFactsCache(folder: string, read: WheelReader = readFacts): WheelFactsCache {
  const readInTurn = oneByOne(read);
  return {
    async of(wheel) {
      const { sha256 } = wheel.artifact;
      const path = join(folder, 'wheels', sha256.slice(0, 2), `${sha256}.json`);
      const known = load(path, wheel.name.fileName);
      if (known !== undefined) return known;
      const facts = await readInTurn(wheel);
      keep(path, wheel.name.fileName, facts);
      return facts;
    },
  };
}

/** Two at once take twice the memory, and no less time. */
function oneByOne(read: WheelReader): WheelReader {
  let last: Promise<unknown> = Promise.resolve();
  return (wheel) => {
    const facts = last.then(() => read(wheel));
    last = facts.catch(() => undefined);
    return facts;
  };
}

/** Reads and checks every byte of the wheel. @throws Fault of the check that it does not pass. */
export async function readFacts({ name, artifact }: LocalWheel, watcher?: WheelWatcher): Promise<WheelFacts> {
  const archive = openZip(artifact.path, name.fileName);
  try {
    const distInfo = distInfoOf(archive, name);
    const references = new Map<string, References>();
    let entryPoints: readonly string[] = [];
    let metadata = '';
    const notes = await checkWheel(archive, name, (path, bytes) => {
      if (path === `${distInfo}/METADATA`) metadata = headersOf(textOf(bytes));
      if (path === `${distInfo}/entry_points.txt`) entryPoints = entryPointModules(textOf(bytes));
      const { path: place } = placeOf(path, distInfo, name.fileName);
      if (place === undefined) return;
      const source = path.endsWith('.py') && place.startsWith(`${ROOT}/`) ? sourceOf(bytes) : undefined;
      watcher?.(place, bytes, source);
      if (source === undefined) return;
      const found = referencesOf(place.slice(ROOT.length + 1), source.text, source.scanned);
      if (found !== undefined) references.set(place, withoutSource(found));
    });
    return { references, entryPoints, notes, metadata };
  } finally {
    archive.close();
  }
}

/** What comes before the first empty line; a description may be long. */
function headersOf(text: string): string {
  return text.split(/\r?\n\r?\n/, 1)[0] ?? '';
}

/** In words of its own: those that were cut out of a text would keep all of it. */
export function withoutSource<T extends object>(facts: T): T {
  return JSON.parse(JSON.stringify(facts)) as T;
}

function sourceOf(bytes: Uint8Array): WheelSource {
  const text = textOf(bytes).replace(/^\uFEFF/, '');
  return { text, scanned: scanPython(text) };
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}

/** A cache that takes no files costs the next build time; this one has its facts. */
function keep(path: string, fileName: string, { references, entryPoints, notes, metadata }: WheelFacts): void {
  const stored: Stored = { form: FORM, fileName, references: [...references], entryPoints, notes, metadata };
  try {
    writeCacheFile(path, JSON.stringify(stored));
  } catch (error) {
    if (!isFault(error)) throw error;
  }
}

function load(path: string, fileName: string): WheelFacts | undefined {
  if (!existsSync(path)) return undefined;
  const stored = parse(readFileSync(path, 'utf8'));
  if (stored?.form !== FORM || stored.fileName !== fileName) return undefined;
  const { references, entryPoints, notes, metadata } = stored;
  if (![references, entryPoints, notes].every(Array.isArray) || typeof metadata !== 'string') return undefined;
  return { references: new Map(references), entryPoints, notes, metadata };
}

function parse(text: string): Stored | undefined {
  try {
    return JSON.parse(text) as Stored;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

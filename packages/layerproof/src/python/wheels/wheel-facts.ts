import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFault } from '@ocr-pipeline/fault';
import { writeCacheFile } from '../../artifact/temporary-file.ts';
import { openZip } from '../../formats/zip-reader.ts';
import { scanPython } from '../imports/scan-python.ts';
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

/** Sees the files of a wheel, by their paths relative to `/opt`, while it is checked. The bytes are good until it returns. */
export interface WheelWatcher {
  (artifact: string, path: string, bytes: Uint8Array): void;
}

/** Raised when a check, the facts, or what they are read from change: a wheel that was checked by an older one is read again. */
export const FORM = 4;

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
export function wheelFactsCache(folder: string, watcher?: WheelWatcher): WheelFactsCache {
  let last: Promise<unknown> = Promise.resolve();
  /** One wheel after the other: two at once take twice the memory, and no less time. */
  const inTurn = (wheel: LocalWheel): Promise<WheelFacts> => {
    const facts = last.then(() => readFacts(wheel, watcher));
    last = facts.catch(() => undefined);
    return facts;
  };
  return {
    async of(wheel) {
      const { sha256 } = wheel.artifact;
      const path = join(folder, 'wheels', sha256.slice(0, 2), `${sha256}.json`);
      const known = load(path, wheel.name.fileName);
      if (known !== undefined) return known;
      const facts = await inTurn(wheel);
      keep(path, wheel.name.fileName, facts);
      return facts;
    },
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
      watcher?.(artifact.sha256, place, bytes);
      if (!path.endsWith('.py') || !place.startsWith(`${ROOT}/`)) return;
      const source = textOf(bytes);
      const found = referencesOf(place.slice(ROOT.length + 1), source, scanPython(source));
      if (found !== undefined) references.set(place, found);
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

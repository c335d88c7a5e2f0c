import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFault } from '@ocr-pipeline/fault';
import { writeCacheFile } from '../artifact/temporary-file.ts';
import { TOOL_VERSION } from '../build/tool-version.ts';
import type { ImageEntry } from '../image/entry.ts';
import { type Native, readNative } from '../verify/native.ts';

/** Facts of native files, kept by the artifact that they come from: its hash says all, so they are read once for ever. */
export interface NativeFacts {
  read(entry: ImageEntry): Native | undefined;
  /** Keeps what was read new. */
  save(): void;
}

/** Raised when the facts, or what they are read from, change within one version of the tool. */
const FORM = 2;

/** By path in the layer; null for a file that is no native one. */
type FactsOfArtifact = Record<string, Native | null>;

interface Stored {
  readonly form: string;
  readonly files: FactsOfArtifact;
}

/** Native facts under `natives/` of the cache folder. Of files that come from no artifact nothing is kept. */
export function nativeFacts(folder: string): NativeFacts {
  const form = `${TOOL_VERSION}/${FORM}`;
  const known = new Map<string, FactsOfArtifact>();
  const changed = new Set<string>();
  const pathOf = (artifact: string) => join(folder, 'natives', artifact.slice(0, 2), `${artifact}.json`);
  const factsOf = (artifact: string) => {
    const facts = known.get(artifact) ?? load(pathOf(artifact), form);
    known.set(artifact, facts);
    return facts;
  };
  return {
    read(entry) {
      if (entry.artifact === undefined) return readNative(entry);
      const facts = factsOf(entry.artifact);
      const kept = facts[entry.path];
      if (kept !== undefined) return kept ?? undefined;
      const found = readNative(entry);
      facts[entry.path] = found ?? null;
      changed.add(entry.artifact);
      return found;
    },
    save() {
      for (const artifact of changed) {
        const stored: Stored = { form, files: factsOf(artifact) };
        keep(pathOf(artifact), stored);
      }
      changed.clear();
    },
  };
}

/** A cache that takes no files costs the next build time; this one has its facts. */
function keep(path: string, stored: Stored): void {
  try {
    writeCacheFile(path, JSON.stringify(stored));
  } catch (error) {
    if (!isFault(error)) throw error;
  }
}

function load(path: string, form: string): FactsOfArtifact {
  // No prototype: a file may be named `constructor`.
  const empty: FactsOfArtifact = Object.create(null);
  if (!existsSync(path)) return empty;
  const stored = parse(readFileSync(path, 'utf8'));
  return stored?.form === form ? Object.assign(empty, stored.files) : empty;
}

function parse(text: string): Stored | undefined {
  try {
    return JSON.parse(text) as Stored;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

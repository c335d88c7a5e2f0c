import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFault } from '@ocr-pipeline/fault';
import { writeCacheFile } from '../artifact/temporary-file.ts';
import { TOOL_VERSION } from '../build/tool-version.ts';
import type { ImageEntry } from '../image/entry.ts';

/** Facts of files, kept by the artifact that they come from: its hash says all, so they are read once for ever. */
export interface ArtifactFacts<T> {
  read(entry: ImageEntry): T | undefined;
  /** Notes what was found elsewhere of a file of an artifact; undefined when it has no such facts. */
  note(artifact: string, path: string, found: T | undefined): void;
  /** Keeps what was read new. */
  save(): void;
}

/** By path in the layer; null for a file that has no such facts. */
type FactsOfArtifact<T> = Record<string, T | null>;

interface Stored<T> {
  readonly form: string;
  readonly files: FactsOfArtifact<T>;
}

export interface FactsOptions<T> {
  /** Of the cache. */
  readonly folder: string;
  /** The folder in it. */
  readonly kind: string;
  /** Raised when the facts, or what they are read from, change within one version of the tool. */
  readonly form: number;
  /** Reads the facts of a file; undefined when it has none. */
  readonly readFacts: (entry: ImageEntry) => T | undefined;
}

/** Facts in a folder of the cache. Of files that come from no artifact nothing is kept. */
export function artifactFacts<T>({ folder, kind, form: number, readFacts }: FactsOptions<T>): ArtifactFacts<T> {
  const form = `${TOOL_VERSION}/${number}`;
  const known = new Map<string, FactsOfArtifact<T>>();
  const changed = new Set<string>();
  const pathOf = (artifact: string) => join(folder, kind, artifact.slice(0, 2), `${artifact}.json`);
  const factsOf = (artifact: string) => {
    const facts = known.get(artifact) ?? load<T>(pathOf(artifact), form);
    known.set(artifact, facts);
    return facts;
  };
  return {
    read(entry) {
      if (entry.artifact === undefined) return readFacts(entry);
      const facts = factsOf(entry.artifact);
      const kept = facts[entry.path];
      if (kept !== undefined) return kept ?? undefined;
      const found = readFacts(entry);
      facts[entry.path] = found ?? null;
      changed.add(entry.artifact);
      return found;
    },
    note(artifact, path, found) {
      factsOf(artifact)[path] = found ?? null;
      changed.add(artifact);
    },
    save() {
      for (const artifact of changed) {
        const stored: Stored<T> = { form, files: factsOf(artifact) };
        keep(pathOf(artifact), stored);
      }
      changed.clear();
    },
  };
}

/** A cache that takes no files costs the next build time; this one has its facts. */
function keep(path: string, stored: Stored<unknown>): void {
  try {
    writeCacheFile(path, JSON.stringify(stored));
  } catch (error) {
    if (!isFault(error)) throw error;
  }
}

function load<T>(path: string, form: string): FactsOfArtifact<T> {
  // No prototype: a file may be named `constructor`.
  const empty: FactsOfArtifact<T> = Object.create(null);
  if (!existsSync(path)) return empty;
  const stored = parse<T>(readFileSync(path, 'utf8'));
  return stored?.form === form ? Object.assign(empty, stored.files) : empty;
}

function parse<T>(text: string): Stored<T> | undefined {
  try {
    return JSON.parse(text) as Stored<T>;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

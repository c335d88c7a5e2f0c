import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { MadeWheel } from '../../../python/testing/make-wheel.ts';
import { type IndexServer, type IndexServerOptions, serveIndex } from '../../../python/testing/index-server.ts';
import { session } from '../session.ts';

/** The world that one bad build runs in: a folder with its inputs, an index on the loopback interface, and an empty cache. */
export interface World {
  readonly folder: string;
  readonly server: IndexServer;
  /** Puts a file into the folder. */
  put(path: string, content: string | Uint8Array): void;
}

export interface Case {
  /** What is wrong, in words; the name of the test and of its snapshot. */
  readonly what: string;
  readonly code: string;
  readonly exit?: number;
  /** `requirements.txt`; `page` unless told. */
  readonly requirements?: string;
  readonly wheels?: readonly MadeWheel[];
  readonly index?: IndexServerOptions;
  /** Arguments after `build`; `requirements.txt` for python3.13 on x86_64 unless told. */
  readonly argv?: readonly string[];
  readonly environment?: (world: World) => Readonly<Record<string, string>>;
  readonly prepare?: (world: World) => void;
}

export const TARGET = ['--runtime', 'python3.13', '--arch', 'x86_64'];
const BUILD = ['requirements.txt', ...TARGET];

/** What a bad build said and what it left, with all that changes from run to run taken out. */
export interface Outcome {
  readonly text: string;
  readonly code: string | undefined;
  readonly exit: number;
  /** Files that lie in the folder now and did not before, without whole files of the cache. */
  readonly left: readonly string[];
}

/** Runs one bad build in a world of its own. */
export async function runCase(bad: Case): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'bad-input-'));
  const server = await serveIndex(bad.wheels ?? [], bad.index);
  const put = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const world = { folder, server, put };
  try {
    put('requirements.txt', bad.requirements ?? 'page\n');
    bad.prepare?.(world);
    const before = new Set(filesUnder(folder));
    const env = { ...quietEnvironment(world), ...bad.environment?.(world) };
    const text = await session(['build', ...(bad.argv ?? BUILD)], { cwd: folder, env });
    const left = filesUnder(folder).filter((path) => !before.has(path) && !isWholeCacheFile(path));
    return {
      text: withoutChance(text, world),
      code: /error\[([a-z-]+)\]/.exec(text)?.[1],
      exit: Number(/exit (\d+)$/.exec(text)?.[1]),
      left,
    };
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Nothing of the machine's own configuration, and outages that are told at once. */
export function quietEnvironment({ folder, server }: World): Record<string, string> {
  return {
    LAYERPROOF_CACHE_DIR: join(folder, 'cache'),
    PIP_INDEX_URL: server.url,
    PIP_CONFIG_FILE: '/dev/null',
    UV_NO_CONFIG: '1',
    NETRC: '/dev/null',
    HOME: folder,
    PIP_RETRIES: '1',
    PIP_DEFAULT_TIMEOUT: '1',
  };
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

/** A download that came whole may stay in the cache, whatever became of the build; a part of one may not. */
function isWholeCacheFile(path: string): boolean {
  return path.startsWith('cache/') && !/\.(?:tmp|part)$|\/\.[^/]*$/.test(path);
}

function withoutChance(text: string, { folder, server }: World): string {
  return (
    text
      .replaceAll(folder, 'FOLDER')
      // Without any network it is not known whether a host exists, and that is tried again.
      .replaceAll(/^stderr: trying again: [^\n]* EAI_AGAIN [^\n]*\n/gm, '')
      .replaceAll(' EAI_AGAIN ', ' ENOTFOUND ')
      .replace(/The rules are [a-z0-9, -]+\./, 'The rules are (each by its name).')
      .replaceAll(new URL(server.url).port, 'PORT')
      .replaceAll(/\b[0-9a-f]{64}\b/g, (digest) => (/^(.)\1*$/.test(digest) ? digest : 'SHA256'))
  );
}

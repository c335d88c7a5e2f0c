import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files by their path with `/`. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** What is built: always the same, wherever and however. */
export interface Project {
  /** `requirements.txt`, `pylock.toml`, and the folder `own` with files of one's own. */
  readonly files: Files;
  /** The cache of an earlier build, so that nothing needs the network. */
  readonly cache: Files;
  readonly target: readonly string[];
}

/** One way that a machine may be. */
export interface Variant {
  /** The program and the arguments before those of the command. */
  readonly command: readonly [string, ...string[]];
  readonly umask: number;
  readonly environment: Readonly<Record<string, string>>;
  /** A folder of the file system to build on. */
  readonly root: string;
  /** The folders between that and the project. */
  readonly place: string;
  /** Shuffles what the file system may give in any order, and takes parts of the cache away. */
  readonly random: () => number;
}

export interface Choices {
  readonly commands: readonly Variant['command'][];
  readonly roots: readonly string[];
}

const UMASKS = [0o000, 0o002, 0o022, 0o027, 0o077];
const LOCALES = ['C', 'C.UTF-8', 'tr_TR.UTF-8', 'de_DE@euro', 'ja_JP.eucJP', 'ar_EG.UTF-8', ''];
const TIME_ZONES = ['UTC', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Kiritimati', 'Etc/GMT+12', ''];
const PLACES = ['plain', 'a folder/with ü and 猫', 'deep/er/and/deep/er', '-dash', "it's (1)"];

/** A machine by chance: everything is chosen at once, so that what works only together fails too. */
export function randomVariant({ commands, roots }: Choices, random: () => number): Variant {
  const one = <T>(from: readonly T[]): T => {
    const chosen = from[Math.floor(random() * from.length)];
    if (chosen === undefined) throw new RangeError('nothing to choose from');
    return chosen;
  };
  const locale = one(LOCALES);
  return {
    command: one(commands),
    umask: one(UMASKS),
    environment: { LC_ALL: locale, LANG: one(LOCALES), TZ: one(TIME_ZONES) },
    root: one(roots),
    place: one(PLACES),
    random,
  };
}

/** For people: what is the variant's own. */
export function describeVariant({ command, umask, environment, root, place }: Variant): string {
  const { LC_ALL, TZ } = environment;
  const names = [`umask ${umask.toString(8).padStart(3, '0')}`, `LC_ALL=${LC_ALL}`, `TZ=${TZ}`, join(root, '…', place)];
  return `${command[0]} ${names.join(' ')}`;
}

/** What the builds from the requirements and from the lock wrote, by `requirements/layer.zip` and so on: sha256 in hex. */
export type Written = ReadonlyMap<string, string>;

const INPUTS = { requirements: 'requirements.txt', lock: 'pylock.toml' } as const;
const WRITTEN = ['layer.zip', 'layer.json', 'layer.cdx.json', 'pylock.toml'];

/** Builds the project as the variant says, from its requirements and from its lock. */
export function buildVariant({ files, cache, target }: Project, variant: Variant): Written {
  const { command, umask, environment, root, place, random } = variant;
  const before = process.umask(umask);
  const base = mkdtempSync(join(root, 'variant-'));
  try {
    const folder = join(base, place);
    const folders = {
      HOME: join(base, 'home'),
      TMPDIR: join(base, 'temporary'),
      LAYERPROOF_CACHE_DIR: join(base, 'cache'),
    };
    for (const path of [folder, ...Object.values(folders)]) mkdirSync(path, { recursive: true });
    writeShuffled(folder, files, random);
    writeShuffled(folders.LAYERPROOF_CACHE_DIR, withoutSome(cache, random), random);
    const [program, ...args] = command;
    const written = new Map<string, string>();
    for (const [name, input] of Object.entries(INPUTS)) {
      const output = join(name, 'layer.zip');
      execFileSync(program, [...args, 'build', input, 'own', '--offline', ...target, '-o', output], {
        cwd: folder,
        env: { PATH: process.env['PATH'], ...environment, ...folders },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      for (const file of WRITTEN) written.set(`${name}/${file}`, sha256(join(folder, name, file)));
    }
    return written;
  } finally {
    process.umask(before);
  }
}

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** Caches of facts may be there or not; the artifacts and the pages are needed, as there is no network. */
const OPTIONAL = ['checked/', 'natives/', 'compiled/', 'wheels/'];

function withoutSome(cache: Files, random: () => number): Files {
  const missing = OPTIONAL.filter(() => random() < 0.5);
  return new Map([...cache].filter(([path]) => !missing.some((folder) => path.startsWith(folder))));
}

/** Makes the files in an order by chance, with times by chance: that is the order that a tmpfs gives them back in. */
function writeShuffled(folder: string, files: Files, random: () => number): void {
  const keyed = [...files].map(([path, bytes]) => ({ path, bytes, key: random() }));
  for (const { path, bytes } of keyed.toSorted((a, b) => a.key - b.key)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
    if (path.endsWith('.sh')) chmodSync(target, 0o700);
    const time = Math.floor(random() * 2 ** 31);
    utimesSync(target, time, time);
  }
}

/** Every file under a folder. */
export function readFiles(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)]),
  );
}

/** Files of one's own that show what may differ: text to deflate, an executable, names that locales sort each in their way. */
export const OWN_FILES: Files = new Map([
  ['own/python/settings.py', Buffer.from(`ANSWERS = {\n${'    "question": 42,\n'.repeat(5000)}}\n`)],
  ['own/python/I.py', Buffer.from('')],
  ['own/python/i.py', Buffer.from('i = 1\n')],
  ['own/python/ı.txt', Buffer.from('dotless\n')],
  ['own/python/ä.txt', Buffer.from('umlaut\n')],
  ['own/python/z.txt', Buffer.from('last\n')],
  ['own/python/\u{1f40d}.txt', Buffer.from('snake\n')],
  ['own/python/\uff5e.txt', Buffer.from('wide\n')],
  ['own/bin/run.sh', Buffer.from('#!/bin/sh\n')],
  ['own/data/large.txt', Buffer.from('a line that comes again\n'.repeat(400_000))],
]);

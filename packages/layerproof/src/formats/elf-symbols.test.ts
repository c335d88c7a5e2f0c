import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '@ocr-pipeline/fault';
import { afterAll, describe, expect, test } from 'vitest';
import { testWithTool } from '../../../../test/tools.ts';
import { type ElfSymbol, readElfSymbols } from './elf-symbols.ts';
import { elfBytes } from './testing/elf-bytes.ts';
import { SPECIMENS } from './testing/elf-specimens.ts';

const folder = mkdtempSync(join(tmpdir(), 'elf-symbols-'));
afterAll(() => rmSync(folder, { recursive: true }));

const readelfTest = testWithTool('readelf', ['readelf', '--version']);
const gccTest = testWithTool('gcc', ['gcc', '--version']);

describe('readElfSymbols', () => {
  readelfTest('agrees with readelf on real binaries', () => {
    expect(SPECIMENS.length).toBeGreaterThan(0);
    for (const path of SPECIMENS) expect([path, ours(path)]).toEqual([path, byReadelf(path)]);
  });

  gccTest('finds what is wanted where a file defines nothing, whatever its hash table', () => {
    const source = join(folder, 'wants.c');
    writeFileSync(
      source,
      'extern int wanted(void); extern int wished(void) __attribute__((weak)); static int run(void) __attribute__((constructor)); static int run(void) { return wanted() + (wished ? wished() : 0); }\n',
    );
    for (const style of ['gnu', 'sysv', 'both']) {
      const library = join(folder, `${style}.so`);
      execFileSync('gcc', ['-shared', '-fPIC', '-nostdlib', `-Wl,--hash-style=${style}`, '-o', library, source]);
      const { undefined: wanted } = ours(library);
      expect([style, wanted]).toEqual([style, ['wanted', 'weak wished']]);
    }
  });

  test('are none in a file without a table of them', () => {
    expect(readElfSymbols('a.so', elfBytes({ needed: ['libc.so.6'] }))).toEqual({ undefined: [], defined: [] });
  });

  test('is a fault or symbols, wherever a real file is cut', () => {
    const path = SPECIMENS[0] ?? process.execPath;
    const whole = readFileSync(path);
    const outcomes = new Set<string>();
    for (let part = 1; part <= 200; part++) {
      outcomes.add(outcomeOf(path, whole.subarray(0, Math.floor((whole.length * part) / 200))));
    }
    expect([...outcomes].toSorted()).toEqual(['Fault', 'symbols']);
  });
});

/** What reading comes to: symbols, or the class of the error. */
function outcomeOf(path: string, bytes: Uint8Array): string {
  try {
    readElfSymbols(path, bytes);
    return 'symbols';
  } catch (error) {
    return error instanceof Fault ? 'Fault' : String(error);
  }
}

function ours(path: string): Record<'undefined' | 'defined', string[]> {
  const found = readElfSymbols(path, readFileSync(path));
  return { undefined: found.undefined.map(print).toSorted(), defined: found.defined.map(print).toSorted() };
}

/** readelf leaves the version out where the symbol is the version's own name. */
function print({ name, version, weak }: ElfSymbol): string {
  return `${weak ? 'weak ' : ''}${name}${version === undefined || version === name ? '' : `@${version}`}`;
}

/** The same out of `readelf -W --dyn-syms`. */
function byReadelf(path: string): Record<'undefined' | 'defined', string[]> {
  const options = { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' }, maxBuffer: 1 << 28 } as const;
  const found = { undefined: [] as string[], defined: [] as string[] };
  for (const line of execFileSync('readelf', ['-W', '--dyn-syms', path], options).split('\n')) {
    const fields = /^\s*\d+: \S+\s+\S+ (\S+)\s+(\S+)\s+(\S+)\s+(?:\[.*\]\s+)?(\S+) (\S+)/.exec(line);
    if (fields === null) continue;
    const [, type = '', binding = '', visibility = '', section = '', symbol = ''] = fields;
    const isDefined = section !== 'UND';
    if (binding === 'LOCAL' || type === 'SECTION' || type === 'FILE') continue;
    if (isDefined && (visibility === 'HIDDEN' || visibility === 'INTERNAL')) continue;
    const [name = '', version] = symbol.split(/@+/);
    (isDefined ? found.defined : found.undefined).push(
      `${binding === 'WEAK' ? 'weak ' : ''}${name}${version === undefined ? '' : `@${version}`}`,
    );
  }
  return { undefined: found.undefined.toSorted(), defined: found.defined.toSorted() };
}

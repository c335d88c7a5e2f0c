import { execFileSync } from 'node:child_process';

/** What GNU readelf says of a file, in the words of our own reader; each list sorted. */
export interface ReadelfFacts {
  readonly needed: readonly string[];
  readonly soname: string | undefined;
  readonly rpath: string;
  readonly runpath: string;
  /** `libc.so.6 GLIBC_2.17`, with ` weak` behind it where the need is. */
  readonly versionNeeds: readonly string[];
  readonly versionDefinitions: readonly string[];
  /** `name@version`, with ` weak` behind it where the symbol is. */
  readonly undefinedSymbols: readonly string[];
  readonly definedSymbols: readonly string[];
}

/** Two gigabytes: the symbols of the largest libraries are some hundred megabytes of text. */
const MOST_TEXT = 2 ** 31;

/** Runs `readelf` (binutils 2.40 and later print in this form). Throws when it fails. */
export function readelf(path: string): ReadelfFacts {
  const options = { encoding: 'utf8', maxBuffer: MOST_TEXT, env: { ...process.env, LC_ALL: 'C' } } as const;
  const args = ['--wide', '--dynamic', '--version-info', '--dyn-syms', path];
  return parseReadelf(execFileSync('readelf', args, { ...options, stdio: ['ignore', 'pipe', 'ignore'] }));
}

export function parseReadelf(text: string): ReadelfFacts {
  const lines = text.split('\n');
  const tagged = (tag: string) =>
    lines.flatMap((line) => new RegExp(`^ 0x[0-9a-f]+ \\(${tag}\\) .*\\[(.*)\\]$`).exec(line)?.[1] ?? []);
  const symbols = lines.flatMap((line) => symbolOf(line) ?? []);
  const named = (isDefined: boolean) =>
    symbols.filter((symbol) => symbol.isDefined === isDefined).map(({ text: symbol }) => symbol);
  return {
    needed: tagged('NEEDED').sort(),
    soname: tagged('SONAME')[0],
    rpath: tagged('RPATH').join(':'),
    runpath: tagged('RUNPATH').join(':'),
    versionNeeds: versionNeedsIn(lines).sort(),
    versionDefinitions: versionDefinitionsIn(lines).sort(),
    undefinedSymbols: named(false).sort(),
    definedSymbols: named(true).sort(),
  };
}

function versionNeedsIn(lines: readonly string[]): string[] {
  const needs: string[] = [];
  let library = '';
  for (const line of lines) {
    library = /^ {2}0*[0-9a-fx]+: Version: \d+ {2}File: (.+?) {2}Cnt: \d+$/.exec(line)?.[1] ?? library;
    const [, name, flags = ''] = /^ {2}0x[0-9a-f]+: {3}Name: (.+?) {2}Flags: (.+?) {2}Version: \d+$/.exec(line) ?? [];
    if (name !== undefined) needs.push(`${library} ${name}${flags.includes('WEAK') ? ' weak' : ''}`);
  }
  return needs;
}

function versionDefinitionsIn(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const [, flags = '', name] =
      /^ {2}0*[0-9a-fx]+: Rev: \d+ {2}Flags: (.+?) {2,3}Index: \d+ {2}Cnt: \d+ {2}Name: (.+)$/.exec(line) ?? [];
    return name === undefined || flags.includes('BASE') ? [] : [name];
  });
}

/** `   50: 0000000000000000     0 NOTYPE  WEAK   DEFAULT  UND __gmon_start__`: value, size, type, binding, visibility, section. */
const SYMBOL =
  /^ *\d+: [0-9a-f]+ +(?:0x[0-9a-f]+|\d+) (?<type><[^>]+>: \d+|\S+) +(?<binding><[^>]+>: \d+|\S+) +(?<visibility>\S+)(?: +\[[^\]]*\])* +(?<section>UND|ABS|COM|\d+) (?<name>.+)$/;

function symbolOf(line: string): { readonly isDefined: boolean; readonly text: string } | undefined {
  const { type = '', binding = '', visibility = '', section = '', name = '' } = SYMBOL.exec(line)?.groups ?? {};
  const isDefined = section !== 'UND';
  if (name === '' || binding === 'LOCAL' || type === 'SECTION' || type === 'FILE') return undefined;
  if (isDefined && (visibility === 'HIDDEN' || visibility === 'INTERNAL')) return undefined;
  // `@` marks a version that is not the default one, and ` (2)` is its number.
  const plain = name.replace(/ \(\d+\)$/, '').replace('@@', '@');
  return { isDefined, text: `${plain}${binding === 'WEAK' ? ' weak' : ''}` };
}

// `SUPPORTED_OPTIONS` in pip/_internal/req/req_file.py, and Python's shlex and optparse, which read them.
import { badRequirementLine } from './faults.ts';

/** What may stand in a requirements file: options without a value and with one, by all their names. */
const FLAGS = ['--no-index', '--prefer-binary', '--require-hashes', '--pre'] as const;
const VALUED = [
  '--index-url',
  '--extra-index-url',
  '--constraint',
  '--requirement',
  '--editable',
  '--find-links',
  '--no-binary',
  '--only-binary',
  '--trusted-host',
  '--use-feature',
  '--global-option',
  '--hash',
  '--config-settings',
] as const;
const OTHER_NAMES: Readonly<Record<string, LineOption['name']>> = {
  '-i': '--index-url',
  '--pypi-url': '--index-url',
  '-c': '--constraint',
  '-r': '--requirement',
  '-e': '--editable',
  '-f': '--find-links',
  '-C': '--config-settings',
  '--config-setting': '--config-settings',
};

export interface LineOption {
  readonly name: (typeof FLAGS)[number] | (typeof VALUED)[number];
  /** As it is written, for messages. */
  readonly written: string;
  /** Empty for an option without one. */
  readonly value: string;
}

/** A line of a requirements file: what stands before the first word that begins with `-`, and the options from there on. */
export interface LineParts {
  readonly requirement: string;
  readonly options: readonly LineOption[];
}

/** @throws Fault `bad-requirement-line` that names the option. */
export function lineParts(text: string, origin: string): LineParts {
  const words = text.split(' ');
  const first = words.findIndex((word) => word.trimStart().startsWith('-'));
  const at = first === -1 ? words.length : first;
  return {
    requirement: words.slice(0, at).join(' ').trim(),
    options: optionsOf(shellWords(words.slice(at).join(' '), origin), origin),
  };
}

function optionsOf(words: readonly string[], origin: string): LineOption[] {
  const options: LineOption[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    // `--name=value`, `--name value`, `-nvalue` and `-n value` are the same.
    const [, long, longValue, short, shortValue] =
      /^(?:(--[a-z][a-z-]*)(?:=(.*))?|(-[a-zA-Z])=?(.+)?)$/s.exec(word) ?? [];
    const written = long ?? short ?? word;
    const name = OTHER_NAMES[written] ?? [...FLAGS, ...VALUED].find((known) => known === written);
    if (name === undefined) throw badRequirementLine(origin, `the option \`${written}\` is not known here`);
    if (FLAGS.some((flag) => flag === name)) {
      options.push({ name, written, value: '' });
      continue;
    }
    const value = longValue ?? shortValue ?? words[++at];
    if (value === undefined || value === '') throw badRequirementLine(origin, `\`${written}\` has no value`);
    options.push({ name, written, value });
  }
  return options;
}

/** Words as a shell has them: quotes keep spaces, a backslash takes the next character as it is. */
function shellWords(text: string, origin: string): string[] {
  const words: string[] = [];
  const pattern = /\s+|((?:[^\s'"\\]+|\\.|'[^']*'|"(?:[^"\\]|\\.)*")+)/gsy;
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    at = match.index + match[0].length;
    if (match[1] !== undefined) words.push(unquoted(match[1]));
  }
  if (at < text.length) throw badRequirementLine(origin, `a quote in \`${text.slice(at)}\` is never closed`);
  return words;
}

function unquoted(word: string): string {
  return word.replace(/'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/gs, (_, single?: string, double?: string, one?: string) =>
    double === undefined ? (single ?? one ?? '') : double.replace(/\\(["\\])/g, '$1'),
  );
}

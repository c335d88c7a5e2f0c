// https://pip.pypa.io/en/stable/reference/requirements-file-format/
import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { isFault } from '@ocr-pipeline/fault';
import { badRequirementLine, missingRequirementsFile } from './faults.ts';
import { parseRequirement } from '../standards/requirement.ts';
import type { AskedRequirement, Requirements } from './requirements.ts';
import { withVariables } from './variables.ts';

export type { AskedRequirement, IndexOptions, Requirements } from './requirements.ts';

interface Collected {
  readonly requirements: AskedRequirement[];
  readonly constraints: AskedRequirement[];
  indexUrl: string | undefined;
  readonly extraIndexUrls: string[];
  readonly findLinks: string[];
  noIndex: boolean;
  prereleases: boolean;
  hashesRequired: boolean;
  readonly notes: string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly files: Set<string>;
}

/**
 * Reads a requirements file and those that it includes with `-r` and `-c`. `${NAME}` is replaced from the environment, as pip
 * does it, so that credentials need not stand in the file. `label` is the file's name in messages.
 *
 * @throws Fault that names the file and line for an option or a requirement that cannot be read.
 */
export function readRequirements(
  path: string,
  environment: Readonly<Record<string, string | undefined>> = {},
  label: string = path,
): Requirements {
  const collected: Collected = {
    requirements: [],
    constraints: [],
    indexUrl: undefined,
    extraIndexUrls: [],
    findLinks: [],
    noIndex: false,
    prereleases: false,
    hashesRequired: false,
    notes: [],
    environment,
    files: new Set(),
  };
  readFile(path, label, 'requirements', collected);
  const { requirements, constraints, hashesRequired } = collected;
  const { indexUrl, extraIndexUrls, findLinks, noIndex, prereleases } = collected;
  const options = { indexUrl, extraIndexUrls, findLinks, noIndex, prereleases };
  const none = new Set<string>();
  return {
    requirements,
    constraints,
    overrides: [],
    excluded: none,
    indexes: new Map(),
    hashesRequired,
    options,
    extras: none,
    groups: none,
    notes: collected.notes,
  };
}

type Role = 'requirements' | 'constraints';

function readFile(path: string, label: string, role: Role, collected: Collected): void {
  const key = `${role} ${resolve(path)}`;
  // A file that includes itself says nothing new.
  if (collected.files.has(key)) return;
  collected.files.add(key);
  for (const { number, text } of logicalLines(readText(path, label))) {
    const origin = `${label} line ${number}`;
    try {
      readLine(withVariables(text, collected.environment), path, origin, role, collected);
    } catch (error) {
      if (isFault(error) && (error.code === 'bad-requirement' || error.code === 'bad-marker')) {
        throw badRequirementLine(origin, error.message, error);
      }
      throw error;
    }
  }
}

function readText(path: string, label: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    throw missingRequirementsFile(label, cause);
  }
}

/** Lines joined at a trailing backslash, without comments (a `#` at the start or after space). */
function* logicalLines(text: string): Generator<{ number: number; text: string }> {
  let pending = '';
  let start = 0;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (pending === '') start = index + 1;
    const withoutComment = line.replace(/(^|\s)#.*$/, '');
    pending += withoutComment;
    if (pending.endsWith('\\')) {
      pending = `${pending.slice(0, -1)} `;
      continue;
    }
    if (pending.trim() !== '') yield { number: start, text: pending.trim() };
    pending = '';
  }
  if (pending.trim() !== '') yield { number: start, text: pending.trim() };
}

function readLine(text: string, path: string, origin: string, role: Role, collected: Collected): void {
  if (text.startsWith('-')) return readOption(text, path, origin, collected);
  const { requirement, hashes } = splitHashes(text, origin);
  collected[role].push({ requirement: parseRequirement(requirement), origin, hashes });
}

function readOption(text: string, path: string, origin: string, collected: Collected): void {
  // `--name=value`, `--name value`, `-rvalue` and `-r value` are the same.
  const [, long, longValue, short, shortValue] =
    /^(?:(--[a-z-]+)(?:[=\s]\s*(.*))?|(-[a-zA-Z])\s*(.*))$/.exec(text) ?? [];
  const option = long ?? short ?? text;
  const value = (longValue ?? shortValue ?? '').trim().replace(/^(['"])(.*)\1$/, '$2');
  const besideFile = (file: string) =>
    isAbsolute(file) || /^[a-z]+:\/\//.test(file) ? file : join(dirname(path), file);
  const needValue = () => {
    if (value === '') throw badRequirementLine(origin, `\`${option}\` has no value`);
    return value;
  };
  switch (option) {
    case '-r':
    case '--requirement':
      return readFile(besideFile(needValue()), value, 'requirements', collected);
    case '-c':
    case '--constraint':
      return readFile(besideFile(needValue()), value, 'constraints', collected);
    case '-i':
    case '--index-url':
      collected.indexUrl = needValue();
      return;
    case '--extra-index-url':
      collected.extraIndexUrls.push(needValue());
      return;
    case '-f':
    case '--find-links':
      collected.findLinks.push(besideFile(needValue()));
      return;
    case '--no-index':
      collected.noIndex = true;
      return;
    case '--pre':
      collected.prereleases = true;
      return;
    case '--require-hashes':
      collected.hashesRequired = true;
      return;
    case '--only-binary':
    case '--prefer-binary':
      // Wheels only: this is so in any case.
      return;
    default:
      throw badRequirementLine(origin, `the option \`${option}\` is not known here`);
  }
}

function splitHashes(text: string, origin: string): { requirement: string; hashes: string[] } {
  const hashes: string[] = [];
  const requirement = text.replace(/\s--hash[=\s]\s*(\S+)/g, (_, hash: string) => {
    const sha256 = /^sha256:([0-9a-fA-F]{64})$/.exec(hash)?.[1];
    if (sha256 === undefined)
      throw badRequirementLine(origin, `\`--hash=${hash}\` is not \`sha256:\` and 64 hex digits`);
    hashes.push(sha256.toLowerCase());
    return '';
  });
  const option = /\s(--?[a-z][a-z-]*)/.exec(requirement)?.[1];
  if (option !== undefined) throw badRequirementLine(origin, `the option \`${option}\` is not known here`);
  return { requirement: requirement.trim(), hashes };
}

import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { PLATFORM_CPU } from '../target/platform-tags.ts';
import type { Target } from '../target/target.ts';
import { cannotImportHere, onlyPythonLayers } from './faults.ts';

const run = promisify(execFile);

/** Where to look for an interpreter; by default this process's own. */
export interface Host {
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A CPython that was started and said what it is. */
export interface Interpreter {
  readonly path: string;
  /** Of the interpreter, e.g. `3.9.18`. */
  readonly version: string;
}

/** What the candidate says of itself; on one line of JSON. */
const QUESTION = `
import json, platform, sys, sysconfig
print(json.dumps({
    "implementation": platform.python_implementation(),
    "version": platform.python_version(),
    "platform": sys.platform,
    "machine": platform.machine(),
    "freeThreaded": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
}))
`;

interface Answer {
  readonly implementation: string;
  readonly version: string;
  readonly platform: string;
  readonly machine: string;
  readonly freeThreaded: boolean;
}

/** A candidate may be a shim that starts another program first. */
const ANSWER_WITHIN_MILLISECONDS = 20_000;

/**
 * An interpreter that loads what the target's runtime loads: CPython of the same minor version, on Linux, on the target's CPU.
 * Each candidate is started and asked; names are not believed.
 *
 * @throws Fault `only-python-layers`, or `cannot-import-here` with what this machine lacks.
 */
export async function findInterpreter(
  target: Target,
  host: Host = { platform: process.platform, environment: process.env },
): Promise<Interpreter> {
  const { python } = target.facts;
  if (python === undefined) throw onlyPythonLayers(target.runtime);
  if (host.platform !== 'linux') throw cannotImportHere(target.label, `this machine runs ${host.platform}, not linux`);
  const refused: string[] = [];
  for (const path of candidates(python.version, host.environment)) {
    const answer = await ask(path);
    if (answer === undefined) continue;
    const reason = mismatch(answer, target, python.version);
    if (reason === undefined) return { path, version: answer.version };
    refused.push(`${path} is ${reason}`);
  }
  const tried = refused.length === 0 ? `no CPython ${python.version} was found on this machine` : refused.join(', ');
  throw cannotImportHere(target.label, tried);
}

/** Possible interpreters, likeliest first: on the PATH, then what pyenv has installed. */
function candidates(version: string, environment: Host['environment']): string[] {
  const name = `python${version}`;
  const onPath = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const pyenv = environment['PYENV_ROOT'] ?? join(environment['HOME'] ?? '', '.pyenv');
  const versions = join(pyenv, 'versions');
  const installed = foldersOf(versions).filter((folder) => folder === version || folder.startsWith(`${version}.`));
  return [
    ...onPath.map((folder) => join(folder, name)),
    ...installed.map((folder) => join(versions, folder, 'bin', name)),
  ];
}

function foldersOf(path: string): string[] {
  try {
    return readdirSync(path).sort();
  } catch {
    // No pyenv here, which is usual.
    return [];
  }
}

/** Undefined when the file is not there or does not answer as a Python does. */
async function ask(path: string): Promise<Answer | undefined> {
  try {
    const { stdout } = await run(path, ['-I', '-S', '-c', QUESTION], { timeout: ANSWER_WITHIN_MILLISECONDS });
    return JSON.parse(stdout) as Answer;
  } catch {
    return undefined;
  }
}

function mismatch(answer: Answer, target: Target, version: string): string | undefined {
  if (answer.implementation !== 'CPython') return answer.implementation;
  if (answer.version.split('.').slice(0, 2).join('.') !== version) return `CPython ${answer.version}`;
  if (answer.platform !== 'linux') return `a CPython for ${answer.platform}`;
  if (answer.machine !== PLATFORM_CPU[target.architecture]) return `a CPython for ${answer.machine}`;
  return answer.freeThreaded ? 'a free-threaded CPython' : undefined;
}

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { PLATFORM_CPU } from '../target/platform-tags.ts';
import type { Target } from '../target/target.ts';
import { cannotImportHere } from './faults.ts';
import { type Environment, nodePlaces, pythonPlaces } from './interpreter-places.ts';

const run = promisify(execFile);

/** Where to look for an interpreter; by default this process's own. */
export interface Host {
  readonly platform: string;
  readonly environment: Environment;
}

/** An interpreter that was started and said what it is. */
export interface Interpreter {
  /** The program itself, also where a shim led to it. */
  readonly path: string;
  /** What it is called, e.g. `CPython`. */
  readonly name: string;
  /** Of the interpreter, e.g. `3.9.18`. */
  readonly version: string;
  /** Folders that it needs, so that nothing may be laid over them. */
  readonly folders: readonly string[];
}

/** What a candidate says of itself; on one line of JSON. */
interface Answer {
  readonly implementation: string;
  readonly version: string;
  readonly platform: string;
  readonly machine: string;
  readonly bits: number;
  /** E.g. `glibc 2.36`; empty for another C library. */
  readonly libc: string;
  readonly freeThreaded: boolean;
  readonly path: string;
  readonly folders: readonly string[];
}

const PYTHON_QUESTION = `
import json, os, platform, struct, sys, sysconfig
try:
    libc = os.confstr("CS_GNU_LIBC_VERSION") or ""
except (ValueError, OSError, AttributeError):
    libc = ""
print(json.dumps({
    "implementation": platform.python_implementation(),
    "version": platform.python_version(),
    "platform": sys.platform,
    "machine": platform.machine(),
    "bits": struct.calcsize("P") * 8,
    "libc": libc,
    "freeThreaded": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
    "path": sys.executable,
    "folders": [sys.prefix, sys.base_prefix, sys.exec_prefix, os.path.realpath(sys.executable)],
}))
`;

const NODE_QUESTION = `
const { glibcVersionRuntime: glibc } = process.report.getReport().header;
console.log(JSON.stringify({
  implementation: process.versions.bun || process.versions.deno ? 'another program' : 'Node.js',
  version: process.versions.node,
  platform: process.platform,
  machine: { x64: 'x86_64', arm64: 'aarch64' }[process.arch] ?? process.arch,
  bits: process.arch.includes('64') ? 64 : 32,
  libc: glibc ? 'glibc ' + glibc : '',
  freeThreaded: false,
  path: process.execPath,
  folders: [process.execPath],
}))
`;

/** A candidate may be a shim that starts another program first. */
const ANSWER_WITHIN_MILLISECONDS = 20_000;

/**
 * An interpreter that loads what the target's runtime loads: CPython of the same minor version or Node.js of the same major
 * one, on Linux with glibc, on the target's CPU. Each candidate is started and asked; names are not believed.
 *
 * @throws Fault `cannot-import-here` with what this machine lacks.
 */
export async function findInterpreter(
  target: Target,
  host: Host = { platform: process.platform, environment: process.env },
): Promise<Interpreter> {
  if (host.platform !== 'linux') throw cannotImportHere(target.label, `this machine runs ${host.platform}, not linux`);
  const wanted = wantedBy(target);
  const refused: string[] = [];
  for (const place of wanted.places(host.environment)) {
    const answer = await ask(place, wanted.question, host.environment);
    if (answer === undefined) continue;
    const reason = mismatch(answer, target, wanted);
    const { implementation: name, version, path, folders } = answer;
    if (reason === undefined) return { path, name, version, folders };
    // `python3` is of some other version nearly everywhere; that is no news.
    if (answer.version.startsWith(`${wanted.version}.`)) refused.push(`${place} is ${reason}`);
  }
  const none = `no ${wanted.implementation} ${wanted.version} was found on this machine`;
  throw cannotImportHere(target.label, refused.length === 0 ? none : refused.join(', '));
}

interface Wanted {
  readonly implementation: string;
  /** Major and minor for Python, major for Node.js. */
  readonly version: string;
  readonly question: readonly string[];
  places(environment: Environment): readonly string[];
}

function wantedBy({ runtime, facts }: Target): Wanted {
  if (facts.python !== undefined) {
    const { version } = facts.python;
    return {
      implementation: 'CPython',
      version,
      question: ['-I', '-S', '-c', PYTHON_QUESTION],
      places: (environment) => pythonPlaces(version, environment),
    };
  }
  const major = facts.node?.major ?? Number.parseInt(runtime.replace('nodejs', ''), 10);
  return {
    implementation: 'Node.js',
    version: String(major),
    question: ['-e', NODE_QUESTION],
    places: (environment) => nodePlaces(major, environment),
  };
}

/** Undefined when the file is not there or does not answer as an interpreter does. */
async function ask(path: string, question: readonly string[], environment: Environment): Promise<Answer | undefined> {
  try {
    const { stdout } = await run(path, [...question], {
      timeout: ANSWER_WITHIN_MILLISECONDS,
      env: { ...environment, NODE_OPTIONS: undefined },
    });
    return JSON.parse(stdout) as Answer;
  } catch {
    return undefined;
  }
}

function mismatch(answer: Answer, target: Target, { implementation, version }: Wanted): string | undefined {
  const { machine, bits, libc } = answer;
  if (answer.implementation !== implementation) return answer.implementation;
  if (!answer.version.startsWith(`${version}.`)) return `${implementation} ${answer.version}`;
  if (answer.platform !== 'linux') return `a ${implementation} for ${answer.platform}`;
  if (machine !== PLATFORM_CPU[target.architecture]) return `a ${implementation} for ${machine}`;
  if (bits !== 64) return `a ${implementation} of ${bits} bits`;
  if (!libc.startsWith('glibc')) return `a ${implementation} without glibc, as on Alpine Linux`;
  return answer.freeThreaded ? `a free-threaded ${implementation}` : undefined;
}

import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { totalmem } from 'node:os';
import { delimiter, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import type { Host, Interpreter } from './interpreter.ts';

const run = promisify(execFile);

/** What a module that is imported can reach. */
export interface Isolation {
  /** Whether it can reach a network. */
  readonly network: 'none' | 'open';
  /**
   * `lambda`: the layer lies at `/opt`, `/tmp` is empty and its own, and all else is read-only, as in Lambda. `permissions`: the
   * layer lies in a folder whose files may not be written, which does not stop root.
   */
  readonly files: 'lambda' | 'permissions';
  /** The most memory that it may take for data, in MiB. */
  readonly memoryMebibytes: number;
}

/** A way to start a program with a layer. */
export interface Sandbox {
  readonly isolation: Isolation;
  /** Where the program finds the layer: `/opt`, or the folder itself. */
  readonly root: string;
  /** The command line that starts the program in a folder of its own view. */
  wrap(program: readonly string[], folder: string): readonly [command: string, ...args: string[]];
}

/** The mount point of layers in Lambda. */
const OPT = '/opt';

/** The largest function of Lambda (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html: 10,240 MB). */
const LARGEST_FUNCTION_MEBIBYTES = 10_240;

/**
 * The working folder, the limit in kibibytes (one that is lower already stays), the program. The shell sets the limit for
 * itself, and what it then turns into inherits it.
 */
const LIMITED = '{ ulimit -d "$2" || :; } 2>/dev/null && cd "$1" && shift 2 && exec "$@"';

/** A network that has nothing but itself, as programs expect a loopback. `ip` may be missing, and is then done without. */
const LOOPBACK = 'PATH="$PATH:/usr/sbin:/sbin" ip link set lo up 2>/dev/null;';

/** Before the limit: the layer at /opt, a /tmp of its own, and everything else read-only. The first argument is the folder. */
const MOUNTED = [
  `mount --bind "$1" ${OPT}`,
  'mount -t tmpfs -o mode=1777 tmpfs /tmp',
  `mount -o remount,bind,ro ${OPT}`,
  'mount -o remount,bind,ro /',
  'shift',
].join(' && ');

/**
 * The strictest sandbox that this machine allows for a layer in `folder`, which must not be below `/opt`. Namespaces of Linux
 * (unshare(1), user namespaces, no root needed) where they can be had; each kind is tried once with a program that does nothing.
 */
export async function openSandbox(
  folder: string,
  interpreter: Interpreter,
  { environment }: Host,
  memoryMebibytes: number = Math.min(LARGEST_FUNCTION_MEBIBYTES, Math.floor(totalmem() / 1024 ** 2)),
): Promise<Sandbox> {
  const limit = String(memoryMebibytes * 1024);
  const unshare = programOnPath('unshare', environment);
  const plain: Sandbox = {
    isolation: { network: 'open', files: 'permissions', memoryMebibytes },
    root: folder,
    wrap: (program, cwd) => [SHELL, '-c', LIMITED, SHELL, cwd, limit, ...program],
  };
  if (unshare === undefined) return plain;
  const alone: Sandbox = {
    isolation: { ...plain.isolation, network: 'none' },
    root: folder,
    wrap: (program, cwd) => [unshare, ...NO_NETWORK, SHELL, '-c', LOOPBACK + LIMITED, SHELL, cwd, limit, ...program],
  };
  const script = `${LOOPBACK} ${MOUNTED} && ${LIMITED}`;
  const asInLambda: Sandbox = {
    isolation: { ...alone.isolation, files: 'lambda' },
    root: OPT,
    wrap(program, cwd) {
      return [unshare, ...NO_NETWORK, '--mount', SHELL, '-c', script, SHELL, folder, cwd, limit, ...program];
    },
  };
  const isCovered = interpreter.folders.some((path) => isBelow(path, OPT) || isBelow(path, '/tmp'));
  const kinds = isCovered || !isFolder(OPT) ? [alone] : [asInLambda, alone];
  const setpriv = programOnPath('setpriv', environment);
  const candidates = setpriv === undefined ? kinds : kinds.flatMap((kind) => [withoutRights(kind, setpriv), kind]);
  for (const sandbox of candidates) if (await works(sandbox, interpreter)) return sandbox;
  return plain;
}

/**
 * The same for a user who may not read what only its owner may, nor mount anything: in a namespace of its own the program would
 * be root, whom no permission of a file stops (setpriv(1), capabilities(7)).
 */
function withoutRights({ isolation, root, wrap }: Sandbox, setpriv: string): Sandbox {
  const prefix = [setpriv, '--no-new-privs', '--inh-caps=-all', '--bounding-set=-all'];
  return { isolation, root, wrap: (program, folder) => wrap([...prefix, ...program], folder) };
}

const SHELL = '/bin/sh';

const NO_NETWORK = ['--map-root-user', '--net'];

function programOnPath(name: string, environment: Host['environment']): string | undefined {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder.startsWith('/'));
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

async function works(sandbox: Sandbox, { path }: Interpreter): Promise<boolean> {
  const [command, ...args] = sandbox.wrap([path, '--version'], '/');
  try {
    await run(command, args, { cwd: '/', env: {}, timeout: 20_000 });
    return true;
  } catch {
    // Forbidden here, as in most containers. The next one is less strict, and the proof says which it was.
    return false;
  }
}

function isBelow(path: string, folder: string): boolean {
  return resolve(path).startsWith(folder + sep);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

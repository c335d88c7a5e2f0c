import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Variables of the environment, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Files that may be an interpreter of `python3.9`, likeliest first: on the PATH, where systems keep theirs, and what version
 * managers have installed. Each is there, and none is believed.
 */
export function pythonPlaces(version: string, environment: Environment): string[] {
  const program = `python${version}`;
  const digits = version.replace('.', '');
  const installed = managedVersions(environment).flatMap(({ folder, programs }) =>
    foldersOf(folder)
      .filter((name) => isOfVersion(name, version, digits))
      .map((name) => join(folder, name, programs, program)),
  );
  const system = SYSTEM_FOLDERS.map((folder) => join(folder, program));
  const named = [...onPath([program], environment), ...system, ...installed];
  // A virtual environment has these names alone, and most others of this name are of another version.
  return present([...named, ...onPath(['python3', 'python'], environment)]);
}

/** Files that may be a Node.js of a major version. */
export function nodePlaces(major: number, environment: Environment): string[] {
  const nvm = environment['NVM_DIR'] ?? join(environment['HOME'] ?? '', '.nvm');
  const versions = join(nvm, 'versions/node');
  const installed = foldersOf(versions)
    .filter((name) => name.startsWith(`v${major}.`))
    .map((name) => join(versions, name, 'bin/node'));
  return present([process.execPath, ...onPath(['node', 'nodejs'], environment), ...installed]);
}

function onPath(names: readonly string[], environment: Environment): string[] {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Of Debian and its kin, and of a build from source; a PATH that was cut short may lack them. */
const SYSTEM_FOLDERS = ['/usr/local/bin', '/usr/bin'];

interface ManagedVersions {
  /** Holds a folder for each version. */
  readonly folder: string;
  /** Where its programs lie in such a folder. */
  readonly programs: string;
}

/**
 * Folders of version managers: pyenv (PYENV_ROOT), uv (UV_PYTHON_INSTALL_DIR, what `uv python dir` says), asdf, mise, the tool
 * cache of CI runners (RUNNER_TOOL_CACHE), and the interpreters of the manylinux images.
 */
function managedVersions(environment: Environment): ManagedVersions[] {
  const home = environment['HOME'] ?? '';
  const data = environment['XDG_DATA_HOME'] ?? join(home, '.local/share');
  const tools = environment['RUNNER_TOOL_CACHE'] ?? environment['AGENT_TOOLSDIRECTORY'] ?? '/opt/hostedtoolcache';
  return [
    { folder: join(environment['PYENV_ROOT'] ?? join(home, '.pyenv'), 'versions'), programs: 'bin' },
    { folder: environment['UV_PYTHON_INSTALL_DIR'] ?? join(data, 'uv/python'), programs: 'bin' },
    { folder: join(environment['ASDF_DATA_DIR'] ?? join(home, '.asdf'), 'installs/python'), programs: 'bin' },
    { folder: join(environment['MISE_DATA_DIR'] ?? join(data, 'mise'), 'installs/python'), programs: 'bin' },
    { folder: join(tools, 'Python'), programs: `${process.arch}/bin` },
    { folder: '/opt/python', programs: 'bin' },
  ];
}

/** `3.9`, `3.9.18`, `cpython-3.9.18-linux-x86_64-gnu`, `cp39-cp39`. */
function isOfVersion(folder: string, version: string, digits: string): boolean {
  const name = folder.replace(/^cpython-/, '');
  return name === version || name.startsWith(`${version}.`) || name === `cp${digits}-cp${digits}`;
}

function present(paths: readonly string[]): string[] {
  return [...new Set(paths)].filter((path) => existsSync(path));
}

function foldersOf(path: string): string[] {
  try {
    return readdirSync(path).sort();
  } catch {
    // A version manager that this machine does not have, which is usual.
    return [];
  }
}

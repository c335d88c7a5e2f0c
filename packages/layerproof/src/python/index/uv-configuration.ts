import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { badConfiguration } from './faults.ts';
import { type IndexSource, isTrue, type Machine } from './index-source.ts';
import { asRecord, recordsOf, textOf, textsOf, type Untyped } from '../untyped.ts';

/** Settings of uv.toml (https://docs.astral.sh/uv/concepts/configuration-files/, https://docs.astral.sh/uv/concepts/indexes/). */
export function fromUvFiles(machine: Machine): IndexSource {
  const path = uvFile(machine);
  if (path === undefined) return {};
  const file = readToml(path);
  const pip = asRecord(file['pip']);
  const listed = recordsOf(file['index']);
  const isMain = (entry: Untyped) => entry['default'] === true;
  // An explicit index is only for the names that point at it, which no input of ours does.
  const usable = listed.filter((entry) => entry['explicit'] !== true && typeof entry['url'] === 'string');
  return {
    indexUrl: textOf(usable.find(isMain)?.['url']) ?? textOf(file['index-url']) ?? textOf(pip['index-url']),
    extraIndexUrls: [
      ...usable.filter((entry) => !isMain(entry)).map((entry) => String(entry['url'])),
      ...textsOf(file['extra-index-url'] ?? pip['extra-index-url']),
    ],
    findLinks: textsOf(file['find-links'] ?? pip['find-links']),
    noIndex: file['no-index'] === true || pip['no-index'] === true ? true : undefined,
  };
}

function readToml(path: string): Untyped {
  try {
    return parseToml(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw badConfiguration(path, 'it is not TOML', cause);
  }
}

/** `UV_CONFIG_FILE`, else the nearest uv.toml from the working folder upwards, else the user's, else the system's. */
function uvFile({ environment, platform = process.platform, home = homedir(), folder }: Machine): string | undefined {
  const chosen = environment['UV_CONFIG_FILE'];
  if (chosen !== undefined && chosen !== '') return existsSync(chosen) ? chosen : undefined;
  if (isTrue(environment['UV_NO_CONFIG'])) return undefined;
  const candidates: string[] = [];
  for (let at = folder; at !== undefined; at = dirname(at) === at ? undefined : dirname(at)) {
    candidates.push(join(at, 'uv.toml'));
  }
  if (platform === 'win32') {
    candidates.push(join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'uv', 'uv.toml'));
    candidates.push(join(environment['SYSTEMDRIVE'] ?? 'C:', 'ProgramData', 'uv', 'uv.toml'));
  } else {
    candidates.push(join(environment['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'uv', 'uv.toml'));
    candidates.push('/etc/xdg/uv/uv.toml', '/etc/uv/uv.toml');
  }
  return candidates.find((path) => existsSync(path));
}

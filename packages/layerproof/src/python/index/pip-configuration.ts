import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parse as parseIni } from 'ini';
import { type IndexSource, isTrue, type Machine, words } from './index-source.ts';
import { asRecord, type Untyped } from '../untyped.ts';

/**
 * Settings of pip's files (https://pip.pypa.io/en/stable/topics/configuration/#location): later files win, and `[install]` wins
 * over `[global]`.
 */
export function fromPipFiles(machine: Machine): IndexSource {
  const settings: Record<string, string> = {};
  for (const path of pipFiles(machine)) {
    const file: Untyped = parseIni(joinLines(readFileSync(path, 'utf8')));
    for (const section of ['global', 'install']) {
      for (const [name, value] of Object.entries(asRecord(file[section]))) settings[name] = String(value);
    }
  }
  return {
    indexUrl: settings['index-url'],
    extraIndexUrls: words(settings['extra-index-url']),
    findLinks: words(settings['find-links']),
    noIndex: isTrue(settings['no-index']) ? true : undefined,
  };
}

/** pip's files continue a value on lines that begin with space (Python's `configparser`), which INI files in general do not. */
function joinLines(text: string): string {
  return text.replace(/\r?\n[ \t]+(?=[^\s#;])/g, ' ');
}

function pipFiles({ environment, platform = process.platform, home = homedir() }: Machine): string[] {
  const chosen = environment['PIP_CONFIG_FILE'];
  const configHome = environment['XDG_CONFIG_HOME'] ?? join(home, '.config');
  const virtual = environment['VIRTUAL_ENV'];
  const files =
    platform === 'win32'
      ? [
          join(environment['ProgramData'] ?? 'C:\\ProgramData', 'pip', 'pip.ini'),
          join(home, 'pip', 'pip.ini'),
          join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'pip', 'pip.ini'),
          ...(virtual === undefined ? [] : [join(virtual, 'pip.ini')]),
        ]
      : [
          ...(platform === 'darwin' ? ['/Library/Application Support/pip/pip.conf'] : ['/etc/xdg/pip/pip.conf']),
          '/etc/pip.conf',
          join(home, '.pip', 'pip.conf'),
          ...(platform === 'darwin' ? [join(home, 'Library', 'Application Support', 'pip', 'pip.conf')] : []),
          join(configHome, 'pip', 'pip.conf'),
          ...(virtual === undefined ? [] : [join(virtual, 'pip.conf')]),
        ];
  // os.devnull in PIP_CONFIG_FILE turns all of them off.
  if (chosen === '/dev/null' || chosen === 'nul') return [];
  return [...files, ...(chosen === undefined ? [] : [chosen])].filter((path) => existsSync(path));
}

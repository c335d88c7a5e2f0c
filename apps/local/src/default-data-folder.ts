import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where a program keeps the user's data on this platform.
 *
 * Linux and others: https://specifications.freedesktop.org/basedir-spec/latest/ (a relative XDG_DATA_HOME is to be ignored);
 * macOS: https://developer.apple.com/library/archive/documentation/FileManagement/Conceptual/FileSystemProgrammingGuide/;
 * Windows: FOLDERID_LocalAppData, because the data belongs to this machine.
 */
export function defaultDataFolder(platform: NodeJS.Platform, environment: Environment, home = homedir()): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'ocr-pipeline');
  if (platform === 'win32') {
    return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'ocr-pipeline', 'data');
  }
  const named = environment['XDG_DATA_HOME'];
  return join(named?.startsWith('/') === true ? named : join(home, '.local', 'share'), 'ocr-pipeline');
}

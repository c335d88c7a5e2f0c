import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where models that were fetched lie: `OCR_PIPELINE_MODEL_FOLDER`, else in the platform's folder for what can be fetched again.
 *
 * Linux and others: https://specifications.freedesktop.org/basedir-spec/latest/ (a relative XDG_CACHE_HOME is to be ignored);
 * macOS: https://developer.apple.com/library/archive/documentation/FileManagement/Conceptual/FileSystemProgrammingGuide/;
 * Windows: FOLDERID_LocalAppData.
 */
export function modelFolder(
  environment: Environment,
  workingFolder: string,
  platform: NodeJS.Platform = process.platform,
  home = homedir(),
): string {
  const chosen = environment['OCR_PIPELINE_MODEL_FOLDER'];
  if (chosen !== undefined && chosen !== '') return resolve(workingFolder, chosen);
  return join(cacheFolder(environment, platform, home), 'models');
}

function cacheFolder(environment: Environment, platform: NodeJS.Platform, home: string): string {
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'ocr-pipeline');
  if (platform === 'win32') {
    return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'ocr-pipeline', 'cache');
  }
  const named = environment['XDG_CACHE_HOME'];
  return join(named?.startsWith('/') === true ? named : join(home, '.cache'), 'ocr-pipeline');
}

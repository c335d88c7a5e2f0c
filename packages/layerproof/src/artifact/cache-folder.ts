import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where artifacts are kept: `LAYERPROOF_CACHE_DIR`, else the platform's own cache folder (XDG Base Directory Specification;
 * Apple's File System Programming Guide, "Library"; `LOCALAPPDATA` on Windows).
 */
export function cacheFolder(
  environment: Environment,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  const chosen = environment['LAYERPROOF_CACHE_DIR'];
  if (chosen !== undefined && chosen !== '') return chosen;
  if (platform === 'win32') return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'layerproof');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'layerproof');
  const xdg = environment['XDG_CACHE_HOME'];
  return join(xdg === undefined || xdg === '' ? join(home, '.cache') : xdg, 'layerproof');
}

import { execFile } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pythonPlaces } from '../../packages/layerproof/src/prove/interpreter-places.ts';

const run = promisify(execFile);

/**
 * The Python of a virtual environment with pip in `folder`, made when it is not there; of the first of the versions that this
 * machine has. Undefined when it has none.
 */
export async function virtualEnvironment(versions: readonly string[], folder: string): Promise<string | undefined> {
  const python = join(folder, 'bin/python');
  if (existsSync(python)) return python;
  for (const place of versions.flatMap((version) => pythonPlaces(version, process.env))) {
    try {
      await run(place, ['-m', 'venv', folder]);
      return python;
    } catch (error) {
      // What a version manager puts on the PATH answers for versions as well that are not switched on.
      if (!(error instanceof Error && 'stderr' in error)) throw error;
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return undefined;
}

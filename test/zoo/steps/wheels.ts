import { join } from 'node:path';
import { downloadWheel, findWheels, layerFromWheels } from '../../../packages/layerproof/src/build/wheels.ts';
import { openLayer } from '../../../packages/layerproof/src/image/open-layer.ts';
import { put } from '../draft.ts';
import type { Step } from '../specimen.ts';

/** Unpacks a published wheel into the layer, over what is there; of those of the version, the first whose file name matches. */
export function takeWheel(name: string, version: string, file: RegExp): Step {
  return {
    needs: 'python-index',
    async apply(draft) {
      const wheels = await findWheels(name, version);
      const wheel = wheels.find((candidate) => file.test(candidate.name.fileName));
      if (wheel === undefined) {
        const known = wheels.map((candidate) => candidate.name.fileName).join(', ');
        throw new Error(`${name} ${version} has no wheel like ${String(file)}; it has ${known}`);
      }
      const path = join(draft.scratch, `wheel-${draft.opened.length}.zip`);
      layerFromWheels([await downloadWheel(wheel)], path);
      const image = openLayer(path);
      draft.opened.push(image);
      for (const entry of image.entries) put(draft.files, entry);
    },
  };
}

/** Lets `layerproof build` make the layer of these requirements. */
export function resolve(...lines: readonly string[]): Step {
  return {
    needs: 'python-index',
    apply: ({ requirements }) => void requirements.push(...lines),
  };
}

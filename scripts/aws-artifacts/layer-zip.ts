import { join } from 'node:path';
import { buildLayer, verify } from 'layerproof';
import { layerRefused } from './faults.ts';

export interface LayerTarget {
  /** A Lambda runtime, e.g. `nodejs24.x`. */
  readonly runtime: string;
  readonly architecture: 'x86_64' | 'arm64';
}

/**
 * Builds `layer.zip`, its manifest `layer.json` and its bill of materials in `output` from a folder that is laid out like `/opt`.
 * Throws a Fault `layer-refused` when a rule says that the layer would not load on the target; nothing is written then.
 */
export async function writeLayer(
  folder: string,
  output: string,
  { runtime, architecture }: LayerTarget,
): Promise<void> {
  const result = await buildLayer(
    { inputs: [folder], runtime, architecture, output: join(output, 'layer.zip'), offline: true, folder },
    { check: (image, target) => verify(image, target) },
  );
  if (result.kind === 'refused') throw layerRefused(`${runtime}/${architecture}`, result.findings);
}

import type { Image, ImageEntry } from '../image/entry.ts';
import { sortedByPath } from '../image/path-order.ts';

export interface MergedLayers extends Image {
  /** Bytes of files that a later layer has put another one over: they count, but nobody sees them. */
  readonly hiddenBytes: number;
}

/**
 * The folder that a function finds under `/opt`: Lambda unzips its layers in their order, one over the other
 * (https://docs.aws.amazon.com/lambda/latest/dg/adding-layers.html). Closing it closes all of them.
 */
export function mergeLayers(layers: readonly Image[]): MergedLayers {
  const entries = new Map<string, ImageEntry>();
  let hiddenBytes = 0;
  for (const { entries: own } of layers) {
    for (const entry of own) {
      const hidden = entries.get(entry.path);
      if (hidden?.kind === 'file') hiddenBytes += hidden.size;
      entries.set(entry.path, entry);
    }
  }
  return {
    entries: sortedByPath(entries.values()),
    zips: layers.flatMap(({ zips = [] }) => zips),
    hiddenBytes,
    close() {
      for (const layer of layers) layer.close();
    },
  };
}

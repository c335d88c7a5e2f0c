import type { Distribution } from './distribution.ts';
import type { Layer } from './layer.ts';
import { type RecordLine, readRecordLines } from './record-lines.ts';

export interface RecordOf {
  readonly distribution: Distribution;
  readonly lines: readonly RecordLine[];
}

const known = new WeakMap<Layer, readonly RecordOf[]>();

/** What the distributions that `import` finds say that they installed; those without a RECORD are left out. */
export function readRecords(layer: Layer): readonly RecordOf[] {
  const found = known.get(layer) ?? findRecords(layer);
  known.set(layer, found);
  return found;
}

function findRecords({ entries, distributions, target }: Layer): RecordOf[] {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  return distributions.flatMap((distribution) => {
    const folder = distribution.path.replace(/\/METADATA$/, '');
    const record = byPath.get(`${folder}/RECORD`);
    if (record?.kind !== 'file' || !target.facts.layerFolders.includes(distribution.root)) return [];
    return [{ distribution, lines: readRecordLines(record) }];
  });
}

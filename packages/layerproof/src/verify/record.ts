// RECORD: https://packaging.python.org/en/latest/specifications/recording-installed-packages/#the-record-file
import { posix } from 'node:path';
import type { ImageEntry } from '../image/entry.ts';
import type { Distribution } from './distribution.ts';
import type { Layer } from './layer.ts';

/** One file that a distribution installed. */
export interface RecordLine {
  /** In the layer. */
  readonly path: string;
  /** sha256 in URL-safe base64 without padding; undefined when RECORD states none, or another kind. */
  readonly digest: string | undefined;
  /** Bytes; undefined when RECORD states none. */
  readonly size: number | undefined;
}

export interface RecordOf {
  readonly distribution: Distribution;
  readonly lines: readonly RecordLine[];
}

/** What the distributions that `import` finds say that they installed; those without a RECORD are left out. */
export function readRecords({ entries, distributions, target }: Layer): RecordOf[] {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  return distributions.flatMap((distribution) => {
    const folder = distribution.path.replace(/\/METADATA$/, '');
    const record = byPath.get(`${folder}/RECORD`);
    if (record?.kind !== 'file' || !target.facts.layerFolders.includes(distribution.root)) return [];
    return [{ distribution, lines: linesOf(record, distribution.root) }];
  });
}

function linesOf(record: ImageEntry, root: string): RecordLine[] {
  const text = new TextDecoder().decode(record.read());
  return text.split(/\r?\n/).flatMap((line) => {
    const [path, hash = '', size = ''] = fieldsOf(line);
    if (path === undefined || path === '') return [];
    const digest = /^sha256=([\w-]+)=*$/.exec(hash)?.[1];
    return [{ path: posix.join(root, path), digest, size: /^\d+$/.test(size) ? Number(size) : undefined }];
  });
}

/** RECORD is CSV: a field with a comma or a quote stands in quotes (RFC 4180). */
function fieldsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

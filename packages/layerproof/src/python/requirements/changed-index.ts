import type { IndexAnswer, WheelFile } from '../index/index-file.ts';
import type { PackageIndex } from '../index/package-index.ts';
import type { Metadata } from '../standards/metadata.ts';

export interface IndexChange {
  readonly files?: (name: string) => Promise<IndexAnswer>;
  readonly metadata?: (wheel: WheelFile) => Promise<Metadata>;
}

/** An index with other answers. Each is made once: the resolver finds what it worked out for one again by its identity. */
export function changedIndex(index: PackageIndex, { files, metadata }: IndexChange): PackageIndex {
  return {
    files: files === undefined ? (name) => index.files(name) : once(files, (name) => name),
    metadata: metadata === undefined ? (wheel) => index.metadata(wheel) : once(metadata, ({ url }) => url),
    wheelAt: (url) => index.wheelAt(url),
  };
}

function once<A, R>(answer: (asked: A) => Promise<R>, keyOf: (asked: A) => string): (asked: A) => Promise<R> {
  const known = new Map<string, Promise<R>>();
  return (asked) => {
    const key = keyOf(asked);
    const given = known.get(key) ?? answer(asked);
    known.set(key, given);
    return given;
  };
}

import { createHash } from 'node:crypto';
import { type ZipShape, zipBytes } from '../../../formats/testing/zip-bytes.ts';
import type { MadeWheel } from '../../../python/testing/make-wheel.ts';

export interface WheelShape {
  /** In place of `page-1.0-py3-none-any.whl`. */
  readonly fileName?: string;
  /** Files, or more of them, by path; a text stands for an honest file, undefined takes a usual one away. */
  readonly files?: Readonly<Record<string, string | undefined>>;
  /** Entries that no tool would write; not listed in RECORD. */
  readonly odd?: readonly ZipShape[];
  /** Changes the honest RECORD. */
  readonly record?: (text: string) => string | undefined;
  /** Changes the bytes of the whole file. */
  readonly bytes?: (bytes: Uint8Array) => Uint8Array;
}

const INFO = 'page-1.0.dist-info';

/** The wheel of `page 1.0`, sound but for what the shape says. */
export function shapeWheel({
  fileName = 'page-1.0-py3-none-any.whl',
  files = {},
  odd = [],
  record,
  bytes,
}: WheelShape): MadeWheel {
  const honest = Object.entries({
    'page/__init__.py': 'number = 1\n',
    [`${INFO}/METADATA`]: 'Metadata-Version: 2.1\nName: page\nVersion: 1.0\n',
    [`${INFO}/WHEEL`]: 'Wheel-Version: 1.0\nGenerator: hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
    ...files,
  }).flatMap(([name, data]) => (data === undefined ? [] : [{ name, data }]));
  const lines = honest.map(({ name, data }) => `${name},sha256=${digestOf(data)},${Buffer.byteLength(data)}`);
  const text = [...lines, `${INFO}/RECORD,,`, ''].join('\n');
  const recorded = record === undefined ? text : record(text);
  const listed = recorded === undefined ? [] : [{ name: `${INFO}/RECORD`, data: recorded }];
  const whole = zipBytes([...honest, ...odd, ...listed]);
  const result = Buffer.from(bytes?.(whole) ?? whole);
  return { fileName, bytes: result, sha256: createHash('sha256').update(result).digest('hex') };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

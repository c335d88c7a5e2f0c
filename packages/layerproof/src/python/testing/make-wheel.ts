import { createHash } from 'node:crypto';
import { type ZipSource, writeZip } from '../../formats/zip-writer.ts';

export interface WheelContent {
  readonly name: string;
  readonly version: string;
  readonly tag?: string;
  /** `Requires-Dist` lines. */
  readonly requires?: readonly string[];
  /** More header lines of METADATA. */
  readonly headers?: readonly string[];
  /** Files beside METADATA, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Paths that carry the executable bit. */
  readonly executable?: readonly string[];
}

export interface MadeWheel {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** A wheel as a build tool would make it, with our own zip writer. */
export function makeWheel(content: WheelContent): MadeWheel {
  const { name, version, tag = 'py3-none-any', requires = [], headers = [], executable = [] } = content;
  const info = `${name}-${version}.dist-info`;
  const metadata = [
    'Metadata-Version: 2.1',
    `Name: ${name}`,
    `Version: ${version}`,
    ...headers,
    ...requires.map((line) => `Requires-Dist: ${line}`),
    '',
    'The description.',
  ].join('\n');
  const files: Record<string, string> = {
    [`${info}/METADATA`]: metadata,
    [`${info}/WHEEL`]: wheelFile(tag),
    ...(content.files ?? { [`${name}/__init__.py`]: `version = '${version}'\n` }),
  };
  files[`${info}/RECORD`] ??= recordOf(files, info);
  const parts: Uint8Array[] = [];
  const entries = Object.entries(files).map(([path, text]) => entryOf(path, text, executable.includes(path)));
  writeZip(entries, { write: (part) => void parts.push(Buffer.from(part)) });
  const bytes = Buffer.concat(parts);
  const fileName = `${name}-${version}-${tag}.whl`;
  return { fileName, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** With each tag of a compressed one, as the specification asks for. */
function wheelFile(tag: string): string {
  const [pythons = [], abis = [], platforms = []] = tag.split('-').map((part) => part.split('.'));
  const tags = pythons.flatMap((python) => abis.flatMap((abi) => platforms.map((on) => `${python}-${abi}-${on}`)));
  const isPure = tag.endsWith('-none-any');
  return [
    'Wheel-Version: 1.0',
    'Generator: make-wheel',
    `Root-Is-Purelib: ${isPure}`,
    ...tags.map((one) => `Tag: ${one}`),
    '',
  ].join('\n');
}

function recordOf(files: Readonly<Record<string, string>>, info: string): string {
  const lines = Object.entries(files).map(([path, text]) => {
    const bytes = Buffer.from(text, 'latin1');
    const digest = createHash('sha256').update(bytes).digest('base64url');
    return `${/[",]/.test(path) ? `"${path.replaceAll('"', '""')}"` : path},sha256=${digest},${bytes.length}`;
  });
  return [...lines, `${info}/RECORD,,`, ''].join('\n');
}

function entryOf(path: string, text: string, isExecutable: boolean): ZipSource {
  const bytes = Buffer.from(text, 'latin1');
  const mode = isExecutable ? 0o755 : 0o644;
  return { path, mode, kind: 'file', size: bytes.length, crc32: undefined, read: () => bytes, compressed: undefined };
}

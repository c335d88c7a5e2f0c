import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { crc32 } from 'node:zlib';
import type { ImageEntry } from '../../image/entry.ts';
import { printRecord } from './record.ts';
import { ROOT } from './wheel-places.ts';

/** A file that a wheel has brought into the image. */
export interface InstalledFile {
  /** Relative to `/opt`. */
  readonly path: string;
  readonly size: number;
  /** As it stands in RECORD of the wheel that its bytes come from. */
  readonly hash: string;
}

/** Who installed a distribution (https://packaging.python.org/en/latest/specifications/recording-installed-packages/). */
const INSTALLER = Buffer.from('layerproof\n');
const INSTALLER_HASH = `sha256=${createHash('sha256').update(INSTALLER).digest('base64url')}`;

/**
 * The files that an installer adds to a distribution: INSTALLER, and a RECORD of what lies in the layer, no more and no less.
 * REQUESTED and direct_url.json tell how it came to a machine, and are not added: the lock tells that.
 */
export function installedRecord(distInfo: string, files: readonly InstalledFile[]): ImageEntry[] {
  const record = printRecord([
    ...files.map(({ path, size, hash }) => ({ path: posix.relative(ROOT, path), hash, size })),
    { path: `${distInfo}/INSTALLER`, hash: INSTALLER_HASH, size: INSTALLER.length },
    { path: `${distInfo}/RECORD`, hash: '', size: undefined },
  ]);
  return [
    generated(`${ROOT}/${distInfo}/INSTALLER`, INSTALLER),
    generated(`${ROOT}/${distInfo}/RECORD`, Buffer.from(record)),
  ];
}

function generated(path: string, bytes: Buffer): ImageEntry {
  return {
    path,
    mode: 0o644,
    kind: 'file',
    size: bytes.length,
    crc32: crc32(bytes),
    read: () => bytes,
    compressed: undefined,
    artifact: undefined,
  };
}

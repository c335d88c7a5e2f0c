import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCacheCopy } from '../../artifact/temporary-file.ts';
import type { WheelFile } from './index-file.ts';

/** METADATA of wheels on this machine, by the wheel's hash: what has it never changes. */
export interface MetadataCache {
  read(wheel: WheelFile): string | undefined;
  write(wheel: WheelFile, text: string): void;
}

/** A cache under `metadata/`. Each file begins with the sha256 of what follows, so that one that went bad is not taken. */
export function metadataCache(folder: string): MetadataCache {
  return {
    read(wheel) {
      const path = pathOf(folder, wheel);
      if (path === undefined || !existsSync(path)) return undefined;
      const [, stated, text = ''] = /^([0-9a-f]{64})\n([\s\S]*)$/.exec(readFileSync(path, 'utf8')) ?? [];
      return stated !== undefined && stated === sha256Of(text) ? text : undefined;
    },
    write(wheel, text) {
      const path = pathOf(folder, wheel);
      if (path !== undefined) writeCacheCopy(path, `${sha256Of(text)}\n${text}`);
    },
  };
}

/** None for a wheel whose index states no hash: its address may have another one tomorrow. */
function pathOf(folder: string, { sha256, digest }: WheelFile): string | undefined {
  const key = sha256 ?? (digest === undefined ? undefined : sha256Of(`${digest.algorithm} ${digest.hex}`));
  return key === undefined ? undefined : join(folder, 'metadata', key);
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

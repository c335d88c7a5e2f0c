import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Digest } from './store.ts';
import { writeCacheFile } from './temporary-file.ts';

/** What an address had when it was fetched last, for an index that states no sha256. */
export interface AddressRecord {
  readonly sha256: string;
  /** The hash that was stated, and held. */
  readonly digest: Digest | undefined;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
}

/** Addresses may hold tokens, so their names do not. */
function pathOf(cache: string, address: string): string {
  return join(cache, 'artifacts', 'by-address', `${createHash('sha256').update(address).digest('hex')}.json`);
}

/** Undefined when nothing is known of it, or what is known is damaged. */
export function readRecord(cache: string, address: string): AddressRecord | undefined {
  try {
    const record = JSON.parse(readFileSync(pathOf(cache, address), 'utf8')) as AddressRecord;
    return typeof record.sha256 === 'string' && /^[0-9a-f]{64}$/.test(record.sha256) ? record : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return undefined;
    throw error;
  }
}

/** @throws Fault `cache-not-writable`. */
export function writeRecord(cache: string, address: string, record: AddressRecord): void {
  writeCacheFile(pathOf(cache, address), JSON.stringify(record));
}

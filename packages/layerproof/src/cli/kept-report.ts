import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import { isFault } from '@ocr-pipeline/fault';
import { writeCacheFile } from '../artifact/temporary-file.ts';
import { TOOL_VERSION } from '../build/tool-version.ts';
import type { Image } from '../image/entry.ts';
import type { ResolvedPackage } from '../python/resolver/resolution.ts';
import type { Target } from '../target/target.ts';
import type { Report } from '../verify/verify.ts';

/** All that a report depends on, beside the rules. */
export interface ReportInput {
  readonly image: Image;
  readonly target: Target;
  readonly resolution: readonly ResolvedPackage[] | undefined;
  readonly unzippedElsewhere: number;
}

export type KeptReport = Pick<Report, 'findings' | 'rulesRun'>;

/**
 * Reports of the rules in a folder of the cache, by a hash of all that they depend on: the same rules say the same of the same
 * files. A layer with files of folders is always looked at anew, and so is every layer when it is not known which rules these are.
 */
export function keptReports(
  folder: string,
  rules: string | undefined = ownCode(),
): { of(input: ReportInput, make: () => KeptReport): KeptReport } {
  return {
    of(input, make) {
      const key = rules === undefined ? undefined : keyOf(input, rules);
      if (key === undefined) return make();
      const path = join(folder, 'reports', key.slice(0, 2), `${key}.json`);
      const kept = existsSync(path) ? parse(readFileSync(path, 'utf8')) : undefined;
      if (kept !== undefined) return kept;
      const { findings, rulesRun } = make();
      keep(path, JSON.stringify({ findings, rulesRun }));
      return { findings, rulesRun };
    },
  };
}

/**
 * The version and the code that runs, in which the rules are, or the names of the files that they are in, which have hashes in
 * their names. Undefined where each module is a file of its own.
 */
function ownCode(): string | undefined {
  const path = fileURLToPath(import.meta.url);
  if (/^kept-report\.[jt]s$/.test(basename(path))) return undefined;
  return `${TOOL_VERSION} ${sha256(readFileSync(path))}`;
}

function keyOf({ image, target, resolution, unzippedElsewhere }: ReportInput, rules: string): string | undefined {
  const hash = createHash('sha256');
  const files: string[] = [rules, target.label, String(unzippedElsewhere)];
  for (const entry of image.entries) {
    const { path, mode, kind, size, crc32, artifact } = entry;
    // Files of a folder have none: what they are would have to be read.
    if (crc32 === undefined) return undefined;
    // What an artifact holds under a path, its hash says; what was made for this layer is small.
    files.push(`${kind} ${mode} ${size} ${crc32} ${artifact ?? sha256(entry.read())} ${path}`);
  }
  hash.update(JSON.stringify(files));
  if (resolution !== undefined) hash.update(serialize(resolution));
  return hash.digest('hex');
}

function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const SHA256_LENGTH = 64;

/** With the hash in front, so that a file that the disk spoilt is no report. */
function keep(path: string, report: string): void {
  try {
    writeCacheFile(path, `${sha256(report)}\n${report}`);
  } catch (error) {
    // A cache that takes no files costs the next build time.
    if (!isFault(error)) throw error;
  }
}

function parse(text: string): KeptReport | undefined {
  const report = text.slice(SHA256_LENGTH + 1);
  return text.startsWith(`${sha256(report)}\n`) ? (JSON.parse(report) as KeptReport) : undefined;
}

import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { removeTemporary, temporaryNameBeside } from '../artifact/temporary-file.ts';
import { writeProblem } from '../artifact/write-problem.ts';
import { type Manifest, printManifest } from '../build/manifest.ts';
import type { Target } from '../target/target.ts';

/**
 * Writes the level of a proof into the manifest beside a layer zip (`layer.zip`, `layer.json`), when there is one that is of
 * this very file and target. It depends on nothing else: the same layer with the same proof has the same manifest.
 *
 * Says what became of it, or undefined where there is nothing to write.
 */
export async function recordProof(layer: string, target: Target, proof: 'import'): Promise<string | undefined> {
  const path = manifestPath(layer);
  if (path === undefined) return undefined;
  const manifest = manifestAt(path);
  if (manifest === undefined || !isOf(manifest, target)) return undefined;
  if (manifest.layer.sha256 !== (await sha256Of(layer))) return undefined;
  const text = printManifest({ ...manifest, proof });
  const temporary = temporaryNameBeside(path);
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, path);
    return `${basename(path)} has proof: ${proof}`;
  } catch (error) {
    const reason = writeProblem(error);
    if (reason === undefined) throw error;
    return `${basename(path)} still has proof: ${manifest.proof}, as it cannot be written: ${reason}`;
  } finally {
    removeTemporary(temporary);
  }
}

/** Where the manifest of a layer zip lies; undefined where there is none. */
export function manifestPath(layer: string): string | undefined {
  const path = layer.endsWith('.zip') ? layer.replace(/\.zip$/, '.json') : undefined;
  return path !== undefined && existsSync(path) ? path : undefined;
}

/** Undefined for a file that is no manifest of ours: somebody may keep another `layer.json` there. */
export function manifestAt(path: string): Manifest | undefined {
  try {
    const parsed = JSON.parse(readFileSync(path, 'utf8')) as Partial<Manifest> | null;
    return parsed?.schema === 1 && parsed.tool?.name === 'layerproof' && parsed.layer !== undefined
      ? (parsed as Manifest)
      : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isOf({ target }: Manifest, { runtime, architecture }: Target): boolean {
  return target?.runtime === runtime && target.architecture === architecture;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Image } from '../../packages/layerproof/src/image/entry.ts';
import { type EachOutcome, importEach } from './import-each.ts';
import { type ImportedModule, proveImport } from '../../packages/layerproof/src/prove/prove-import.ts';
import type { Target } from '../../packages/layerproof/src/target/target.ts';
import { moduleFiles } from './module-names.ts';

/** What the interpreter said of a layer before anything in it was spoilt. */
export interface Baseline {
  /** Modules at its top, each imported in a process of its own. */
  readonly top: readonly ImportedModule[];
  /** Every module of it by its name, and by its path what is opened in place of being imported. */
  readonly each: Readonly<Record<string, EachOutcome>>;
}

/** Changes with what is kept, so that nothing of before is taken. */
const FORMAT = 2;

/** The baseline of a layer that was read from `zip`; kept in `folder`, as the same bytes come to the same. */
export async function baselineOf(image: Image, target: Target, zip: string, folder: string): Promise<Baseline> {
  const digest = createHash('sha256').update(readFileSync(zip)).digest('hex');
  const place = join(folder, `${FORMAT}-${target.runtime}-${digest}.json`);
  const known = kept(place);
  if (known !== undefined) return known;
  const { modules: top } = await proveImport(image, target);
  const files = moduleFiles(image, target);
  const imported = await importEach(
    image,
    target,
    files.map(({ name }) => name),
  );
  // What is shaped like a module and is none, its package opens by itself (pycryptodome).
  const opened = files.filter(({ name, path }) => !path.endsWith('.py') && imported.get(name)?.kind === 'failed');
  const each = Object.fromEntries([
    ...imported,
    ...(await importEach(
      image,
      target,
      opened.map(({ path }) => path),
    )),
  ]);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${place}.tmp`, JSON.stringify({ top, each }));
  renameSync(`${place}.tmp`, place);
  return { top, each };
}

function kept(place: string): Baseline | undefined {
  try {
    return JSON.parse(readFileSync(place, 'utf8')) as Baseline;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

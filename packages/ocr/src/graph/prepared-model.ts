import { createHash } from 'node:crypto';
import { type Simplification, simplify } from './simplify.ts';

/** Keeps what was made of models, by name. It may forget, and its files may be damaged: what it gives is proven before it is used. */
export interface PreparedModels {
  read(name: string): Promise<Uint8Array | undefined>;
  write(name: string, bytes: Uint8Array): Promise<void>;
}

/** Raised whenever {@link simplify} gives other bytes for the same model: what an earlier version kept is then not found. */
export const SIMPLIFIER_VERSION = 1;

const DIGEST_BYTES = 32;

/**
 * The model simplified: taken from `kept` where it was made before, else made now and kept. Simplifying takes as long as all else
 * that is done before the first page (70 ms of CPU for 10 MB), and five times the model's size in memory.
 */
export async function preparedModel(
  model: Uint8Array,
  simplification: Simplification,
  kept?: PreparedModels,
): Promise<Uint8Array> {
  if (kept === undefined) return simplify(model, simplification);
  const name = nameOf(model, simplification);
  const known = unsealed(await kept.read(name));
  if (known !== undefined) return known;
  const prepared = simplify(model, simplification);
  await kept.write(name, sealed(prepared));
  return prepared;
}

/** By all that the bytes of the result depend on. */
function nameOf(model: Uint8Array, { classes }: Simplification): string {
  const key = [SIMPLIFIER_VERSION, digestOf(model).toString('hex'), classes?.join() ?? 'all'].join(' ');
  return `${createHash('sha256').update(key).digest('hex')}.onnx`;
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** The digest of the model, then the model. */
function sealed(model: Uint8Array): Uint8Array {
  return Buffer.concat([digestOf(model), model]);
}

function unsealed(bytes: Uint8Array | undefined): Uint8Array | undefined {
  const model = bytes?.subarray(DIGEST_BYTES);
  return bytes !== undefined && model !== undefined && digestOf(model).equals(bytes.subarray(0, DIGEST_BYTES))
    ? model
    : undefined;
}

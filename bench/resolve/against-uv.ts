import type { PackageIndex } from '../../packages/layerproof/src/python/index/package-index.ts';
import type { Target } from '../../packages/layerproof/src/target/target.ts';
import { type Comparison, compareOutcomes } from './compare.ts';
import { explain } from './explain.ts';
import { inParallel } from './in-parallel.ts';
import { resolveOurs } from './ours.ts';
import type { Uv } from './uv.ts';

/** One package on one target. */
export interface Compared {
  readonly package: string;
  readonly comparison: Comparison;
  /** A sentence for each distribution on which they disagree. */
  readonly explanations: readonly string[];
  readonly seconds: { readonly ours: number; readonly uv: number };
}

export interface AgainstUv {
  readonly target: string;
  readonly uv: string;
  readonly packages: readonly Compared[];
}

/** Resolutions at a time: uv's processes are what costs, and they mostly wait for their caches. */
const AT_A_TIME = 3;

/** Resolves each package with both, alone, and compares. */
export async function compareWithUv(
  names: readonly string[],
  target: Target,
  { uv, index, moment, progress }: { uv: Uv; index: PackageIndex; moment: Date; progress: (text: string) => void },
): Promise<AgainstUv> {
  const compareOne = async (name: string): Promise<Compared> => {
    const start = performance.now();
    const ours = await resolveOurs(name, target, index);
    const between = performance.now();
    const theirs = await uv.resolve(name, target, moment);
    const seconds = { ours: (between - start) / 1000, uv: (performance.now() - between) / 1000 };
    const comparison = compareOutcomes(ours, theirs);
    const disagreements = comparison.kind === 'differs' ? comparison.disagreements : [];
    const explanations: string[] = [];
    for (const pin of disagreements) explanations.push(`${pin.name}: ${await explain(pin, target, index)}`);
    return { package: name, comparison, explanations, seconds };
  };
  const packages = await inParallel(names, AT_A_TIME, compareOne, (done, name) =>
    progress(`${target.label} against uv: ${done} of ${names.length}, ${name}`),
  );
  return { target: target.label, uv: uv.version, packages };
}

/** How many of them agree: by the same pins, or since neither finds a solution. */
export function agreement({ packages }: AgainstUv): { readonly same: number; readonly bothRefuse: number } {
  const count = (kind: Comparison['kind']) => packages.filter(({ comparison }) => comparison.kind === kind).length;
  return { same: count('same'), bothRefuse: count('both-refuse') };
}

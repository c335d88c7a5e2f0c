import type { PackageIndex } from '../../packages/layerproof/src/python/index/package-index.ts';
import { MISFITS } from '../../packages/layerproof/src/python/resolver/faults.ts';
import { nearestFirst } from '../../packages/layerproof/src/python/resolver/wheel-advice.ts';
import { wheelChooser } from '../../packages/layerproof/src/python/resolver/wheel-choice.ts';
import { isPrerelease } from '../../packages/layerproof/src/python/standards/version.ts';
import type { Target } from '../../packages/layerproof/src/target/target.ts';
import type { Disagreement } from './compare.ts';

/** What tells most about a disagreement: what the wheel choice says of the version that only the other one takes. */
export async function explain({ name, ours, uv }: Disagreement, target: Target, index: PackageIndex): Promise<string> {
  if (ours === undefined)
    return `only uv takes it (${uv}): whoever asks for it was chosen, or its marker judged, otherwise`;
  if (uv === undefined)
    return `only layerproof takes it (${ours}): whoever asks for it was chosen, or its marker judged, otherwise`;
  const versions = `layerproof takes ${ours}, uv ${uv}`;
  const answer = await index.files(name);
  if (answer.kind !== 'found') return `${versions}; the index has no page of it`;
  const wheels = answer.page.wheels.filter((wheel) => wheel.name.version === uv);
  if (wheels.length === 0) return `${versions}; that of uv has no wheel at all`;
  const choice = wheelChooser(target).choose(wheels, { isPinned: false, hashes: undefined });
  if (choice.kind === 'none') {
    const [nearest] = nearestFirst(choice.refused, target);
    return `${versions}; that of uv has no wheel for ${target.label}${nearest === undefined ? '' : `: ${MISFITS[nearest.because]}`}`;
  }
  if (isPrerelease(ours) !== isPrerelease(uv)) return `${versions}; one of them takes a pre-release`;
  return `${versions}; both have wheels, so the searches went different ways where several answers are right`;
}

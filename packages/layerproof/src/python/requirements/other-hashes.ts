import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { ArtifactStore } from '../../artifact/store.ts';
import type { Target } from '../../target/target.ts';
import type { WheelFile } from '../index/index-file.ts';
import type { PackageIndex } from '../index/package-index.ts';
import { wheelChooser } from '../resolver/wheel-choice.ts';
import { pinnedVersion } from '../standards/specifier.ts';
import { fetchWheel } from '../wheels/wheel-file.ts';
import { badRequirementLine, noFileWithHash } from './faults.ts';
import type { OtherHash } from './hash-option.ts';
import type { AskedRequirement } from './requirements.ts';

export interface HashSources {
  readonly target: Target;
  readonly index: PackageIndex;
  readonly store: ArtifactStore;
}

/**
 * The requirements with the sha256 of the files that their sha384 and sha512 hashes are of. An index states sha256 alone, so the
 * wheels of the pinned version are fetched, the best for the target first, until one has such a hash.
 *
 * @throws Fault `hash-mismatch` when none has.
 */
export async function withSha256(
  asked: readonly AskedRequirement[],
  sources: HashSources,
): Promise<AskedRequirement[]> {
  return Promise.all(
    asked.map(async (one) => {
      const { otherHashes = [], hashes } = one;
      if (otherHashes.length === 0 || hashes.length > 0) return one;
      return { ...one, hashes: [await sha256Of(one, otherHashes, sources)] };
    }),
  );
}

async function sha256Of(asked: AskedRequirement, others: readonly OtherHash[], sources: HashSources): Promise<string> {
  const { index, store, target } = sources;
  const chooser = wheelChooser(target);
  let wheels = await wheelsOf(asked, index);
  for (;;) {
    const choice = chooser.choose(wheels, { isPinned: true, hashes: undefined });
    if (choice.kind === 'none') throw noFileWithHash(asked.origin, asked.requirement.name, target.label);
    const artifact = await fetchWheel(choice.wheel, store);
    for (const { algorithm, hex } of others) {
      const hash = createHash(algorithm);
      await pipeline(createReadStream(artifact.path), hash);
      if (hash.digest('hex') === hex) return artifact.sha256;
    }
    wheels = wheels.filter((wheel) => wheel !== choice.wheel);
  }
}

async function wheelsOf({ requirement, origin }: AskedRequirement, index: PackageIndex): Promise<readonly WheelFile[]> {
  if (requirement.url !== undefined) return [await index.wheelAt(requirement.url)];
  const version = pinnedVersion(requirement.specifier);
  if (version === undefined) {
    throw badRequirementLine(
      origin,
      `a hash needs a version pinned with \`==\`: \`${requirement.name}${requirement.specifier}\` has none`,
    );
  }
  const answer = await index.files(requirement.name);
  return answer.kind === 'found' ? answer.page.wheels.filter(({ name }) => name.version === version) : [];
}

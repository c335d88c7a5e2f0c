import type { IndexAnswer, WheelFile } from './index-file.ts';
import type { PackageIndex } from './package-index.ts';

/**
 * The index as it stood at a moment: without what was uploaded then or later, as uv's `--exclude-newer` has it. A file whose
 * index tells no time of upload (PEP 700) is left out as well, since it may be newer; one on this machine stays.
 */
export function indexAsOf(index: PackageIndex, moment: Date): PackageIndex {
  const known = new Map<string, Promise<IndexAnswer>>();
  const narrowed = async (name: string): Promise<IndexAnswer> => {
    const answer = await index.files(name);
    if (answer.kind !== 'found') return answer;
    const isThere = ({ url, uploaded }: WheelFile) =>
      url.startsWith('file:') || (uploaded !== undefined && Date.parse(uploaded) < moment.getTime());
    const { true: wheels = [], false: later = [] } = Object.groupBy(answer.page.wheels, (wheel) => `${isThere(wheel)}`);
    return { kind: 'found', page: { ...answer.page, wheels, withheld: { from: moment, wheels: later } } };
  };
  return {
    ...index,
    // One page for all who ask: what was worked out for it is found again by its identity.
    files(name) {
      const asked = known.get(name) ?? narrowed(name);
      known.set(name, asked);
      return asked;
    },
  };
}

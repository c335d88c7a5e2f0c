import type { IndexPage } from '../index/index-file.ts';
import { isPrerelease } from '../standards/version.ts';
import { releasesOf, type WheelChooser } from './wheel-choice.ts';

/** A version that is there, and came to the index too late to be taken. */
export interface TooNew {
  readonly version: string;
  /** As the index states it, ISO 8601; undefined when it states no times of upload (PEP 700), and anything may be too new. */
  readonly uploaded: string | undefined;
  /** Nothing is taken that came then or later. */
  readonly from: Date;
}

/** What `--exclude-newer` leaves out of a distribution; looked through only for a failure to be told. */
export interface Withheld {
  readonly from: Date;
  /** The newest version with a wheel for the target that suits; a pre-release only when nothing else does. */
  newest(suits: (version: string) => boolean): TooNew | undefined;
}

export function withheldBy({ withheld }: IndexPage, chooser: WheelChooser): Withheld | undefined {
  if (withheld === undefined) return undefined;
  const { from } = withheld;
  return {
    from,
    newest(suits) {
      const found = releasesOf(withheld.wheels).flatMap(([version, wheels]): TooNew[] => {
        if (!suits(version)) return [];
        const choice = chooser.choose(wheels, { isPinned: false, hashes: undefined });
        return choice.kind === 'wheel' ? [{ version, uploaded: choice.wheel.uploaded, from }] : [];
      });
      return found.find(({ version }) => !isPrerelease(version)) ?? found[0];
    },
  };
}

/** Why that version is not there, as a sentence. */
export function tooNewInWords(name: string, { version, uploaded, from }: TooNew): string {
  if (uploaded === undefined) {
    return `Its index does not tell when ${name} ${version} came to it, so that it is left out: \`--exclude-newer\` needs an index that tells times of upload (PEP 700).`;
  }
  return `Version ${version} would suit, but came to the index on ${uploaded}: raise \`--exclude-newer\`, which leaves out all from ${momentInWords(from)} on.`;
}

/** Without a fraction of a second that is none. */
export function momentInWords(moment: Date): string {
  return moment.toISOString().replace('.000Z', 'Z');
}

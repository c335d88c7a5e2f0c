import { PLATFORM_CPU, wheelTags } from '../../target/platform-tags.ts';
import type { Target } from '../../target/target.ts';
import type { WheelFile } from '../index/index-file.ts';
import { repairSpecifier } from '../standards/repair.ts';
import { isInSpecifier } from '../standards/specifier.ts';
import { compareVersions } from '../standards/version.ts';

/** Why a wheel is not for the target, most telling first. */
export type Misfit = 'requires-python' | 'c-library' | 'abi' | 'python' | 'platform' | 'yanked' | 'hash';

export interface Refused {
  readonly wheel: WheelFile;
  readonly because: Misfit;
}

/** What a release offers the target: its best wheel, if it has one, and the reasons why others are none. */
export type WheelChoice =
  | { readonly kind: 'wheel'; readonly wheel: WheelFile; readonly refused: readonly Refused[] }
  | { readonly kind: 'none'; readonly refused: readonly Refused[] };

export interface ChoiceRules {
  /** The release is pinned with `==`, which is the one way to get a yanked file (PEP 592). */
  readonly isPinned: boolean;
  /** The hashes that a requirement allows; undefined when it names none. */
  readonly hashes: ReadonlySet<string> | undefined;
}

/**
 * Chooses wheels for one target, as pip would in it. Ranks its tags once.
 *
 * A wheel for plain `linux_x86_64` comes after all of manylinux, from wherever it is offered, as for pip: it promises nothing of
 * the C library, but no public index takes it, so that somebody has put it on an index or in a folder of their own for this. What
 * its files need is then for the rules to say, which read them. There is no tag for musl or for free-threaded Python here: no
 * Lambda runtime loads them.
 */
export function wheelChooser(target: Target) {
  const rank = new Map(wheelTags(target).map((tag, index) => [tag, index]));
  const python = target.facts.python?.version ?? '';
  const words = wordsOf(rank.keys());
  const cpu = PLATFORM_CPU[target.architecture];

  const rankOf = (wheel: WheelFile) => Math.min(...wheel.name.tags.map((tag) => rank.get(tag) ?? Infinity));

  /** A page has thousands of wheels, and few words on Python. */
  const pythonTaken = new Map<string, boolean>();
  function takesItsPython({ requiresPython }: WheelFile): boolean {
    if (requiresPython === undefined) return true;
    const taken = pythonTaken.get(requiresPython) ?? takesPython(requiresPython, python);
    pythonTaken.set(requiresPython, taken);
    return taken;
  }

  /** Which part of the tag is at fault; of several, the one that is hardest to come by. */
  function tagMisfit({ name }: WheelFile): Misfit {
    // A wheel for musl is for another system: no runtime has that C library, be it as new as can be.
    const isForCpu = (platform: string) => /^(?:many)?linux/.test(platform) && platform.endsWith(`_${cpu}`);
    if (!name.platforms.some((platform) => isForCpu(platform) || platform === 'any')) return 'platform';
    const isForAbi = name.pythons.some((tag) => name.abis.some((abi) => words.abis.has(`${tag}-${abi}`)));
    if (!isForAbi) return name.pythons.includes(words.interpreter) ? 'abi' : 'python';
    return 'c-library';
  }

  function misfitOf(wheel: WheelFile, rules: ChoiceRules): Misfit | undefined {
    // What was withdrawn, or is for other Pythons by its author's word, no wheel of the release can be, whatever its tags.
    if (wheel.yanked !== undefined && !rules.isPinned) return 'yanked';
    if (!takesItsPython(wheel)) return 'requires-python';
    if (rankOf(wheel) === Infinity) return tagMisfit(wheel);
    if (rules.hashes !== undefined && !(wheel.sha256 !== undefined && rules.hashes.has(wheel.sha256))) return 'hash';
    return undefined;
  }

  return {
    /** The best wheel among those of one release: by its tags, then by its build number. */
    choose(wheels: readonly WheelFile[], rules: ChoiceRules): WheelChoice {
      const refused: Refused[] = [];
      const fitting: WheelFile[] = [];
      for (const wheel of wheels) {
        const because = misfitOf(wheel, rules);
        if (because === undefined) fitting.push(wheel);
        else refused.push({ wheel, because });
      }
      const [best] = fitting.toSorted((a, b) => rankOf(a) - rankOf(b) || compareBuilds(b, a) || byFileName(a, b));
      return best === undefined ? { kind: 'none', refused } : { kind: 'wheel', wheel: best, refused };
    },
  };
}

export type WheelChooser = ReturnType<typeof wheelChooser>;

/**
 * True when `Requires-Python` takes the Python version of the target, e.g. `3.9`. Judged by the newest patch release, as AWS
 * keeps runtimes on it; a text that is no specifier says nothing, as for pip.
 */
export function takesPython(requiresPython: string | undefined, python: string): boolean {
  const specifier = requiresPython === undefined ? undefined : repairSpecifier(requiresPython);
  return specifier === undefined || isInSpecifier(`${python}.${NEWEST_PATCH}`, specifier);
}

/** Higher than any patch release of CPython 3 so far (3.6 ended at 15, 3.7 at 17, 3.9 at 25). */
const NEWEST_PATCH = 99;

/** Newest first. */
export function releasesOf(wheels: readonly WheelFile[]): (readonly [string, readonly WheelFile[]])[] {
  const releases = new Map<string, WheelFile[]>();
  for (const wheel of wheels) {
    const { version } = wheel.name;
    const release = releases.get(version);
    if (release === undefined) releases.set(version, [wheel]);
    else release.push(wheel);
  }
  return [...releases].toSorted(([a], [b]) => compareVersions(b, a));
}

/** The target's own interpreter (`cp39`), and every pair of an interpreter and an ABI that it takes. */
function wordsOf(tags: Iterable<string>) {
  const abis = new Set<string>();
  for (const tag of tags) abis.add(tag.slice(0, tag.lastIndexOf('-')));
  const [first = ''] = abis;
  return { interpreter: first.slice(0, first.indexOf('-')), abis };
}

function compareBuilds({ name: { build: a } }: WheelFile, { name: { build: b } }: WheelFile): number {
  return a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0);
}

/** So that the choice never depends on the order of the page. */
function byFileName(a: WheelFile, b: WheelFile): number {
  return a.name.fileName < b.name.fileName ? -1 : 1;
}

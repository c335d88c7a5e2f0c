import type { Architecture } from './facts.ts';
import { notAPythonRuntime } from './faults.ts';
import type { Target } from './target.ts';

/** The CPU's name in a platform tag (PEP 425 takes it from `uname -m`). */
export const PLATFORM_CPU: Readonly<Record<Architecture, string>> = { x86_64: 'x86_64', arm64: 'aarch64' };

/** Names that came before PEP 600, by the glibc 2 minor version that each stands for (PEP 513, 571, 599). */
const LEGACY_ALIAS: Readonly<Record<number, string>> = { 5: 'manylinux1', 12: 'manylinux2010', 17: 'manylinux2014' };

/** The oldest glibc 2 minor version that a manylinux tag exists for: PEP 513 for x86_64, PEP 599 for aarch64. */
const OLDEST_MINOR: Readonly<Record<Architecture, number>> = { x86_64: 5, arm64: 17 };

/**
 * Every wheel tag (PEP 425: interpreter-abi-platform) that the target takes, best first, in the order that pip uses
 * (`packaging.tags.sys_tags`), with the C library of the runtime as the ceiling in place of the host's.
 *
 * @throws Fault `not-a-python-runtime`.
 */
export function wheelTags(target: Target): readonly string[] {
  const { python } = target.facts;
  if (python === undefined) throw notAPythonRuntime(target.runtime);
  const minor = minorOf(python.version);
  const interpreter = `cp3${minor}`;
  const platforms = platformTags(target);
  const tags: string[] = [];
  const addEach = (interpreterAndAbi: string) => {
    for (const platform of platforms) tags.push(`${interpreterAndAbi}-${platform}`);
  };

  addEach(`${interpreter}-${python.abi}`);
  addEach(`${interpreter}-abi3`);
  addEach(`${interpreter}-none`);
  // PEP 384: the stable ABI exists since 3.2, and a module built for an older interpreter loads in every newer one.
  for (let older = minor - 1; older >= 2; older--) addEach(`cp3${older}-abi3`);
  const languageTags = [
    `py3${minor}`,
    'py3',
    ...Array.from({ length: minor }, (_, index) => `py3${minor - 1 - index}`),
  ];
  for (const tag of languageTags) addEach(`${tag}-none`);
  tags.push(`${interpreter}-none-any`);
  for (const tag of languageTags) tags.push(`${tag}-none-any`);
  return tags;
}

/** Platform tags of the target, best first: manylinux from the runtime's glibc downwards (PEP 600), then plain linux. */
export function platformTags({ architecture, facts }: Target): readonly string[] {
  const cpu = PLATFORM_CPU[architecture];
  const tags: string[] = [];
  for (let minor = minorOf(facts.glibc); minor >= OLDEST_MINOR[architecture]; minor--) {
    tags.push(`manylinux_2_${minor}_${cpu}`);
    const alias = LEGACY_ALIAS[minor];
    if (alias !== undefined) tags.push(`${alias}_${cpu}`);
  }
  tags.push(`linux_${cpu}`);
  return tags;
}

function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}

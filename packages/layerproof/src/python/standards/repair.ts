// What other people's published metadata gets wrong in ways that leave no doubt of what is meant. uv repairs the same
// (crates/uv-pypi-types/src/lenient_requirement.rs). What people write into their own inputs is never repaired.
import { isFault } from '@ocr-pipeline/fault';
import { parseRequirement, type Requirement } from './requirement.ts';
import { isSpecifier } from './specifier.ts';

interface Repair {
  readonly wrong: RegExp;
  readonly right: string;
}

/** In this order; each is tried on top of those before it. */
const REPAIRS: readonly Repair[] = [
  // `>=7.2.0<8.0.0`
  { wrong: /(\d)([<>=~!]=?)/g, right: '$1,$2' },
  // `!=~5.0`
  { wrong: /!=~((?:\d\.)*\d)/g, right: '!=$1.*' },
  // `>=1.9.*`: only `==` and `!=` take a wildcard
  { wrong: /(<=|>=|<|>|~=)(\s*\d+(?:\.\d+)*)\.\*/g, right: '$1$2' },
  // `!=3.0*`
  { wrong: /(\d\.\d+)\*/g, right: '$1.*' },
  // `>=2.7,!=3.0.*,`
  { wrong: /,\s*(?=$|\)|;)/g, right: '' },
  // `>=*`
  { wrong: />=\s*\*/g, right: '>=0.dev0' },
  // `>dev`
  { wrong: />\s*dev\b/g, right: '>0.0.0.dev0' },
  // `>='2.7'`: quotes belong into markers, which come after a `;`
  { wrong: /(?<=^[^;]*)["']/g, right: '' },
];

/** A line that cannot be read, also not after repair. */
export interface BrokenLine {
  readonly text: string;
  /** What is wrong with it, for people. */
  readonly problem: string;
}

/** The specifier as it is when it can be read, else repaired; undefined when it means nothing. */
export function repairSpecifier(text: string): string | undefined {
  return firstRepair(text, (candidate) => (isSpecifier(candidate) ? candidate : undefined));
}

/** The requirement that a line of metadata means. */
export function readPublishedRequirement(text: string): Requirement | BrokenLine {
  let problem = '';
  const requirement = firstRepair(text, (candidate) => {
    try {
      return parseRequirement(candidate);
    } catch (error) {
      if (!isFault(error)) throw error;
      problem ||= error.message;
      return undefined;
    }
  });
  return requirement ?? { text, problem };
}

function firstRepair<T>(text: string, read: (candidate: string) => T | undefined): T | undefined {
  let candidate = text;
  const asItIs = read(text);
  if (asItIs !== undefined) return asItIs;
  for (const { wrong, right } of REPAIRS) {
    const repaired = candidate.replace(wrong, right);
    if (repaired === candidate) continue;
    candidate = repaired;
    const found = read(candidate);
    if (found !== undefined) return found;
  }
  return undefined;
}

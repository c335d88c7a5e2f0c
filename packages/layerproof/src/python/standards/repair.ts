// What other people's published metadata gets wrong in ways that leave no doubt of what is meant. uv repairs the same
// (crates/uv-pypi-types/src/lenient_requirement.rs). What people write into their own inputs is never repaired.
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

/** The specifier as it is when it can be read, else repaired; undefined when it means nothing. */
export function repairSpecifier(text: string): string | undefined {
  for (const candidate of repairs(text)) if (isSpecifier(candidate)) return candidate;
  return undefined;
}

/** The text as it is, then with one repair after the other. */
export function* repairs(text: string): Generator<string> {
  yield text;
  let candidate = text;
  for (const { wrong, right } of REPAIRS) {
    const repaired = candidate.replace(wrong, right);
    if (repaired === candidate) continue;
    candidate = repaired;
    yield candidate;
  }
}

import { isFault } from '@ocr-pipeline/fault';
import { type Marker, type MarkerEnvironment, evaluateMarker, parseMarker } from '../standards/marker.ts';
import { normalizeName } from '../standards/name.ts';
import { badLock } from './faults.ts';
import type { Selection } from './locked-package.ts';

/** Where a marker of a lock is to hold. */
export interface LockEnvironment extends Selection {
  readonly environment: MarkerEnvironment;
}

/**
 * True when a lock's marker holds. Unlike in a requirement, all chosen extras hold at once: `extra == 'a'` says that `a` is among
 * them and `extra != 'a'` that it is not (as uv and poetry write them); `'a' in extras` and `'a' in dependency_groups` are those
 * of PEP 751.
 *
 * @throws Fault `bad-lock` for a marker that cannot be read.
 */
export function lockMarkerHolds(text: string | undefined, label: string, at: LockEnvironment): boolean {
  return text === undefined || text.trim() === '' || holds(parsed(text, label), at);
}

function parsed(text: string, label: string): Marker {
  try {
    return parseMarker(text);
  } catch (error) {
    if (isFault(error)) throw badLock(label, error.message, error);
    throw error;
  }
}

function holds(marker: Marker, at: LockEnvironment): boolean {
  if (marker.kind !== 'comparison') {
    const isLeft = holds(marker.left, at);
    const decides = marker.kind === 'and' ? !isLeft : isLeft;
    return decides ? isLeft : holds(marker.right, at);
  }
  const sides = [marker.left, marker.right];
  const variable = sides.flatMap((side) => (side.kind === 'variable' ? [side.name] : [])).find(isAboutNames);
  if (variable === undefined) return evaluateMarker(marker, at.environment);
  const literal = sides.flatMap((side) => (side.kind === 'literal' ? [side.value] : []))[0] ?? '';
  const names = variable === 'dependency_groups' ? at.groups : at.extras;
  const isNegated = marker.operator === '!=' || marker.operator === 'not in';
  return names.has(normalizeName(literal)) !== isNegated;
}

function isAboutNames(variable: string): variable is 'extra' | 'extras' | 'dependency_groups' {
  return variable === 'extra' || variable === 'extras' || variable === 'dependency_groups';
}

import type { Outcome } from './outcome.ts';

/** One distribution on which the two disagree; a version is undefined where one has it not at all. */
export interface Disagreement {
  readonly name: string;
  readonly ours: string | undefined;
  readonly uv: string | undefined;
}

/** What comes of holding two resolutions of one package against each other. */
export type Comparison =
  | { readonly kind: 'same' }
  /** Neither finds a solution. */
  | { readonly kind: 'both-refuse'; readonly ours: string; readonly uv: string }
  | { readonly kind: 'one-refuses'; readonly who: 'ours' | 'uv'; readonly reason: string }
  | { readonly kind: 'differs'; readonly disagreements: readonly Disagreement[] };

export function compareOutcomes(ours: Outcome, uv: Outcome): Comparison {
  if (ours.kind === 'refused') {
    return uv.kind === 'refused'
      ? { kind: 'both-refuse', ours: ours.reason, uv: uv.reason }
      : { kind: 'one-refuses', who: 'ours', reason: ours.reason };
  }
  if (uv.kind === 'refused') return { kind: 'one-refuses', who: 'uv', reason: uv.reason };
  const names = [...new Set([...ours.pins.keys(), ...uv.pins.keys()])].toSorted();
  const disagreements = names
    .map((name) => ({ name, ours: ours.pins.get(name), uv: uv.pins.get(name) }))
    .filter((pin) => pin.ours !== pin.uv);
  return disagreements.length === 0 ? { kind: 'same' } : { kind: 'differs', disagreements };
}

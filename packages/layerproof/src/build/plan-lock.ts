import { basename } from 'node:path';
import type { Selection } from '../python/locks/locked-package.ts';
import { mergeRequirements, type Requirements } from '../python/requirements/requirements.ts';
import type { Target } from '../target/target.ts';
import { frozenLockDiffers, frozenLockMissing } from './faults.ts';
import { inputsDigest, judgeOutputLock } from './output-lock.ts';
import type { InputLock, ReadInputs } from './read-inputs.ts';

export interface PlanOptions {
  /** Where the lock of the layer will lie; undefined when the input is that lock itself. */
  readonly lock: string | undefined;
  readonly target: Target;
  readonly selection: Selection;
  readonly frozen?: boolean;
  readonly upgrade?: boolean;
}

/** What is resolved, and what becomes of the lock that is there. */
export interface LockPlan {
  readonly locks: readonly InputLock[];
  readonly requirements: Requirements;
  /** The lock that is there holds, and is not written. */
  readonly keepsLock: boolean;
  /** The lock that is there, when it was made from other inputs: its versions are kept where the inputs allow it. */
  readonly preferred: InputLock | undefined;
  /** Of the inputs, for the lock that is written. */
  readonly digest: string;
  /** What people should know of it. */
  readonly note: string | undefined;
}

/**
 * Decides by the lock that lies where the layer's lock will lie: one that matches the inputs is taken as it is, unless everything
 * shall be resolved anew; one that does not is replaced, unless it is frozen, and its versions are kept where that can be.
 *
 * @throws Fault `frozen-lock-missing` or `frozen-lock-differs` with `frozen`; `lock-of-another-tool` for a lock that is not ours.
 */
export function planLock(read: ReadInputs, options: PlanOptions): LockPlan {
  const { lock, target, selection, frozen = false, upgrade = false } = options;
  const isLocksAlone = read.requirements.requirements.length === 0;
  const [first, ...others] = read.locks;
  // A lock that is made from one lock is that lock, and still tells of the inputs that the first one was made from.
  const ofLock = isLocksAlone && others.length === 0 ? first?.content.inputs : undefined;
  const digest = ofLock ?? inputsDigest(read);
  const anew = {
    locks: read.locks,
    requirements: read.requirements,
    keepsLock: false,
    preferred: undefined,
    digest,
    note: undefined,
  };
  // Nothing is resolved from locks, so there is nothing that another lock could spare.
  if (isLocksAlone) return { ...anew, keepsLock: frozen };
  if (lock === undefined) return anew;
  const label = basename(lock);
  const there = judgeOutputLock(lock, digest, target, selection);
  if (frozen && there.kind === 'none') throw frozenLockMissing(label);
  if (frozen && there.kind === 'differs') throw frozenLockDiffers(label, there.difference);
  if (there.kind === 'none' || (upgrade && !frozen)) return anew;
  if (there.kind === 'differs') return { ...anew, preferred: there.lock };
  return {
    ...anew,
    locks: [there.lock],
    // The answer is in the lock; where its files lie is still for the inputs to say.
    requirements: { ...mergeRequirements([]), options: read.requirements.options },
    keepsLock: true,
    note: frozen
      ? undefined
      : `${label} matches the inputs, and its versions are taken; \`--upgrade\` looks for newer ones`,
  };
}

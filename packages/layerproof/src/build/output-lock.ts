import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { UNUSABLE_LOCK } from '../python/locks/faults.ts';
import { isFault } from '@ocr-pipeline/fault';
import { readTomlLock } from '../python/locks/lock-file.ts';
import { ownLockFacts } from '../python/locks/pylock-reader.ts';
import { readLockContent } from '../python/locks/read-lock.ts';
import type { Selection } from '../python/locks/locked-package.ts';
import type { AskedRequirement } from '../python/requirements/requirements.ts';
import type { Target } from '../target/target.ts';
import { textOf } from '../python/untyped.ts';
import { lockOfAnotherTool } from './faults.ts';
import type { InputLock, ReadInputs } from './read-inputs.ts';

/**
 * The sha256 of all that decides which versions the inputs mean, in hex: what is asked for, narrowed and overridden, in whatever
 * order and spelling, and the pins of locks. Where an index lies is no part of it, so that a lock holds behind a mirror too.
 */
export function inputsDigest({ requirements, locks }: ReadInputs): string {
  const { excluded, hashesRequired, options, excludeNewer } = requirements;
  const facts = {
    requirements: listed(requirements.requirements),
    constraints: listed(requirements.constraints),
    overrides: listed(requirements.overrides),
    excluded: [...excluded].toSorted(),
    hashesRequired,
    prereleases: options.prereleases,
    ...(excludeNewer === undefined ? {} : { excludeNewer: excludeNewer.toISOString() }),
    locks: locks.map(pinsOf).toSorted(),
  };
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}

function listed(asked: readonly AskedRequirement[]): string[] {
  const texts = asked.map(({ requirement: { name, extras, specifier, url, marker }, hashes, otherHashes = [] }) => {
    const allHashes = [...hashes, ...otherHashes.map(({ hex }) => hex)].toSorted();
    return JSON.stringify([name, extras, specifier.split(',').toSorted(), url ?? null, marker ?? null, allHashes]);
  });
  return [...new Set(texts)].toSorted();
}

function pinsOf({ content }: InputLock): string {
  const pins = content.packages.map(({ name, version, files }) => {
    const hashes = files.kind === 'hashes' ? [...files.sha256] : files.wheels.map(({ sha256, url }) => sha256 ?? url);
    return JSON.stringify([name, version ?? null, hashes.toSorted()]);
  });
  return JSON.stringify(pins.toSorted());
}

/** The lock that lies where this layer's lock will lie. */
export type OutputLock =
  | { readonly kind: 'none' }
  | { readonly kind: 'matches'; readonly lock: InputLock }
  /** `difference` says what disagrees, for people; `lock` is there when only the inputs are others. */
  | { readonly kind: 'differs'; readonly difference: string; readonly lock?: InputLock };

/**
 * Judges the lock that is there: one of ours, for this target and made from the same inputs, holds.
 *
 * @throws Fault `lock-of-another-tool` for a lock that is not ours to replace.
 */
export function judgeOutputLock(path: string, digest: string, target: Target, selection: Selection): OutputLock {
  if (!existsSync(path)) return { kind: 'none' };
  const label = basename(path);
  try {
    const lock = readTomlLock(path, label);
    const facts = ownLockFacts(lock);
    if (facts === undefined) throw lockOfAnotherTool(label, textOf(lock['created-by']));
    if (facts.target !== target.label) {
      return { kind: 'differs', difference: `it was made for ${facts.target}, and the target is ${target.label}` };
    }
    const own = { label, path, content: readLockContent('pylock', path, label, target, selection) };
    if (facts.inputs !== digest) {
      const made =
        facts.inputs === undefined ? 'no digest of its inputs' : `inputs of the digest ${short(facts.inputs)}`;
      return { kind: 'differs', difference: `it has ${made}, and these are ${short(digest)}`, lock: own };
    }
    return {
      kind: 'matches',
      lock: own,
    };
  } catch (error) {
    // A file that is no lock at all holds nothing that could be lost: an earlier build may have been cut off.
    if (isFault(error) && UNUSABLE_LOCK.has(error.code)) return { kind: 'differs', difference: error.message };
    throw error;
  }
}

const SHOWN = 12;

function short(digest: string): string {
  return digest.slice(0, SHOWN);
}

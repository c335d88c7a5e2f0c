import { readFacts, type WheelFacts, withoutSource } from '../python/wheels/wheel-facts.ts';
import type { LocalWheel } from '../python/wheels/wheel-image.ts';
import { type Native, readNativeBytes } from '../verify/native.ts';
import { type SourceFacts, sourceFactsOf } from '../verify/python-source.ts';

/** Everything that is asked of a wheel, found while its bytes come by once. */
export interface WheelReading {
  readonly facts: WheelFacts;
  /** By path relative to `/opt`; undefined for what is no native file. */
  readonly natives: readonly (readonly [path: string, native: Native | undefined])[];
  /** Of its modules. */
  readonly sources: readonly (readonly [path: string, source: SourceFacts])[];
}

/** @throws Fault of the check that the wheel does not pass. */
export async function readWheel(wheel: LocalWheel): Promise<WheelReading> {
  const natives: [string, Native | undefined][] = [];
  const sources: [string, SourceFacts][] = [];
  const facts = await readFacts(wheel, (path, bytes, source) => {
    natives.push([path, readNativeBytes(path, bytes)]);
    if (source !== undefined)
      sources.push([path, withoutSource({ ...sourceFactsOf(source.text, source.scanned.imports) })]);
  });
  return { facts, natives, sources };
}

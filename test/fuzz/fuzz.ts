import { mutate, zipOfMutants } from './mutate.ts';
import { seededRandom } from './random.ts';
import { readAll } from './read-all.ts';
import { type Format, layerShapes, readSeeds } from './seeds.ts';

/** What came of many spoilt files of one format. */
export interface Tally {
  readonly format: Format;
  readonly inputs: number;
  /** Readings that took the bytes, and that refused them with a fault. */
  readonly read: number;
  readonly refused: number;
  /** Milliseconds of the slowest input, and its number. */
  readonly slowest: { readonly milliseconds: number; readonly input: number };
  /** Anything but an answer or a fault: the input's number and the error. */
  readonly crashes: readonly { readonly input: number; readonly error: string }[];
}

/** Input number `input` of a format: the same bytes on every machine for the same files. */
export function inputOf(format: Format, input: number, seeds = readSeeds()): Uint8Array {
  const random = seededRandom(input * 2654435761);
  const all = Object.values(seeds).flat();
  // A spoilt zip is mostly refused at its directory, and its files are never looked at.
  if (format === 'zip' && random.below(3) > 0) return zipOfMutants(layerShapes(), random.pick(all), random);
  return mutate(random.pick(seeds[format]), random.pick(all), random);
}

/** Reads inputs `from` to `from + count` of a format. `onInput` hears of each before it is read. */
export function fuzz(
  format: Format,
  from: number,
  count: number,
  onInput: (input: number) => void = () => undefined,
): Tally {
  const seeds = readSeeds();
  const crashes: { input: number; error: string }[] = [];
  const outcomes = { read: 0, refused: 0 };
  let slowest = { milliseconds: 0, input: from };
  for (let input = from; input < from + count; input++) {
    const bytes = inputOf(format, input, seeds);
    onInput(input);
    const start = performance.now();
    try {
      for (const outcome of readAll(format, bytes)) outcomes[outcome]++;
    } catch (error) {
      crashes.push({ input, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
    const milliseconds = performance.now() - start;
    if (milliseconds > slowest.milliseconds) slowest = { milliseconds, input };
  }
  return { format, inputs: count, ...outcomes, slowest, crashes };
}

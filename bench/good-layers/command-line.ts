import { parseArgs } from 'node:util';
import { GOOD_LAYERS, type GoodLayer, type Maker } from './layers.ts';

export interface Wanted {
  readonly layers: readonly GoodLayer[];
  readonly offline: boolean;
  readonly readelf: boolean;
  /** Where the Markdown report goes; its JSON lies beside it. */
  readonly output: string | undefined;
}

const MAKERS: readonly Maker[] = ['layerproof', 'pip', 'npm'];

/** @throws Error for an option that there is not. */
export function parseCommandLine(argv: readonly string[]): Wanted {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      packages: { type: 'string' },
      makers: { type: 'string' },
      runtimes: { type: 'string' },
      arch: { type: 'string' },
      first: { type: 'string' },
      offline: { type: 'boolean', default: false },
      readelf: { type: 'boolean', default: false },
      output: { type: 'string', short: 'o' },
    },
  });
  const packages = values.packages?.split(',');
  const makers = values.makers?.split(',') ?? MAKERS;
  const runtimes = values.runtimes?.split(',');
  const layers = GOOD_LAYERS.filter(
    ({ maker, requirement, runtime, architecture }) =>
      makers.includes(maker) &&
      (packages?.includes(requirement) ?? true) &&
      (runtimes?.includes(runtime) ?? true) &&
      (values.arch === undefined || values.arch === architecture),
  );
  const { offline, readelf, output, first } = values;
  return { layers: layers.slice(0, first === undefined ? undefined : Number(first)), offline, readelf, output };
}

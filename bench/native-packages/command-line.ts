import { parseArgs } from 'node:util';
import { type NativePackage, PACKAGES } from './packages.ts';

export const RUNTIMES = ['python3.9', 'python3.10', 'python3.11', 'python3.12', 'python3.13'] as const;

/** What a run is asked for. */
export interface Wanted {
  readonly packages: readonly NativePackage[];
  readonly runtimes: readonly string[];
  readonly architecture: string;
  /** Import every module at the top of each layer, also those of what the package needs. */
  readonly everyModule: boolean;
  readonly offline: boolean;
  /** Where the Markdown report goes. */
  readonly report: string | undefined;
  readonly json: string | undefined;
}

/** @throws Error for an option that there is not, and for a package that is not in the list. */
export function parseCommandLine(argv: readonly string[]): Wanted {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      packages: { type: 'string' },
      runtimes: { type: 'string' },
      arch: { type: 'string' },
      'every-module': { type: 'boolean' },
      offline: { type: 'boolean' },
      output: { type: 'string', short: 'o' },
      json: { type: 'string' },
    },
  });
  return {
    packages: values.packages?.split(',').map(packageOf) ?? PACKAGES,
    runtimes: values.runtimes?.split(',') ?? RUNTIMES,
    architecture: values.arch ?? 'x86_64',
    everyModule: values['every-module'] ?? false,
    offline: values.offline ?? false,
    report: values.output,
    json: values.json,
  };
}

function packageOf(wanted: string): NativePackage {
  const found = PACKAGES.find(({ requirement }) => requirement.toLowerCase() === wanted.toLowerCase());
  if (found !== undefined) return found;
  throw new Error(
    `${wanted} is not in packages.ts, which has ${PACKAGES.map(({ requirement }) => requirement).join(', ')}`,
  );
}

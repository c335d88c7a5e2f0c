import limits from '../../target/facts/limits.generated.ts';
import { packageSizes } from '../package-sizes.ts';
import { defineRule } from '../rule.ts';

const FIX =
  'Run `layerproof inspect` on the layer to see what is large. Leave out what the function does not use, e.g. builds for other systems; split packages over several functions; or use a container image, which may have 10 GB.';

export default defineRule({
  id: 'unzipped-too-large',
  severity: 'error',
  modes: ['N08', 'P05', 'P06'],
  summary: 'The layer is larger, unzipped, than a function may be with all its layers',
  why: 'A function, all its layers and its runtime together may have 262,144,000 bytes (250 MB) unzipped. A layer above that cannot be published at all: `Unzipped size must be smaller than 262144000 bytes` (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html).',
  messages: [
    'Unzipped size must be smaller than 262144000 bytes',
    'Function code combined with layers exceeds the maximum allowed size of 262144000 bytes',
    'Layers consume more than the available size of 262144000 bytes',
  ],
  fix: FIX,
  *check({ entries, distributions, unzippedElsewhere }) {
    const size = entries.reduce((sum, entry) => sum + (entry.kind === 'file' ? entry.size : 0), 0);
    const limit = limits.unzippedBytes;
    if (size + unzippedElsewhere < limit) return;
    const together =
      unzippedElsewhere === 0
        ? ''
        : `, with the function and its other layers to ${grouped(size + unzippedElsewhere)} bytes`;
    const largest = packageSizes(entries, distributions)
      .slice(0, MOST_NAMED)
      .map(({ name, bytes }) => `${name} (${megabytes(bytes)})`);
    yield {
      message: `unzips to ${grouped(size)} bytes${together}, but Lambda takes less than ${grouped(limit)}`,
      fix: `The largest in it are ${largest.join(', ')}. ${FIX}`,
    };
  },
});

/** The first few are most of a layer that is too large. */
const MOST_NAMED = 5;

function grouped(bytes: number): string {
  return String(bytes).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

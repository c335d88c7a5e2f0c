import limits from '../../target/facts/limits.generated.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'unzipped-too-large',
  severity: 'error',
  summary: 'The layer is larger, unzipped, than a function may be with all its layers',
  why: 'A function, all its layers and its runtime together may have 262,144,000 bytes (250 MB) unzipped. A layer above that cannot be published at all: `Unzipped size must be smaller than 262144000 bytes` (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html).',
  fix: 'Run `layerproof inspect` on the layer to see what is large. Leave out what the function does not use, e.g. builds for other systems; split packages over several functions; or use a container image, which may have 10 GB.',
  *check({ entries }) {
    const size = entries.reduce((sum, entry) => sum + (entry.kind === 'file' ? entry.size : 0), 0);
    const limit = limits.unzippedBytes;
    if (size < limit) return;
    yield { message: `unzips to ${grouped(size)} bytes, but Lambda takes less than ${grouped(limit)}` };
  },
});

function grouped(bytes: number): string {
  return String(bytes).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

/**
 * What `verify` says of layers against what a real import says.
 *
 *   npm run bench:truth [-- --layers 30 --seed 1 -o out]
 *
 *   --layers N     how many, half of them spoilt (default 300)     --seed N        of what is spoilt (default 1)
 *   --kinds A,B    only these kinds of mutation                    --numbers 3,9   only these pairs
 *   --offline      everything from the cache                       --moment DATE   nothing that came to the index later
 *   -o FOLDER      truth.json and truth.md go there                --cache FOLDER  keeps what came of layers as they were built
 *
 * Exit code 1 when more than 1 in 100 is missed, or more than 1 in 100 is a false alarm. See README.md.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { planOf } from './plan.ts';
import { isTooWrong, lineOf, markdownOf, matrixOf, wordsOf } from './report.ts';
import { type Trial, trySpecimen } from './trial.ts';

const { values } = parseArgs({
  options: {
    layers: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    kinds: { type: 'string' },
    numbers: { type: 'string' },
    offline: { type: 'boolean', default: false },
    moment: { type: 'string', default: '2026-11-24' },
    cache: { type: 'string', default: join(tmpdir(), 'layerproof-truth') },
    output: { type: 'string', short: 'o' },
  },
});
const numbers = values.numbers?.split(',').map(Number);
const plan = planOf(Math.ceil(Number(values.layers) / 2), values.kinds?.split(',')).filter(
  ({ number }) => numbers?.includes(number) ?? true,
);
const setting = {
  seed: Number(values.seed),
  offline: values.offline,
  moment: values.moment,
  cache: values.cache,
};
const trials: Trial[] = [];
const rest = plan.values();

/** One pair after the other; two at once, as one reads where the other imports. */
async function work(): Promise<void> {
  for (const specimen of rest) {
    const found = await trySpecimen(specimen, setting);
    if (found.length === 0) console.error(`${specimen.number}: ${specimen.requirements} cannot be built`);
    for (const trial of found) {
      const isSame = trial.verdict.startsWith('both');
      console.log([lineOf(trial), ...(isSame ? [] : wordsOf(trial).map((word) => `      ${word}`))].join('\n'));
    }
    trials.push(...found);
  }
}

await Promise.all([work(), work()]);
trials.sort((a, b) => a.number - b.number);
const title = `${trials.length} layers against CPython, seed ${setting.seed}`;
console.log(['', title, '', ...matrixOf(trials)].join('\n'));
if (values.output !== undefined) {
  mkdirSync(values.output, { recursive: true });
  writeFileSync(join(values.output, 'truth.json'), `${JSON.stringify(trials, undefined, 2)}\n`);
  writeFileSync(join(values.output, 'truth.md'), markdownOf(trials, title));
}
process.exitCode = isTooWrong(trials) ? 1 : 0;

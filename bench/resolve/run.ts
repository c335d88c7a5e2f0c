/**
 * Resolves the most downloaded packages of the Python index with layerproof and with uv, for the same target and the same moment,
 * and compares the pins; for targets that uv has no name for, reads what every chosen native wheel needs of the runtime instead.
 *
 *   npm run bench:resolve -- [-o FOLDER] [--moment 2026-11-24T00:00:00Z] [--first N] [--packages NAME,...] [--only uv|native] [--json]
 *
 * Ends with 1 when fewer than 99 of 100 packages come out the same, or a library is not for its runtime.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseTarget } from '../../packages/layerproof/src/target/target.ts';
import { compareWithUv, type AgainstUv } from './against-uv.ts';
import { MOST_DOWNLOADED } from './most-downloaded.ts';
import { checkNativeWheels, type NativeCheck } from './native-check.ts';
import { openIndex } from './ours.ts';
import { agreed, printReport, type Report } from './report.ts';
import { openUv } from './uv.ts';

const TARGETS_OF_UV = [parseTarget('python3.13', 'arm64'), parseTarget('python3.12', 'x86_64')];
/** uv knows manylinux 2_17 and from 2_28 on, and these have glibc 2.26. */
const TARGETS_WITHOUT_UV = ['python3.9', 'python3.11'].flatMap((runtime) =>
  (['x86_64', 'arm64'] as const).map((architecture) => parseTarget(runtime, architecture)),
);
const ENOUGH = 0.99;

const { values } = parseArgs({
  options: {
    output: { type: 'string', short: 'o' },
    moment: { type: 'string' },
    first: { type: 'string', default: String(MOST_DOWNLOADED.length) },
    packages: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const names = values.packages?.split(',') ?? MOST_DOWNLOADED.slice(0, Number(values.first));
// By default the start of the day, so that all runs of a day see the same.
const moment = new Date(values.moment ?? new Date().toISOString().slice(0, 10));
const sources = openIndex(moment);

const againstUv: AgainstUv[] = [];
if (values.only !== 'native') {
  const uv = openUv();
  try {
    for (const target of TARGETS_OF_UV)
      againstUv.push(await compareWithUv(names, target, { uv, index: sources.index, moment, progress }));
  } finally {
    uv.close();
  }
}
const nativeChecks: NativeCheck[] = [];
if (values.only !== 'uv') {
  for (const target of TARGETS_WITHOUT_UV)
    nativeChecks.push(await checkNativeWheels(names, target, { ...sources, progress }));
}
progress('');

const report: Report = { moment: moment.toISOString(), packages: names.length, againstUv, nativeChecks };
const json = `${JSON.stringify(report, null, 2)}\n`;
if (values.output !== undefined) {
  mkdirSync(values.output, { recursive: true });
  writeFileSync(join(values.output, 'resolve.json'), json);
  writeFileSync(join(values.output, 'resolve.md'), printReport(report));
}
process.stdout.write(values.json ? json : printReport(report));
const isGood = againstUv.every((one) => agreed(one) >= ENOUGH) && nativeChecks.every(hasNoError);
process.exitCode = isGood ? 0 : 1;

function hasNoError({ violations }: NativeCheck): boolean {
  return violations.every(({ severity }) => severity !== 'error');
}

/** One line that is written over, on a terminal alone. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

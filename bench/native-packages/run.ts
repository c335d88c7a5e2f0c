/**
 * Layers of native packages against real interpreters.
 *
 *   npm run bench:native-packages [-- --packages numpy,lxml --runtimes python3.9,python3.13 -o report.md]
 *
 * For each package of `packages.ts` and each runtime it builds a layer with the real command, checks the zip with `verify`,
 * and imports the package and puts it to use in a CPython of that version, with the layer as the only addition to its path.
 * Imports say what Python and the wheel make of it; what the C library of Lambda lacks, `verify` alone says, because this
 * machine's is newer. One layer is on the disk at a time; the downloads stay in the cache (several GB for all).
 *
 *   --packages A,B       some of the list            --runtimes R,R   some runtimes (default: python3.9 to 3.13)
 *   --every-module       import all at the top of each layer, also of what the package needs
 *   --offline            everything from the cache   --arch A         (default: x86_64)
 *   -o FILE              the report, in Markdown     --json FILE      every figure and word
 *
 * Exit code 1 when a layer fails that nothing explains, or loads although a rule has an error.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCommandLine, type Wanted } from './command-line.ts';
import type { NativePackage } from './packages.ts';
import { detailsOf, lineOf, markdownOf, outcomeOf, type Row, totalsOf } from './report.ts';
import { loadCommands } from './session.ts';
import { tryPackage } from './trial.ts';

const wanted = parseCommandLine(process.argv.slice(2));
await loadCommands();
const rows: Row[] = [];
for (const native of wanted.packages) {
  for (const runtime of wanted.runtimes) {
    const row = await tryOne(native, runtime, wanted);
    rows.push(row);
    console.log(lineOf(row.trial, row.outcome));
    for (const detail of detailsOf(row.trial)) console.log(`  ${detail}`);
  }
}
console.log(totalsOf(rows));
const title = `${wanted.packages.length} native packages on ${wanted.runtimes.join(', ')}, ${wanted.architecture}`;
if (wanted.report !== undefined) writeFileSync(wanted.report, markdownOf(rows, wanted.runtimes, title));
if (wanted.json !== undefined) {
  writeFileSync(
    wanted.json,
    `${JSON.stringify(
      rows.map(({ trial, outcome }) => ({ outcome, ...trial })),
      null,
      2,
    )}\n`,
  );
}
process.exitCode = rows.some(({ outcome }) => outcome === 'alarm' || outcome === 'missed') ? 1 : 0;

async function tryOne(
  native: NativePackage,
  runtime: string,
  { architecture, everyModule, offline }: Wanted,
): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-native-packages-'));
  try {
    const trial = await tryPackage(native, { runtime, architecture, everyModule, offline, folder });
    return { native, trial, outcome: outcomeOf(trial, native) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

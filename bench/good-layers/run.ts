/**
 * `verify` over layers that load: an error that it finds in one is a false alarm.
 *
 *   npm run bench:good-layers [-- --first 30 --offline --readelf -o good-layers.md]
 *
 * The most downloaded packages with machine code, for python3.9 to python3.14 and nodejs22.x and nodejs24.x on both CPUs, laid out by
 * layerproof, by `pip install --platform` and by `npm install --os=linux`, none of whose scripts are run. Downloads stay in the caches
 * of the three; one layer is on the disk at a time.
 *
 *   --packages A,B   --makers layerproof,pip,npm   --runtimes R,R   --arch A   --first N   some of the layers
 *   --offline        everything from the caches
 *   --readelf        compares our reader of ELF files with GNU readelf on every native file
 *   -o FILE.md       the report, and beside it FILE.json with every finding
 *
 * Exit code 1 when a rule has an error, or readelf says something else.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCommands } from '../native-packages/session.ts';
import { compareWithReadelf, type ElfComparison, findingsOf } from './check-layer.ts';
import { parseCommandLine } from './command-line.ts';
import { type GoodLayer, LEFT_OUT, nameOf } from './layers.ts';
import { makeLayer } from './make-layer.ts';
import { isAllGood, lineOf, markdownOf, type Results, type Row, totalsOf } from './report.ts';

const wanted = parseCommandLine(process.argv.slice(2));
await loadCommands();
const shared = mkdtempSync(join(tmpdir(), 'bench-good-layers-'));
const elf: ElfComparison | undefined = wanted.readelf ? { files: 0, symbols: 0, differences: [] } : undefined;
const seen = new Set<string>();
const rows: Row[] = [];
try {
  for (const layer of wanted.layers) {
    const row = await tryOne(layer);
    rows.push(row);
    console.log(lineOf(row));
    for (const { severity, rule, path, message } of 'findings' in row ? row.findings : []) {
      if (severity === 'error') console.log(`  ${rule}: ${path ?? ''}: ${message}`);
    }
  }
} finally {
  rmSync(shared, { recursive: true, force: true });
}
const results: Results = { rows, elf, leftOut: LEFT_OUT };
for (const line of totalsOf(results)) console.log(line);
if (wanted.output !== undefined) {
  writeFileSync(wanted.output, markdownOf(results));
  writeFileSync(wanted.output.replace(/(?:\.md)?$/, '.json'), `${JSON.stringify(results, null, 2)}\n`);
}
process.exitCode = isAllGood(results) ? 0 : 1;

async function tryOne(layer: GoodLayer): Promise<Row> {
  const folder = mkdtempSync(join(shared, 'layer-'));
  try {
    const made = await makeLayer(layer, { folder, shared, offline: wanted.offline });
    if ('problem' in made) return { layer, problem: made.problem };
    const start = performance.now();
    const findings = await findingsOf(layer, made.path, folder);
    const seconds = (performance.now() - start) / 1000;
    if (elf !== undefined) {
      const before = elf.differences.length;
      compareWithReadelf(made.path, shared, seen, elf);
      for (const difference of elf.differences.slice(before)) console.log(`  ${nameOf(layer)}: ${difference}`);
    }
    return { layer, findings, seconds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

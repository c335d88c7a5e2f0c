import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isFault } from '@ocr-pipeline/fault';
import {
  buildLayer,
  downloadWheel,
  type Finding,
  findWheels,
  layerFromWheels,
  openLayer,
  parseTarget,
  proveImport,
  verify,
} from 'layerproof';
import type { Report } from './report.ts';

const root = join(import.meta.dirname, '../..');
const RUNTIME = 'python3.9';
const ARCHITECTURE = 'x86_64';
const target = parseTarget(RUNTIME, ARCHITECTURE);
const REQUIREMENTS = 'Pillow==9.5.0\nrequests==2.31.0\n';
/** Findings of one rule that are printed; the rest are counted. */
const SHOWN_PER_RULE = 1;

/** One mistake of the write-up, made again from the real wheels. */
interface BrokenLayer {
  readonly file: string;
  readonly mistake: string;
  /** File names of the wheels that go in, by distribution. */
  readonly wheels: readonly { readonly name: string; readonly version: string; readonly fits: RegExp }[];
  /** The rule that has to catch it. */
  readonly caughtBy: string;
}

const REQUESTS = { name: 'requests', version: '2.31.0', fits: /-py3-none-any\.whl$/ };

const BROKEN: readonly BrokenLayer[] = [
  {
    file: 'broken-macos.zip',
    mistake: 'built on a Mac: the wheels of macOS on arm64',
    wheels: [{ name: 'Pillow', version: '9.5.0', fits: /-cp39-cp39-macosx_.*_arm64\.whl$/ }, REQUESTS],
    caughtBy: 'wrong-binary-format',
  },
  {
    file: 'broken-cp37.zip',
    mistake: "the write-up's fix: files of Python 3.7 for a python3.9 function",
    wheels: [{ name: 'Pillow', version: '9.5.0', fits: /-cp37-cp37m-manylinux.*_x86_64\.whl$/ }, REQUESTS],
    caughtBy: 'wrong-python-abi-tag',
  },
  {
    file: 'broken-no-deps.zip',
    mistake: '--no-deps: requests alone',
    wheels: [REQUESTS],
    caughtBy: 'missing-distribution',
  },
];

/**
 * layerproof's half of the demo: builds the seed's layer, makes its three broken forms, and shows what verify says of each
 * and what a real interpreter says of the good one. False when a broken one passes or the good one does not load.
 */
export async function demoLayers(folder: string, report: Report): Promise<boolean> {
  report.heading(`1  The layer of the write-up: Pillow 9.5.0 and requests 2.31.0 for ${target.label}`);
  let asExpected = true;
  for (const broken of BROKEN) {
    report.doing(`making ${broken.file}`);
    const path = join(folder, broken.file);
    await makeBroken(broken, path);
    asExpected = showBroken(broken, path, report) && asExpected;
  }
  const good = await buildGood(folder, report);
  return asExpected && (await showImport(good, report));
}

async function makeBroken({ wheels }: BrokenLayer, path: string): Promise<void> {
  const chosen = [];
  for (const { name, version, fits } of wheels) {
    const wheel = (await findWheels(name, version)).find(({ name: { fileName } }) => fits.test(fileName));
    if (wheel === undefined) throw new Error(`the index has no wheel of ${name} ${version} that matches ${fits}`);
    chosen.push(await downloadWheel(wheel));
  }
  layerFromWheels(chosen, path);
}

function showBroken({ mistake, caughtBy }: BrokenLayer, path: string, report: Report): boolean {
  const image = openLayer(path);
  try {
    const { findings } = verify(image, target);
    report.line();
    report.line(`  ${relative(root, path)}  (${mistake})`);
    showFindings(findings, report);
    return findings.some(({ rule, severity }) => rule === caughtBy && severity === 'error');
  } finally {
    image.close();
  }
}

function showFindings(findings: readonly Finding[], report: Report): void {
  for (const [head, places] of Map.groupBy(findings, ({ severity, rule }) => `${severity}[${rule}]`)) {
    // Each distribution that is missing is a fact of its own; a hundred files with one wrong suffix are one.
    const shown = head.endsWith('[missing-distribution]') ? places : places.slice(0, SHOWN_PER_RULE);
    for (const { path, message } of shown) report.block(`${head} ${path === undefined ? '' : `${path}: `}${message}`);
    if (shown.length < places.length) report.block(`… and ${places.length - shown.length} more files`, 6);
    const [first] = places;
    if (first?.severity === 'error') report.block(`fix: ${first.fix}`, 6);
  }
}

async function buildGood(folder: string, report: Report): Promise<string> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'requirements.txt'), REQUIREMENTS);
  const result = await buildLayer(
    { inputs: ['requirements.txt'], runtime: RUNTIME, architecture: ARCHITECTURE, folder },
    {
      check: (image, wanted, resolution) => verify(image, wanted, { resolution }),
      progress: (event) => {
        if (event.kind === 'phase') report.doing(event.text);
        if (event.kind === 'download') report.doing(`fetching ${event.name}`);
      },
    },
  );
  if (result.kind === 'refused') {
    showFindings(result.findings, report);
    throw new Error('the good layer has errors');
  }
  const { layer, packages, verification } = result.manifest;
  report.line();
  report.line(`  ${relative(root, result.files.layer)}  (built by layerproof)`);
  report.block(`packages  ${packages.map(({ name, version }) => `${name} ${version}`).join(', ')}`);
  report.block(
    `size      ${(layer.bytes / 1e6).toFixed(1)} MB zipped, ${(layer.unzippedBytes / 1e6).toFixed(1)} MB unzipped`,
  );
  report.block(`sha256    ${layer.sha256}`);
  report.block(`verify    ${verification.rulesRun.length} rules, ${verification.findings.length} findings`);
  return result.files.layer;
}

async function showImport(path: string, report: Report): Promise<boolean> {
  const image = openLayer(path);
  try {
    report.doing('importing it');
    const proof = await proveImport(image, target, { modules: ['PIL.Image', 'requests'] });
    for (const { name, message } of proof.modules) {
      report.block(`import    ${name}: ${message ?? `ok, by CPython ${proof.interpreter.version}`}`);
    }
    report.block('proof     static (the rules) and import (a real interpreter, the layer alone on its path)');
    return proof.modules.every(({ imported }) => imported);
  } catch (error) {
    // Most machines have no Python 3.9, and none is needed: the proof is then the rules', and says so.
    if (!isFault(error) || error.code !== 'cannot-import-here') throw error;
    report.block(`import    not tried: ${error.message}`);
    report.block('proof     static (the rules)');
    return true;
  } finally {
    image.close();
  }
}

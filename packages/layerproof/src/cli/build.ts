import { relative } from 'node:path';
import { EXIT } from '@ocr-pipeline/fault';
import { cacheFolder } from '../artifact/cache-folder.ts';
import { type BuildResult, type Check, buildLayer } from '../build/build-layer.ts';
import { type Manifest, printManifest } from '../build/manifest.ts';
import limits from '../target/facts/limits.generated.ts';
import type { WheelReader } from '../python/wheels/wheel-facts.ts';
import { readSource } from '../verify/python-source.ts';
import { findRule, verify } from '../verify/verify.ts';
import { amount } from './amount.ts';
import { buildProgress } from './build-progress.ts';
import { type Io, defineCommand } from './command.ts';
import { badArgument, frozenAndUpgrade, missingArgument } from './faults.ts';
import { keptReports } from './kept-report.ts';
import { nativeFacts, sourceFacts } from './native-facts.ts';
import { readWheel } from './wheel-reading.ts';
import { findingsText } from './report/findings-text.ts';
import { COLOR_OPTIONS, styleFor } from './report/style.ts';

const usage =
  'layerproof build INPUT... --runtime R --arch A [-o layer.zip | -o FOLDER/] [--lock FILE] [--frozen | --upgrade] [--extra NAME] [--group NAME] [--exclude-newer DATE] [--index-url URL] [--extra-index-url URL] [--find-links DIR] [--offline] [--no-prune] [--with-unzipped BYTES] [--allow RULE] [--json] [--color | --no-color]';

export default defineCommand({
  summary: 'Build a layer from requirements, locks and folders, for any machine on any machine',
  usage,
  options: {
    runtime: { type: 'string', value: 'R', about: 'the Lambda runtime, e.g. python3.9' },
    arch: { type: 'string', value: 'A', about: 'x86_64 or arm64' },
    output: {
      type: 'string',
      short: 'o',
      value: 'FILE',
      about: 'the layer zip (default: layer.zip), or a folder, with `/` at its end, for layer.zip',
    },
    lock: { type: 'string', value: 'FILE', about: 'the lock to write (default: pylock.toml beside the zip)' },
    frozen: { type: 'boolean', about: 'resolve nothing: the lock must match the inputs, and stays as it is' },
    upgrade: { type: 'boolean', about: 'resolve anew, also where the lock matches the inputs' },
    extra: { type: 'string', multiple: true, value: 'NAME', about: 'an extra of the project; may be repeated' },
    group: {
      type: 'string',
      multiple: true,
      value: 'NAME',
      about: 'a dependency group of the project; may be repeated',
    },
    'exclude-newer': {
      type: 'string',
      value: 'DATE',
      about: 'take nothing that came to the index after that day or moment',
    },
    'index-url': { type: 'string', value: 'URL', about: 'the index, in place of the configured one' },
    'extra-index-url': {
      type: 'string',
      multiple: true,
      value: 'URL',
      about: 'an index that is asked before it; may be repeated',
    },
    'find-links': { type: 'string', multiple: true, value: 'DIR', about: 'a folder of wheels; may be repeated' },
    offline: { type: 'boolean', about: 'take everything from the cache' },
    'no-prune': { type: 'boolean', about: 'keep tests, type stubs, sources and documentation of the packages' },
    'with-unzipped': {
      type: 'string',
      multiple: true,
      value: 'BYTES',
      about: 'bytes of the function, or of another of its layers, unzipped; may be repeated',
    },
    allow: { type: 'string', multiple: true, value: 'RULE', about: 'let errors of this rule through; may be repeated' },
    json: { type: 'boolean', about: 'print the manifest on stdout' },
    ...COLOR_OPTIONS,
  },

  async run({ positionals: inputs, values }, io) {
    if (inputs.length === 0) throw missingArgument('input', usage);
    if (values.runtime === undefined) throw missingArgument('--runtime', usage);
    if (values.arch === undefined) throw missingArgument('--arch', usage);
    if (values.frozen === true && values.upgrade === true) throw frozenAndUpgrade(usage);
    for (const rule of values.allow ?? []) findRule(rule);
    const unzippedElsewhere = sumOfBytes(values['with-unzipped'] ?? []);
    const result = await buildLayer(
      {
        inputs,
        runtime: values.runtime,
        architecture: values.arch,
        folder: io.cwd,
        environment: io.env,
        offline: values.offline ?? false,
        frozen: values.frozen ?? false,
        upgrade: values.upgrade ?? false,
        extras: values.extra ?? [],
        groups: values.group ?? [],
        indexOptions: {
          indexUrl: values['index-url'],
          extraIndexUrls: values['extra-index-url'] ?? [],
          findLinks: values['find-links'] ?? [],
        },
        prune: values['no-prune'] !== true,
        allow: values.allow ?? [],
        ...(values['exclude-newer'] === undefined ? {} : { excludeNewer: values['exclude-newer'] }),
        ...(values.output === undefined ? {} : { output: values.output }),
        ...(values.lock === undefined ? {} : { lock: values.lock }),
      },
      { ...checkWith(cacheFolder(io.env), unzippedElsewhere), progress: buildProgress(io) },
    );
    io.status('');
    const [print, stream] = values.json === true ? ([io.err, 'stderr'] as const) : ([io.out, 'stdout'] as const);
    for (const line of findingsText(result.findings, styleFor(values, io, stream))) print(line);
    if (result.kind === 'refused') {
      const errors = result.findings.filter(({ severity }) => severity === 'error').length;
      io.err(`${count(errors, 'error')}: no layer was written`);
      return EXIT.findings;
    }
    if (values.json === true) io.out(printManifest(result.manifest).trimEnd());
    else printSummary(result, io);
    return EXIT.ok;
  },
});

/** All rules, with the facts of native files and of Python sources from the cache; those of a new wheel as it is checked. */
function checkWith(
  cache: string,
  unzippedElsewhere: number,
): { readonly check: Check; readonly readWheel: WheelReader } {
  const natives = nativeFacts(cache);
  const sources = sourceFacts(cache);
  const readAndNote: WheelReader = async (wheel) => {
    const reading = await readWheel(wheel);
    const { sha256 } = wheel.artifact;
    for (const [path, native] of reading.natives) natives.note(sha256, path, native);
    for (const [path, source] of reading.sources) sources.note(sha256, path, source);
    return reading.facts;
  };
  const reports = keptReports(cache);
  const check: Check = (image, target, resolution) => {
    const report = reports.of({ image, target, resolution, unzippedElsewhere }, () =>
      verify(image, target, {
        readNative: (entry) => natives.read(entry),
        readSource: (entry) => sources.read(entry) ?? readSource(entry),
        resolution,
        unzippedElsewhere,
      }),
    );
    natives.save();
    sources.save();
    return report;
  };
  return { check, readWheel: readAndNote };
}

/** @throws Fault `bad-argument` for anything but digits: what `250MB` comes to, tools do not agree on. */
function sumOfBytes(values: readonly string[]): number {
  return values.reduce((sum, value) => {
    if (!/^\d{1,15}$/.test(value)) throw badArgument(`--with-unzipped takes a number of bytes, not ${value}`, usage);
    return sum + Number(value);
  }, 0);
}

function printSummary({ files, manifest }: Extract<BuildResult, { kind: 'built' }>, io: Io): void {
  const { layer, packages, target, verification } = manifest;
  const written = [
    files.layer,
    files.manifest,
    files.sbom,
    ...(packages.length > 0 && files.lock !== undefined ? [files.lock] : []),
  ];
  io.out(`target    ${target.runtime}/${target.architecture}`);
  io.out(`packages  ${packages.map(({ name, version }) => `${name} ${version}`).join(', ') || 'none'}`);
  const isForS3 = layer.bytes > limits.zippedDirectUploadBytes;
  const way = isForS3 ? ' (more than a request takes: publish will go through S3)' : '';
  io.out(`size      ${amount(layer.bytes)} zipped${way}, ${amount(layer.unzippedBytes)} unzipped`);
  if (manifest.pruned.length > 0) io.out(`pruned    ${prunedText(manifest.pruned)}`);
  io.out(`sha256    ${layer.sha256}`);
  io.out(
    `verified  ${count(verification.rulesRun.length, 'rule')}, ${count(verification.findings.length, 'finding')} (proof: ${manifest.proof})`,
  );
  io.out(`written   ${written.map((path) => relative(io.cwd, path) || path).join(', ')}`);
}

/** `12.3 MB in 2148 files: tests 11.9 MB, type-stubs 400 kB`; the kinds that saved most first. */
function prunedText(pruned: Manifest['pruned']): string {
  const files = pruned.reduce((sum, one) => sum + one.files, 0);
  const bytes = pruned.reduce((sum, one) => sum + one.bytes, 0);
  const kinds = pruned.toSorted((a, b) => b.bytes - a.bytes).map((one) => `${one.kind} ${amount(one.bytes)}`);
  return `${amount(bytes)} in ${count(files, 'file')}: ${kinds.join(', ')}`;
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}

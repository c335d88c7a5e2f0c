import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { EXIT } from '@ocr-pipeline/fault';
import type { Image } from '../image/entry.ts';
import { openLayer } from '../image/open-layer.ts';
import { parseTarget } from '../target/target.ts';
import type { Finding, Severity } from '../verify/finding.ts';
import type { StatedTarget } from '../verify/layer.ts';
import { mergeLayers } from '../verify/merge-layers.ts';
import { type Report, verify } from '../verify/verify.ts';
import { defineCommand, type Io } from './command.ts';
import { badArgument, missingArgument } from './faults.ts';
import { manifestAt, manifestPath } from './record-proof.ts';
import { findingsText } from './report/findings-text.ts';
import { toGithub } from './report/github.ts';
import { toSarif } from './report/sarif.ts';
import { COLOR_OPTIONS, type Style, styleFor } from './report/style.ts';

const usage =
  'layerproof verify LAYER... --runtime R --arch A [--function FN.zip|DIR] [--migrate-to R2] [--format text|json|sarif|github] [--ignore RULE] [--color | --no-color]';

const FORMATS = ['text', 'json', 'sarif', 'github'] as const;
type Format = (typeof FORMATS)[number];

export default defineCommand({
  summary: 'Check layers, from anyone, against every rule for a runtime',
  usage,
  options: {
    runtime: { type: 'string', value: 'R', about: 'the Lambda runtime, e.g. python3.9' },
    arch: { type: 'string', value: 'A', about: 'x86_64 or arm64' },
    function: { type: 'string', value: 'FN', about: 'the function, a zip or a folder: what it imports is what counts' },
    'migrate-to': { type: 'string', value: 'R2', about: 'say what breaks when the runtime is raised to this one' },
    format: { type: 'string', default: 'text', value: 'FORMAT', about: 'text (the default), json, sarif or github' },
    ignore: { type: 'string', multiple: true, value: 'RULE', about: 'do not run this rule; may be repeated' },
    ...COLOR_OPTIONS,
  },

  async run({ positionals: paths, values }, io) {
    if (paths.length === 0) throw missingArgument('layer', usage);
    if (values.runtime === undefined) throw missingArgument('--runtime', usage);
    if (values.arch === undefined) throw missingArgument('--arch', usage);
    const format = FORMATS.find((known) => known === values.format);
    if (format === undefined) throw badArgument(`There is no format ${values.format}`, usage);
    const target = parseTarget(values.runtime, values.arch);
    const raised = values['migrate-to'] === undefined ? undefined : parseTarget(values['migrate-to'], values.arch);
    const opened: Image[] = [];
    try {
      for (const path of paths) opened.push(openLayer(resolve(io.cwd, path)));
      const own = values.function === undefined ? undefined : openLayer(resolve(io.cwd, values.function));
      if (own !== undefined) opened.push(own);
      const merged = mergeLayers(opened.slice(0, paths.length));
      const options = {
        ignore: values.ignore ?? [],
        layers: paths.length,
        unzippedElsewhere: merged.hiddenBytes + sizeOf(own),
        function: own?.entries,
      };
      const report = verify(merged, target, { ...options, manifests: statedTargets(paths, io.cwd) });
      const shown = raised === undefined ? report : newIn(verify(merged, raised, options), report);
      print(shown, paths.join(' '), format, io, styleFor(values, io));
      return shown.findings.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.ok;
    } finally {
      for (const image of opened) image.close();
    }
  },
});

/** What the manifests say that lie beside these zips and are of them; undefined when there are none. */
function statedTargets(paths: readonly string[], folder: string): StatedTarget[] | undefined {
  const found = paths.flatMap((written) => {
    const zip = resolve(folder, written);
    const path = manifestPath(zip);
    const manifest = path === undefined ? undefined : manifestAt(path);
    if (path === undefined || manifest === undefined || manifest.layer.bytes !== statSync(zip).size) return [];
    return [{ name: basename(path), ...manifest.target }];
  });
  return found.length === 0 ? undefined : found;
}

function sizeOf(image: Image | undefined): number {
  return (image?.entries ?? []).reduce((sum, { kind, size }) => sum + (kind === 'file' ? size : 0), 0);
}

/** What the raised runtime finds and the present one does not. */
function newIn(raised: Report, present: Report): Report {
  const known = new Set(present.findings.map(({ rule, severity, path }) => `${severity} ${rule} ${path}`));
  const findings = raised.findings.filter(({ rule, severity, path }) => !known.has(`${severity} ${rule} ${path}`));
  return { ...raised, target: `${present.target} to ${raised.target}`, findings };
}

function print(report: Report, layer: string, format: Format, io: Io, style: Style): void {
  switch (format) {
    case 'json':
      io.out(JSON.stringify(report, undefined, 2));
      break;
    case 'sarif':
      io.out(toSarif({ ...report, layer }));
      break;
    case 'github':
      for (const line of toGithub(layer, report.findings)) io.out(line);
      break;
    case 'text':
      for (const line of findingsText(report.findings, style)) io.out(line);
  }
  io.err(summaryOf(report));
}

function summaryOf({ findings, rulesRun, target, proof }: Report): string {
  const counts = (['error', 'warning', 'note'] as const)
    .map((severity) => ({ severity, count: countOf(findings, severity) }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 ? '' : 's'}`);
  const found = counts.length === 0 ? 'no findings' : counts.join(', ');
  return `${target}: ${found} from ${rulesRun.length} rules (proof: ${proof})`;
}

function countOf(findings: readonly Finding[], wanted: Severity): number {
  return findings.filter(({ severity }) => severity === wanted).length;
}

import { resolve } from 'node:path';
import { EXIT } from '@ocr-pipeline/fault';
import { openLayer } from '../image/open-layer.ts';
import { parseTarget } from '../target/target.ts';
import type { Finding, Severity } from '../verify/finding.ts';
import { type Report, verify } from '../verify/verify.ts';
import { defineCommand } from './command.ts';
import { badArgument, missingArgument } from './faults.ts';
import { printFindings } from './print-findings.ts';

const usage = 'layerproof verify LAYER --runtime R --arch A [--format text|json] [--ignore RULE]';

export default defineCommand({
  summary: 'Check a layer, from anyone, against every rule for a runtime',
  usage,
  options: {
    runtime: { type: 'string', value: 'R', about: 'the Lambda runtime, e.g. python3.9' },
    arch: { type: 'string', value: 'A', about: 'x86_64 or arm64' },
    format: { type: 'string', default: 'text', value: 'FORMAT', about: 'text (the default) or json' },
    ignore: { type: 'string', multiple: true, value: 'RULE', about: 'do not run this rule; may be repeated' },
  },

  async run({ positionals: [path, ...more], values }, io) {
    if (path === undefined) throw missingArgument('layer', usage);
    if (more.length > 0) throw badArgument('verify takes one layer', usage);
    if (values.runtime === undefined) throw missingArgument('--runtime', usage);
    if (values.arch === undefined) throw missingArgument('--arch', usage);
    if (values.format !== 'text' && values.format !== 'json') {
      throw badArgument(`There is no format ${values.format}`, usage);
    }
    const target = parseTarget(values.runtime, values.arch);
    const image = openLayer(resolve(io.cwd, path));
    try {
      const report = verify(image, target, { ignore: values.ignore ?? [] });
      if (values.format === 'json') io.out(JSON.stringify(report, undefined, 2));
      else printFindings(report.findings, io.out);
      io.err(summaryOf(report));
      return report.findings.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.ok;
    } finally {
      image.close();
    }
  },
});

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

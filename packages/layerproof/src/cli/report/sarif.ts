// SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
import { TOOL_VERSION } from '../../build/tool-version.ts';
import type { Finding } from '../../verify/finding.ts';
import { fixInGeneral } from '../../verify/rebuild.ts';
import { findRule, type Report } from '../../verify/verify.ts';

/** A report with the layer that it is of. */
export interface ReportOfLayer extends Report {
  /** As it was given on the command line. */
  readonly layer: string;
}

/**
 * The report as one SARIF log. A finding lies in the layer (the artifact, which a code host can show); the file in it is its logical
 * location.
 */
export function toSarif({ layer, findings, rulesRun, target }: ReportOfLayer): string {
  const rules = rulesRun.map(findRule);
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'layerproof',
            semanticVersion: TOOL_VERSION,
            rules: rules.map(({ id, severity, summary, why, fix }) => ({
              id,
              shortDescription: { text: summary },
              fullDescription: { text: why },
              help: { text: fixInGeneral(fix) },
              defaultConfiguration: { level: severity },
            })),
          },
        },
        automationDetails: { id: `layerproof/${target}/` },
        results: findings.map((finding) => resultOf(finding, layer, rulesRun)),
      },
    ],
  };
  return JSON.stringify(log, undefined, 2);
}

function resultOf({ rule, severity, path, message, fix }: Finding, layer: string, rulesRun: readonly string[]) {
  const named = path === undefined ? message : `${path}: ${message}`;
  return {
    ruleId: rule,
    ruleIndex: rulesRun.indexOf(rule),
    level: severity,
    message: { text: `${named}. ${fix}` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(layer) } },
        ...(path === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: path, kind: 'resource' }] }),
      },
    ],
    // So that a code host knows a finding again when others come or go.
    partialFingerprints: { 'layerproof/v1': `${rule}:${path ?? ''}` },
  };
}

/** A relative URI reference (RFC 3986), also from Windows. */
function uriOf(path: string): string {
  return path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}

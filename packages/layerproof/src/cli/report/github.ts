// https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
import type { Finding } from '../../verify/finding.ts';

const COMMAND = { error: 'error', warning: 'warning', note: 'notice' } as const;

/** One line for each finding, which GitHub Actions shows as an annotation of the run. */
export function toGithub(layer: string, findings: readonly Finding[]): string[] {
  return findings.map(({ rule, severity, path, message, fix }) => {
    const text = `${path === undefined ? '' : `${path}: `}${message}\nfix: ${fix}`;
    return `::${COMMAND[severity]} file=${property(layer)},title=${property(rule)}::${data(text)}`;
  });
}

/** Escaped as the runner's own toolkit does it: data by three characters, properties by two more. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

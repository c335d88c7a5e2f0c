/**
 * Writes docs/rules: a page for each rule of layerproof, and a list of all.
 *
 *   node --conditions=source scripts/rule-docs.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FAILURE_MODES, type FailureMode, NOT_DECIDED_HERE } from '../packages/layerproof/src/verify/failure-modes.ts';
import { fixInGeneral } from '../packages/layerproof/src/verify/rebuild.ts';
import type { Rule } from '../packages/layerproof/src/verify/rule.ts';
import { RULES } from '../packages/layerproof/src/verify/rules/index.ts';

export const PAGES_FOLDER = fileURLToPath(new URL('../docs/rules/', import.meta.url));

/** The text of each page by its file name. */
export function renderRuleDocs(): Map<string, string> {
  const pages = new Map([['README.md', renderList()]]);
  for (const rule of RULES) pages.set(`${rule.id}.md`, renderPage(rule));
  return pages;
}

function renderPage({ id, severity, summary, why, messages, fix }: Rule): string {
  return (
    [
      `# ${id}`,
      `${summary}. Severity: ${severity}.`,
      '## Why',
      why,
      ...(messages.length === 0 ? [] : ['## Messages', messages.map((message) => `    ${message}`).join('\n')]),
      '## Fix',
      fixInGeneral(fix),
      '## Skip',
      `\`layerproof verify … --ignore ${id}\` does not run the rule; \`layerproof build … --allow ${id}\` lets its findings through and writes them into the manifest.`,
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  );
}

function renderList(): string {
  const rows = RULES.map(({ id, severity, modes, summary }) => {
    return `| [${id}](${id}.md) | ${severity} | ${summary} | ${modes.join(' ')} |`;
  });
  const modes = Object.keys(FAILURE_MODES) as FailureMode[];
  return [
    '# Rules of layerproof',
    '',
    'What `layerproof verify` checks. A finding may be less grave than its rule where the file is not what will be loaded.',
    '',
    '| rule | severity | finds | of these ways to fail |',
    '|---|---|---|---|',
    ...rows,
    '',
    '## Ways in which layers fail',
    '',
    `R is of Python, N of Node, P of packing and publishing. Of ${modes.length} ways, ${modes.length - Object.keys(NOT_DECIDED_HERE).length} are told by rules.`,
    '',
    '| | what fails | told by |',
    '|---|---|---|',
    ...modes.map((mode) => `| ${mode} | ${FAILURE_MODES[mode]} | ${tellersOf(mode)} |`),
    '',
    'Written by `scripts/rule-docs.ts` from the rules themselves.',
    '',
  ].join('\n');
}

function tellersOf(mode: FailureMode): string {
  const rules = RULES.filter(({ modes }) => modes.includes(mode)).map(({ id }) => `[${id}](${id}.md)`);
  return rules.length > 0 ? rules.join(', ') : `no rule: ${NOT_DECIDED_HERE[mode]}`;
}

if (import.meta.main) {
  mkdirSync(PAGES_FOLDER, { recursive: true });
  for (const [name, text] of renderRuleDocs()) writeFileSync(PAGES_FOLDER + name, text);
}

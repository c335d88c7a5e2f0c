import { FAILURE_MODES, NOT_DECIDED_HERE } from '../../packages/layerproof/src/verify/failure-modes.ts';
import { RULES } from '../../packages/layerproof/src/verify/rules/index.ts';
import type { Verdict } from './judge.ts';

/** What the specimens came to, as text: misses and unexpected findings first, recall per rule, modes. */
export function reportOf(verdicts: readonly Verdict[]): string[] {
  const wrong = verdicts.filter(isWrong);
  return [
    ...wrong.flatMap(problemLines),
    '## Recall per rule',
    '',
    ...recallLines(verdicts),
    '',
    '## Failure modes',
    '',
    ...modeLines(verdicts),
    '',
    `${verdicts.length} broken layers: ${verdicts.length - wrong.length} are told as they are, ${wrong.length} are not.`,
  ];
}

export function isWrong({ misses, unexpected }: Verdict): boolean {
  return misses.length + unexpected.length > 0;
}

function problemLines({ specimen, misses, unexpected, lines }: Verdict): string[] {
  return [
    `## ${specimen.mode} ${specimen.name} (${specimen.target})`,
    '',
    ...misses.map((one) => `- missed: ${one}`),
    ...unexpected.map((one) => `- not expected: ${one}`),
    ...lines.slice(0, 12).map((line) => `      ${line}`),
    '',
  ];
}

function recallLines(verdicts: readonly Verdict[]): string[] {
  const expected = verdicts.flatMap(({ specimen: { expected: all }, found }) =>
    all.map((one) => ({ rule: one.replace(/^(?:warning|note) /, ''), caught: found.includes(one) })),
  );
  return RULES.map(({ id }) => {
    const own = expected.filter(({ rule }) => rule === id);
    const caught = own.filter((one) => one.caught).length;
    const share = own.length === 0 ? 'no specimen' : `${Math.round((100 * caught) / own.length)} %`;
    return `${id.padEnd(34)} ${String(caught).padStart(3)} of ${String(own.length).padStart(3)}  ${share}`;
  });
}

function modeLines(verdicts: readonly Verdict[]): string[] {
  return Object.entries(FAILURE_MODES).map(([mode, what]) => {
    const own = verdicts.filter(({ specimen }) => specimen.mode === mode);
    const caught = own.filter((verdict) => !isWrong(verdict)).length;
    const reason = NOT_DECIDED_HERE[mode as keyof typeof FAILURE_MODES];
    const count = own.length === 0 ? `none${reason === undefined ? '' : `: ${reason}`}` : `${caught} of ${own.length}`;
    return `${mode}  ${what.padEnd(62)} ${count}`;
  });
}

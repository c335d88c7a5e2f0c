import type { Command } from './command.ts';
import type { Commands } from './main.ts';

/** The text of `ocr-pipeline --help`: every command in one line. */
export async function helpOfTool(commands: Commands): Promise<string> {
  const rows = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => [name, (await load()).default.summary] as const),
  );
  return [
    'Reads scans and photographs of text on your own machines.',
    '',
    'Usage: ocr-pipeline <command> [options]',
    '',
    ...table(rows),
    '',
    '`ocr-pipeline <command> --help` shows its options. Exit codes: 0 good, 2 fault, 70 a bug of ours.',
  ].join('\n');
}

/** The text of `ocr-pipeline <command> --help`. */
export function helpOfCommand({ summary, usage, options, notes = [] }: Command): string {
  const rows = Object.entries(options).map(([name, option]) => {
    const short = option.short === undefined ? '' : `-${option.short}, `;
    const value = option.type === 'string' ? ` ${option.value ?? name.toUpperCase()}` : '';
    return [`${short}--${name}${value}`, option.about] as const;
  });
  const end = notes.length === 0 ? [] : ['', ...notes];
  return [`${summary}.`, '', `Usage: ${usage}`, '', ...table(rows), ...end].join('\n');
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

import type { Command } from './command.ts';
import type { Commands } from './main.ts';

/** The text of `layerproof --help`: every command in one line. */
export async function helpOfTool(commands: Commands): Promise<string> {
  const rows = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => [name, (await load()).default.summary] as const),
  );
  return [
    'Builds AWS Lambda layers from any machine and proves that they load.',
    '',
    'Usage: layerproof <command> [options]',
    '',
    ...table(rows),
    '',
    '`layerproof <command> --help` shows its options. Exit codes: 0 good, 1 findings, 2 fault, 70 a bug of ours.',
  ].join('\n');
}

/** The text of `layerproof <command> --help`. */
export function helpOfCommand({ summary, usage, options }: Command): string {
  const rows = Object.entries(options).map(([name, option]) => {
    const short = option.short === undefined ? '' : `-${option.short}, `;
    const value = option.type === 'string' ? ` ${option.value ?? name.toUpperCase()}` : '';
    return [`${short}--${name}${value}`, option.about ?? ''] as const;
  });
  return [`${summary}.`, '', `Usage: ${usage}`, ...(rows.length === 0 ? [] : ['', ...table(rows)])].join('\n');
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`.trimEnd());
}

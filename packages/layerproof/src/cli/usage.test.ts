import { describe, expect, test } from 'vitest';
import { COMMANDS } from './commands.ts';
import { helpOfCommand } from './help.ts';

describe.each(Object.entries(COMMANDS))('%s', (name, load) => {
  test('the usage line has every option that is parsed, and no other', async () => {
    const { usage, options } = (await load()).default;
    const known = Object.entries(options).map(([option, { short }]) =>
      short !== undefined && usage.includes(`-${short} `) ? `-${short}` : `--${option}`,
    );
    const written = [...usage.matchAll(/(?<![\w-])--?[a-z][a-z-]*/g)].map(([option]) => option);
    expect(new Set(written)).toEqual(new Set(known));
    expect(usage.startsWith(`layerproof ${name} `)).toBe(true);
  });

  test('--help says of every option what it is for', async () => {
    const { default: command } = await load();
    const help = helpOfCommand(command);
    for (const [option, { about, type, value }] of Object.entries(command.options)) {
      expect(about, option).toMatch(/\w/);
      expect(help).toContain(`--${option}${type === 'string' ? ` ${value}` : ''} `);
    }
  });
});

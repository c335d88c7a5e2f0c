import { Fault } from '@ocr-pipeline/fault';
import { expect, test } from 'vitest';
import { type Command, defineCommand } from './command.ts';
import type { Commands } from './main.ts';
import { session } from './testing/session.ts';

const greet = defineCommand({
  summary: 'Greet a layer',
  usage: 'layerproof greet NAME [--loud]',
  options: {
    loud: { type: 'boolean', about: 'In capitals' },
    times: { type: 'string', short: 'n', value: 'COUNT', about: 'How often' },
  },
  async run({ positionals: [name], values }, io) {
    if (name === 'nobody') throw new Fault('no-such-layer', 'There is no layer nobody', { hint: 'Name another one.' });
    if (name === 'crash') throw new TypeError('undefined is not a layer');
    io.out(values.loud === true ? `HELLO ${name}` : `hello ${name}`);
    io.err(`greeted ${values.times ?? '1'} time`);
    return 0;
  },
});
const commands: Commands = { greet: async (): Promise<{ default: Command }> => ({ default: greet }) };
const run = (...argv: string[]) => session(argv, { commands });

test('data goes to stdout, the rest to stderr, and the exit code is returned', async () => {
  expect(await run('greet', 'pillow', '--loud', '-n', '2')).toMatchInlineSnapshot(`
    "$ layerproof greet pillow --loud -n 2
    HELLO pillow
    stderr: greeted 2 time
    exit 0"
  `);
});

test('a fault is printed with its hint and exits 2', async () => {
  expect(await run('greet', 'nobody')).toMatchInlineSnapshot(`
    "$ layerproof greet nobody
    stderr: error[no-such-layer]: There is no layer nobody
    stderr:
    stderr: hint: Name another one.
    exit 2"
  `);
});

test('an unknown option is a fault whose hint is the usage', async () => {
  expect(await run('greet', 'pillow', '--quiet')).toMatchInlineSnapshot(`
    "$ layerproof greet pillow --quiet
    stderr: error[bad-argument]: Unknown option '--quiet'
    stderr:
    stderr: hint: Usage: layerproof greet NAME [--loud]
    exit 2"
  `);
});

test('an unknown command names the commands', async () => {
  expect(await run('great')).toMatchInlineSnapshot(`
    "$ layerproof great
    stderr: error[unknown-command]: There is no command \`great\`
    stderr:
    stderr: hint: The commands are \`greet\`.
    exit 2"
  `);
});

test('anything else is a bug of ours: exit 70, with the stack', async () => {
  const text = await run('greet', 'crash');
  expect(text).toContain('stderr: error[bug]: TypeError: undefined is not a layer');
  expect(text).toMatch(/main\.test\.ts:\d+/);
  expect(text).toMatch(/exit 70$/);
});

test('--help shows the commands, and the options of one', async () => {
  expect(await run('--help')).toMatchInlineSnapshot(`
    "$ layerproof --help
    Builds AWS Lambda layers from any machine and proves that they load.

    Usage: layerproof <command> [options]

      greet  Greet a layer

    \`layerproof <command> --help\` shows its options. Exit codes: 0 good, 1 findings, 2 fault, 70 a bug of ours.
    exit 0"
  `);
  expect(await run('greet', '--help')).toMatchInlineSnapshot(`
    "$ layerproof greet --help
    Greet a layer.

    Usage: layerproof greet NAME [--loud]

      --loud             In capitals
      -n, --times COUNT  How often
    exit 0"
  `);
});

test('--help after -- is a name', async () => {
  expect(await run('greet', '--', '--help')).toContain('hello --help');
});

test('--version is the one of package.json', async () => {
  expect(await run('--version')).toMatch(/^\$ layerproof --version\n\d+\.\d+\.\d+\nexit 0$/);
});

test('no command at all is a fault, and shows what there is', async () => {
  expect(await run()).toMatch(/stderr: {3}greet {2}Greet a layer\n[\s\S]*exit 2$/);
});

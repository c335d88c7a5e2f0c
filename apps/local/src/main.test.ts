import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defineCommand } from './command.ts';
import type { Io } from './io.ts';
import { main } from './main.ts';
import { session } from './testing/session.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const transcript = async (...argv: string[]) => (await session(argv)).transcript;

describe('the command', () => {
  test('says what it can do', async () => {
    expect(await transcript('--help')).toMatchInlineSnapshot(`
      "$ ocr-pipeline --help
      Reads scans and photographs of text on your own machines.

      Usage: ocr-pipeline <command> [options]

        serve   Serve the API and read what is sent to it, on this machine
        read    Read files here and now, without a server
        submit  Send files to a service, wait, and fetch what was read
        models  List the models to read with; fetch or remove some

      \`ocr-pipeline <command> --help\` shows its options. Exit codes: 0 good, 2 fault, 70 a bug of ours.
      exit 0"
    `);
    expect(await transcript('serve', '--help')).toMatchInlineSnapshot(`
      "$ ocr-pipeline serve --help
      Serve the API and read what is sent to it, on this machine.

      Usage: ocr-pipeline serve [--port 8787] [--data DIR] [--workers N] [--model NAME] [-l LANGUAGE] [--json]

        --port N             8787 by default; 0 for any free one
        --data DIR           Uploads, jobs and results; by default the platform's data folder
        --workers N          Files and pages read at the same time; by default one for each core, up to 4
        --model NAME         What to read with, of \`ocr-pipeline models\`; pp-ocr-v6 by default
        -l, --language NAME  What to read: latin (the default), zh, ja
        --offline            Fetch no models: one that is not here is a fault
        --json               Print the address as one line of JSON
      exit 0"
    `);
  });

  test('prints its version, and its help as an error when nothing is asked', async () => {
    expect((await session(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const nothing = await session([]);
    expect(nothing).toMatchObject({ exit: 2, stdout: '' });
    expect(nothing.transcript).toContain('stderr: Usage: ocr-pipeline <command>');
  });

  test('names the commands when it does not know one', async () => {
    expect(await transcript('constructor')).toMatchInlineSnapshot(`
      "$ ocr-pipeline constructor
      stderr: error[unknown-command]: There is no command \`constructor\`
      stderr:
      stderr: hint: The commands are \`serve\`, \`read\`, \`submit\`, \`models\`.
      exit 2"
    `);
  });

  test('shows an error of its own as one, with where it happened', async () => {
    const broken = defineCommand({
      summary: 'Break',
      usage: 'ocr-pipeline broken',
      options: {},
      run: () => Promise.reject(new TypeError('undefined is not a page')),
    });
    const lines: string[] = [];
    const io = { err: (line: string) => void lines.push(line), status: () => undefined } as unknown as Io;
    expect(await main(['broken'], io, { broken: async () => ({ default: broken }) })).toBe(70);
    expect(lines.join('\n')).toMatch(/^error\[bug\]: TypeError: undefined is not a page\n\s+at .*main\.test\.ts/);
  });
});

describe('a command line that cannot be', () => {
  test.each([
    [['read'], 'missing-argument'],
    [['submit', 'a.png'], 'missing-argument'],
    [['submit', 'a.png', '--endpoint', 'localhost:8787'], 'bad-argument'],
    [['read', 'a.png', '--formats', 'text'], 'bad-argument'],
    [['read', 'a.png', '-f', 'docx'], 'bad-argument'],
    [['read', 'a.png', '-f', 'text,'], 'bad-argument'],
    [['read', 'a.png', '-f', 'text,json'], 'output-folder-needed'],
    [['read', 'a.png', 'b.png', '-f', 'pdf'], 'output-folder-needed'],
    [['read', 'a.png', 'b.png', '-f', 'alto'], 'output-folder-needed'],
    [['read', 'a/scan.png', 'b/scan.jpg', '-o', 'out'], 'same-output'],
    [['serve', 'now'], 'bad-argument'],
    [['serve', '--port', '65536'], 'bad-argument'],
    [['serve', '--port', '-1'], 'bad-argument'],
    [['serve', '--port', '0x10'], 'bad-argument'],
    [['serve', '--workers', '0'], 'bad-argument'],
  ])('%j: %s', async (argv, code) => {
    const { exit, stdout, transcript: text } = await session(argv);
    expect(text).toContain(`stderr: error[${code}]: `);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
  });

  test('a PDF for a terminal', async () => {
    const { transcript: text } = await session(['read', 'a.png', '-f', 'pdf'], { stdoutIsTerminal: true });
    expect(text).toContain('stderr: error[output-folder-needed]: A PDF was asked for, and stdout is a terminal');
  });

  test('names the option and shows the usage', async () => {
    expect(await transcript('serve', '--port', 'http')).toMatchInlineSnapshot(`
      "$ ocr-pipeline serve --port http
      stderr: error[bad-argument]: --port is http, not a whole number from 0 to 65535
      stderr:
      stderr: hint: Usage: ocr-pipeline serve [--port 8787] [--data DIR] [--workers N] [--model NAME] [-l LANGUAGE] [--json]
      exit 2"
    `);
  });
});

describe('files that cannot be read', () => {
  test('are each reported, and nothing is printed for them', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'empty.png'), '');
    writeFileSync(join(folder, 'page.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const { transcript: text } = await session(['read', 'empty.png', 'page.svg', 'missing.png', '.'], { folder });
    expect(text).toMatchInlineSnapshot(`
      "$ ocr-pipeline read empty.png page.svg missing.png .
      stderr: empty.png: error[input-empty]: The input has 0 bytes, a document has more
      stderr:
      stderr: hint: Check that the file was uploaded or saved completely, then send it again.
      stderr: page.svg: error[unsupported-type]: The input is an SVG; PDF, PNG, JPEG, TIFF, WebP, GIF and BMP can be read
      stderr:
      stderr: hint: Convert the page to one of PDF, PNG, JPEG, TIFF, WebP, GIF and BMP and send that.
      stderr: missing.png: error[file-unreadable]: The file missing.png does not exist
      stderr:
      stderr: hint: Check the path; every argument that is no option is taken for a file.
      stderr: .: error[file-unreadable]: The file . is a folder
      stderr:
      stderr: hint: Check the path; every argument that is no option is taken for a file.
      stderr: 4 of 4 files could not be read
      exit 2"
    `);
  });

  test('a service that is not there', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.png'), 'x');
    const endpoint = await endpointOfNobody();
    const { exit, transcript: text } = await session(['submit', 'a.png', '--endpoint', endpoint], { folder });
    expect(text).toContain(`stderr: error[endpoint-unreachable]: Nothing answers at ${endpoint}`);
    expect(exit).toBe(2);
  });
});

/** An address that was free a moment ago. */
async function endpointOfNobody(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}`;
}

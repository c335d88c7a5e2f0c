import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { isFault } from '@ocr-pipeline/fault';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type PageLimits, processReader } from './process-reader.ts';

const PROGRAM = join(import.meta.dirname, '..', 'testing', 'mortal-reader-process.ts');
/** Enough for a process to start on a busy machine. */
const LIMITS: PageLimits = { pageSeconds: 60, pageMemoryBytes: 600e6 };
const bytesOf = (text: string) => new TextEncoder().encode(text);

function open(limits: Partial<PageLimits> = {}, processes = 1) {
  const reader = processReader({ version: 'v4' }, { limits: { ...LIMITS, ...limits }, program: PROGRAM, processes });
  onTestFinished(() => reader.close());
  return {
    reader,
    /** The text of each page, or the code of its problem. */
    async read(text: string) {
      const { pages } = await reader.read(bytesOf(text));
      return pages.map(
        ({ problem, blocks }) =>
          problem?.code ?? blocks.flatMap(({ lines }) => lines.map((line) => line.text)).join('\n'),
      );
    },
    async failure(text: string) {
      const error: unknown = await reader.read(bytesOf(text)).catch((thrown: unknown) => thrown);
      return isFault(error) ? `${error.code}: ${error.message}` : String(error);
    },
  };
}

test('gives each reader its own answer', async () => {
  const { read } = open();
  expect(await Promise.all([read('one'), read('two'), read('three')])).toEqual([['one'], ['two'], ['three']]);
});

test('makes the PDF of a document', async () => {
  const { reader } = open();
  const document = await reader.read(bytesOf('one\ftwo'));
  const pdf = await reader.searchablePdf(bytesOf('one\ftwo'), document);
  expect(new TextDecoder().decode(pdf)).toBe('%PDF-1.7 7 bytes, 2 pages');
});

test('a Fault comes over as a Fault, a bug as an error that is none', async () => {
  const { failure } = open();
  expect(await failure('\0')).toBe('unsupported-type: The bytes are no text');
  expect(await failure('bug')).toMatch(/^Error: in the reader process: TypeError: undefined is not a page/);
});

test('the pages of a document are read by several processes, in order, and so are several documents', async () => {
  const { read } = open({}, 2);
  const numbers = Array.from({ length: 40 }, (_, index) => String(index + 1));
  const [long, short, failing] = await Promise.all([
    read(numbers.join('\f')),
    read('alone'),
    read('one\fpoison\fthree\ffour'),
  ]);
  expect([long, short, failing]).toEqual([numbers, ['alone'], ['one', 'page-crash', 'three', 'four']]);
});

describe('a page fails alone, and the others are read', () => {
  test('when it kills its process, each of two times', async () => {
    const { read } = open();
    expect(await read('one\fpoison\fthree')).toEqual(['one', 'page-crash', 'three']);
    expect(await read('healthy')).toEqual(['healthy']);
  });

  test('when it does not end', async () => {
    const { read } = open({ pageSeconds: 8 });
    expect(await read('endless\ftwo\fendless')).toEqual(['page-timeout', 'two', 'page-timeout']);
  });

  test('when it takes too much memory', async () => {
    const { read } = open();
    expect(await read('one\fgreedy\fthree')).toEqual(['one', 'page-memory', 'three']);
  });

  test('and is the fault of a document that has no other', async () => {
    const { failure, read } = open();
    expect(await open({ pageSeconds: 8 }).failure('endless')).toBe(
      'page-timeout: Page 1 was not read within 8 seconds, which is all that a page has',
    );
    expect(await failure('greedy')).toBe('page-memory: Page 1 takes more than 600 MB of memory to read');
    expect(await failure('poison')).toMatch(
      /^page-crash: Page 1 was begun twice, and each time the reader process ended with \w+ before its answer$/,
    );
    expect(await read('healthy')).toEqual(['healthy']);
  });
});

describe('a document that cannot even be opened', () => {
  test('fails when that does not end, or takes too much memory', async () => {
    const { failure, read } = open();
    expect(await open({ pageSeconds: 8 }).failure('open endless')).toBe(
      'document-timeout: The document was not opened within 8 seconds',
    );
    expect(await failure('open greedy')).toBe(
      'document-memory: The document takes more than 600 MB of memory to be opened',
    );
    expect(await read('healthy')).toEqual(['healthy']);
  });

  test('is tried again later when it kills its process', async () => {
    const { failure, read } = open();
    expect(await failure('open poison')).toMatch(/^ReaderDeath: the reader process ended with \w+ before its answer$/);
    expect(await read('healthy')).toEqual(['healthy']);
  });
});

test('closes what it never started', async () => {
  await processReader({ version: 'v4' }, { limits: LIMITS, program: PROGRAM }).close();
});

test('closes while a page is read that never ends', async () => {
  const reader = processReader({ version: 'v4' }, { limits: LIMITS, program: PROGRAM });
  const { promise: begun, resolve: isOpen } = Promise.withResolvers<void>();
  const reading = reader.read(bytesOf('endless'), {}, () => isOpen()).catch((error: unknown) => String(error));
  await begun;
  await reader.close();
  expect(await reading).toBe('Error: the reader is closed');
});

/** Starts a reader process, and when it has answered once, has it open a document that never ends, and says its number. */
const PARENT = `
  const { fork } = require('node:child_process');
  const child = fork(process.argv[1], ['{}', '600e6'], { serialization: 'advanced', stdio: ['ignore', 2, 2, 'ipc', 'pipe'] });
  const open = (text, done) => child.send({ open: new TextEncoder().encode(text) }, done);
  child.once('message', () => open('open endless', () => console.log(child.pid)));
  open('one');
`;

test('a reader process ends with the one that started it, also from a page that never ends', async () => {
  const options = ['--conditions=source', '-e', PARENT, PROGRAM];
  const parent = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'pipe'] });
  const [pid] = (await once(parent.stdout, 'data')) as [Buffer];
  let isGone = false;
  onTestFinished(() => void (isGone || process.kill(Number(pid), 'SIGKILL')));
  parent.kill('SIGKILL');
  // The reader process holds the pipe of stderr, too: it is closed when both are gone.
  parent.stderr.resume();
  await once(parent, 'close');
  isGone = true;
});

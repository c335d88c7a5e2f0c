import { join } from 'node:path';
import { isFault } from '@ocr-pipeline/fault';
import { expect, onTestFinished, test } from 'vitest';
import { processReader } from './process-reader.ts';

const PROGRAM = join(import.meta.dirname, '..', 'testing', 'mortal-reader-process.ts');
const bytesOf = (text: string) => new TextEncoder().encode(text);

function open() {
  const reader = processReader({ version: 'v4' }, PROGRAM);
  onTestFinished(() => reader.close());
  return {
    reader,
    async read(text: string) {
      const { pages } = await reader.read(bytesOf(text));
      return pages.flatMap(({ blocks }) => blocks).flatMap(({ lines }) => lines.map((line) => line.text));
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
  const { read } = open();
  const fault: unknown = await read('\0').catch((error: unknown) => error);
  expect(isFault(fault) && `${fault.code}: ${fault.message}`).toBe('unsupported-type: The bytes are no text');
  const bug: unknown = await read('bug').catch((error: unknown) => error);
  expect(isFault(bug)).toBe(false);
  expect(String(bug)).toBe('Error: in the reader process: TypeError: undefined is not a page');
});

test('a page that kills its process fails alone, and the next one is read', async () => {
  const { read } = open();
  for (let round = 0; round < 2; round++) {
    const death: unknown = await read('poison').catch((error: unknown) => error);
    expect(isFault(death)).toBe(false);
    expect(String(death)).toMatch(/the reader process ended with \w+ before its answer/);
    expect(await read('healthy')).toEqual(['healthy']);
  }
});

test('closes what it never started', async () => {
  await processReader({ version: 'v4' }, PROGRAM).close();
});

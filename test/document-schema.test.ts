import { readFileSync } from 'node:fs';
import { createReader, type Document, toJson } from '@ocr-pipeline/ocr';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sampleScan } from './typeset/sample-scan.ts';

// The schema is published for others to validate with; here it is held to what is written. Any validator will do, zod is at hand.
const path = new URL('../packages/ocr/document.schema.json', import.meta.url);
const schema = z.fromJSONSchema(JSON.parse(readFileSync(path, 'utf8')));

const box = { left: 50, top: 60, width: 90, height: 20 };
const word = { text: 'Total', confidence: 0.9, box, edges: [50, 68, 86, 104, 122, 140] };
const line = { text: 'Total', confidence: 1, box, words: [word] };
const full: Document = {
  schema: 'ocr-pipeline/document/2',
  engine: { name: 'test', version: '1', models: [{ name: 'model', sha256: '0'.repeat(64) }] },
  pageCount: 9,
  pages: [
    { number: 1, width: 800, height: 600, turn: 90, blocks: [{ kind: 'table', box, lines: [line] }] },
    { number: 2, width: 0, height: 0, problem: { code: 'pdf-page-corrupt', message: 'It cannot be read' }, blocks: [] },
    { number: 3, width: 9, height: 9, hasTextLayer: true, blocks: [] },
    { number: 4, width: 0, height: 0, problem: { code: 'page-timeout', message: 'Late', hint: 'Wait.' }, blocks: [] },
  ],
};

const isValid = (document: unknown) => schema.safeParse(document).success;

/** Every value that differs from this one in a single place: a property more, or one less. */
function* neighbours(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [index, inner] of value.entries()) {
      for (const changed of neighbours(inner)) yield value.with(index, changed);
    }
  } else if (typeof value === 'object' && value !== null) {
    yield { ...value, other: 1 };
    for (const [name, inner] of Object.entries(value)) {
      const { [name]: _, ...rest } = value as Record<string, unknown>;
      if (!['kind', 'turn', 'edges', 'problem', 'hasTextLayer', 'pageCount', 'hint'].includes(name)) yield rest;
      for (const changed of neighbours(inner)) yield { ...value, [name]: changed };
    }
  }
}

describe('the schema of a document', () => {
  test('holds for a page that was read', { timeout: 60_000 }, async () => {
    const reader = createReader({ version: 'v4' });
    try {
      const document = JSON.parse(toJson(await reader.read((await sampleScan()).bytes)));
      expect(document.pages[0].blocks.length).toBeGreaterThan(0);
      expect(schema.parse(document)).toEqual(document);
    } finally {
      await reader.close();
    }
  });

  test('holds for everything that a document may say', () => {
    expect(schema.parse(JSON.parse(toJson(full)))).toEqual(full);
  });

  test('knows every property, and which may be left out', () => {
    const others = [...neighbours(full)];
    expect(others.length).toBeGreaterThan(50);
    expect(others.filter(isValid)).toEqual([]);
  });

  test('knows what the values may be', () => {
    const page = (change: object) => ({ ...full, pages: [{ ...full.pages[0], ...change }] });
    expect(isValid(page({}))).toBe(true);
    expect(isValid(page({ turn: 45 }))).toBe(false);
    expect(isValid(page({ number: 0 }))).toBe(false);
    expect(isValid(page({ blocks: [{ box, lines: [{ ...line, confidence: 90 }] }] }))).toBe(false);
    expect(isValid({ ...full, schema: 'ocr-pipeline/document/1' })).toBe(false);
  });
});

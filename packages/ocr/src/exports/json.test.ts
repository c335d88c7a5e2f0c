import { expect, test } from 'vitest';
import type { Document } from '../document.ts';
import { documentOf, lineAt } from '../testing/lines.ts';
import { toJson } from './json.ts';

const document = documentOf([lineAt('Total due', { left: 50, top: 50 })]);

test('has the shape of the contract, and comes back as the same document', () => {
  expect(JSON.parse(toJson(document))).toEqual(document);
});

test('the order in which a document was built does not show', () => {
  expect(toJson(reversed(document) as Document)).toBe(toJson(document));
});

test('the turn of a page is kept, confidences have four digits', () => {
  const [page] = document.pages;
  const pages = page === undefined ? [] : [{ ...page, turn: 90 as const }];
  expect(toJson({ ...document, pages })).toContain('"height":600,"turn":90,"blocks"');
  const precise = { ...lineAt('a', { left: 0, top: 0 }), confidence: 2 / 3 };
  expect(toJson(documentOf([precise]))).toContain('"confidence":0.6667,');
});

test("a page says when its text is the file's own", () => {
  const pages = document.pages.map((page) => Object.assign({}, page, { textLayer: true }));
  expect(toJson({ ...document, pages })).toContain('"height":600,"textLayer":true,"blocks"');
});

test('a page that could not be read says why', () => {
  const problem = { message: 'Page 1 cannot be drawn', code: 'pdf-page-corrupt' };
  const failed = { number: 1, width: 0, height: 0, blocks: [], problem };
  expect(toJson({ ...document, pages: [failed] })).toContain(
    '"height":0,"problem":{"code":"pdf-page-corrupt","message":"Page 1 cannot be drawn"},"blocks":[]',
  );
});

test('the kind of a block is kept, and left out of running text', () => {
  const pages = document.pages.map((page) =>
    Object.assign({}, page, { blocks: page.blocks.map((block) => Object.assign({}, block, { kind: 'heading' })) }),
  );
  expect(toJson({ ...document, pages })).toContain('"blocks":[{"kind":"heading","box"');
  expect(toJson(document)).not.toContain('kind');
});

/** The same value with the keys of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

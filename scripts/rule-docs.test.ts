import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PAGES_FOLDER, renderRuleDocs } from './rule-docs.ts';

test('the pages of the rules are what the rules say', () => {
  const committed = new Map(readdirSync(PAGES_FOLDER).map((name) => [name, readFileSync(PAGES_FOLDER + name, 'utf8')]));
  const rendered = renderRuleDocs();
  expect(Object.fromEntries([...committed].sort())).toEqual(Object.fromEntries([...rendered].sort()));
});

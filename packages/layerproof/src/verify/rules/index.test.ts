import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { FAILURE_MODES, NOT_DECIDED_HERE } from '../failure-modes.ts';
import { RULES } from './index.ts';

const FILES = readdirSync(fileURLToPath(new URL('.', import.meta.url)));

describe('the catalogue', () => {
  test('has a line for each rule, in the order of their names', () => {
    const files = FILES.filter((name) => !name.endsWith('.test.ts') && name !== 'index.ts').sort();
    expect(RULES.map(({ id }) => `${id}.ts`)).toEqual(files);
  });

  test('has a test for each rule', () => {
    for (const { id } of RULES) expect(FILES).toContain(`${id}.test.ts`);
  });

  test('has messages that are no sentences of ours', () => {
    const all = RULES.flatMap(({ messages }) => messages);
    expect(all.length).toBeGreaterThan(50);
    for (const message of all) expect(message.replaceAll('…', '').length).toBeGreaterThan(8);
  });

  test('says why and what to do in full sentences, and the defect in a phrase', () => {
    for (const { summary, why, fix } of RULES) {
      expect(why).toMatch(/^[A-Z].*[.)]$/);
      expect(fix).toMatch(/^(?:[A-Z]|\{rebuild\}).*\.$/);
      expect(summary).toMatch(/^[A-Z].*[^.]$/);
      expect(summary.length).toBeLessThan(90);
    }
  });

  test('tells every way of failing, or says why it does not', () => {
    const told = new Set<string>(RULES.flatMap(({ modes }) => modes));
    const untold = Object.keys(FAILURE_MODES).filter((mode) => !told.has(mode));
    expect(untold.toSorted()).toEqual(Object.keys(NOT_DECIDED_HERE).toSorted());
    for (const reason of Object.values(NOT_DECIDED_HERE)) expect(reason).toMatch(/^[A-Z].*\.$/);
  });
});

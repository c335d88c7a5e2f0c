import { describe, expect, test } from 'vitest';
import { INDEX_CASES } from './index.cases.ts';
import { LOCK_CASES, PLACE_CASES, PROJECT_CASES } from './machine.cases.ts';
import { REQUIREMENTS_CASES } from './requirements.cases.ts';
import { WHEEL_CASES } from './wheels.cases.ts';
import { type Case, runCase } from './world.ts';

const FAMILIES: Readonly<Record<string, readonly Case[]>> = {
  requirements: REQUIREMENTS_CASES,
  wheels: WHEEL_CASES,
  index: INDEX_CASES,
  places: PLACE_CASES,
  locks: LOCK_CASES,
  projects: PROJECT_CASES,
};

describe.each(Object.entries(FAMILIES))('bad %s', (_, cases) => {
  test.for([...cases])('$what', async (bad) => {
    const outcome = await runCase(bad);
    expect(outcome.text).toMatchSnapshot('said');
    expect(outcome).toMatchObject({ code: bad.code, exit: bad.exit ?? 2, left: [] });
  });
});

test('sixty kinds of bad input and more have a code of their own', () => {
  const codes = new Set(Object.values(FAMILIES).flatMap((cases) => cases.map(({ code }) => code)));
  expect(codes.size).toBeGreaterThanOrEqual(60);
});

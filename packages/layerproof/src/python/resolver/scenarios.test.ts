import { describe, expect, test } from 'vitest';
import { tableIndex } from '../testing/table-index.ts';
import { play, type Scenarios, universeOf } from './testing/scenario.ts';
import { BACKTRACKING } from './testing/scenarios/backtracking.ts';
import { CHOICE } from './testing/scenarios/choice.ts';
import { EXTRAS } from './testing/scenarios/extras.ts';
import { FAILURES } from './testing/scenarios/failures.ts';
import { METADATA } from './testing/scenarios/metadata.ts';
import { PRERELEASES } from './testing/scenarios/prereleases.ts';
import { REFERENCES } from './testing/scenarios/references.ts';
import { WHEELS } from './testing/scenarios/wheels.ts';
import { slowIndex } from './testing/slow-index.ts';

const GROUPS: Readonly<Record<string, Scenarios>> = {
  choice: CHOICE,
  extras: EXTRAS,
  'pre-releases': PRERELEASES,
  wheels: WHEELS,
  metadata: METADATA,
  'direct references': REFERENCES,
  backtracking: BACKTRACKING,
  failures: FAILURES,
};

const SEEDS = [1, 2, 3];

describe.each(Object.entries(GROUPS))('%s', (_, scenarios) => {
  const all = Object.entries(scenarios);

  test.each(all)('%s', async (_name, scenario) => {
    const outcome = await play(scenario);
    expect('pins' in outcome ? outcome.pins : outcome.code).toEqual(scenario.answer);
    for (const seed of SEEDS) {
      const later = await play(scenario, slowIndex(tableIndex(universeOf(scenario)), seed));
      expect(later, `with answers in another order (seed ${seed})`).toEqual(outcome);
    }
  });
});

const FAILING = Object.entries(GROUPS)
  .map(
    ([group, scenarios]) =>
      [group, Object.entries(scenarios).filter(([, { answer }]) => typeof answer === 'string')] as const,
  )
  .filter(([, failing]) => failing.length > 0);

describe.each(FAILING)('%s', (_, failing) => {
  test('each failure is told in words', async () => {
    const told = await Promise.all(
      failing.map(async ([name, scenario]) => {
        const outcome = await play(scenario);
        return `# ${name}\n\n${'text' in outcome ? outcome.text : outcome.pins.join('\n')}\n`;
      }),
    );
    expect(`\n${told.join('\n')}`).toMatchSnapshot();
  });
});

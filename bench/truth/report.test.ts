import { expect, test } from 'vitest';
import { isTooWrong, markdownOf, matrixOf } from './report.ts';
import type { Trial } from './trial.ts';
import type { Verdict } from './verdict.ts';

function trial(verdict: Verdict, kind: Trial['kind'] = 'source removed', more: Partial<Trial> = {}): Trial {
  const failed = verdict === 'missed' ? [{ name: 'a', message: 'ImportError: b' }] : [];
  const head = { number: 1, requirements: 'a', runtime: 'python3.9', what: 'python/a.py: removed', modules: 1 };
  return { ...head, kind, verdict, errors: [], warnings: [], failed, failedWithin: [], ...more };
}

test('the matrix has a line for each kind and the sum', () => {
  const within = { failedWithin: [{ name: 'a.b', message: 'ImportError: c' }] };
  const trials = [
    trial('missed'),
    trial('both load', 'as built'),
    trial('both fail'),
    trial('both fail', 'as built', within),
  ];
  expect(matrixOf(trials)).toEqual([
    '| layers | all | both load | of them within | both fail | of them within | missed | false alarm |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    '| as built | 2 | 1 | 0 | 1 | 1 | 0 | 0 |',
    '| source removed | 2 | 0 | 0 | 1 | 0 | 1 | 0 |',
    '| **sum** | 4 | 1 | 0 | 2 | 1 | 1 | 0 |',
  ]);
});

test('one in a hundred may be wrong in each way, and no more', () => {
  const good = Array.from({ length: 198 }, () => trial('both load'));
  expect(isTooWrong([...good, trial('missed'), trial('false alarm')])).toBe(false);
  expect(isTooWrong([...good, trial('missed'), trial('missed'), trial('missed')])).toBe(true);
  expect(isTooWrong([...good, trial('false alarm'), trial('false alarm'), trial('false alarm')])).toBe(true);
});

test('every disagreement is told with what both sides said', () => {
  expect(markdownOf([trial('missed'), trial('both fail')], 'Title')).toContain(
    [
      '## Missed: an import fails, and verify has no error',
      '',
      '-   1 missed      python3.9  a: source removed python/a.py: removed',
      '  - import a: ImportError: b',
      '',
    ].join('\n'),
  );
});

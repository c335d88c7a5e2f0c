import { expect, test } from 'vitest';
import { bestPerKind, shortfalls, timeRatios } from './comparison.ts';
import { scoreOf } from './score.ts';
import { type Result, tableOf } from './table.ts';

const result = (contender: string, kind: string, text: string, seconds: number): Result => ({
  contender,
  id: `${kind}-1`,
  kind,
  score: scoreOf('four words stand here', text),
  seconds,
  cpuSeconds: seconds / 2,
});

const results = [
  result('ours', 'form', 'four words stand here', 1),
  result('other', 'form', 'four words stand', 2),
  result('ours', 'book', 'four words', 3),
  result('other', 'book', 'four words stand hero', 4),
];

test('each kind, then all images, then the mean of the kinds, contender beside contender', () => {
  expect(tableOf(results)).toMatchInlineSnapshot(`
    "| kind | engine | images | F1fold | F1an | n3 | CER | CPU mean s | CPU median s | mean s | median s |
    | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
    | form | ours | 1 | 100.0 | 100.0 | 100.0 | 0.0 | 0.50 | 0.50 | 1.00 | 1.00 |
    | form | other | 1 | 85.7 | 85.7 | 85.7 | 23.8 | 1.00 | 1.00 | 2.00 | 2.00 |
    | book | ours | 1 | 66.7 | 66.7 | 60.9 | 52.4 | 1.50 | 1.50 | 3.00 | 3.00 |
    | book | other | 1 | 75.0 | 75.0 | 93.8 | 4.8 | 2.00 | 2.00 | 4.00 | 4.00 |
    | all | ours | 2 | 85.7 | 85.7 | 83.6 | 26.2 | 1.00 | 1.50 | 2.00 | 3.00 |
    | all | other | 2 | 80.0 | 80.0 | 90.0 | 14.3 | 1.50 | 2.00 | 3.00 | 4.00 |
    | mean of kinds | ours | 2 | 83.3 | 83.3 | 80.4 | 26.2 |  |  |  |  |
    | mean of kinds | other | 2 | 80.4 | 80.4 | 89.7 | 14.3 |  |  |  |  |"
  `);
});

test('says who is best at each kind, and by which images we are behind', () => {
  expect(bestPerKind(results)).toMatchInlineSnapshot(`
    [
      "best on form: ours, F1an 100.0 (CER: ours, 0.0)",
      "best on book: other, F1an 75.0 (CER: other, 4.8)",
    ]
  `);
  expect(shortfalls(results)).toMatchInlineSnapshot(`
    [
      "behind other on book by 8.3 F1fold, with book-1 (66.7 to 75.0)",
      "behind other on book by 8.3 F1an, with book-1 (66.7 to 75.0)",
      "behind other on book by 32.9 n3, with book-1 (60.9 to 93.8)",
      "behind other on book by 47.6 CER, with book-1 (52.4 to 4.8)",
      "behind other on the mean of kinds by 9.3 n3",
      "behind other on the mean of kinds by 11.9 CER",
    ]
  `);
});

test('compares processor and wall time of the same run', () => {
  expect(timeRatios(results)).toEqual([
    'time of ours to that of other: CPU mean 0.67, median 0.75; wall mean 0.67, median 0.75',
  ]);
});

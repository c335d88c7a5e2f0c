import { expect, test } from 'vitest';
import { scoreOf } from './score.ts';
import { type Result, tableOf } from './table.ts';

const result = (contender: string, kind: string, text: string, seconds: number): Result => ({
  contender,
  id: kind,
  kind,
  score: scoreOf('four words stand here', text),
  seconds,
});

test('each kind, then all images, then the mean of the kinds, contender beside contender', () => {
  const results = [
    result('ours', 'form', 'four words stand here', 1),
    result('other', 'form', 'four words stand', 2),
    result('ours', 'book', 'four words stand here', 3),
    result('other', 'book', '', 4),
  ];
  expect(tableOf(results)).toMatchInlineSnapshot(`
    "| kind | engine | images | F1fold | F1an | n3 | CER | mean s | median s |
    | --- | --- | --- | --- | --- | --- | --- | --- | --- |
    | form | ours | 1 | 100.0 | 100.0 | 100.0 | 0.0 | 1.00 | 1.00 |
    | form | other | 1 | 85.7 | 85.7 | 85.7 | 23.8 | 2.00 | 2.00 |
    | book | ours | 1 | 100.0 | 100.0 | 100.0 | 0.0 | 3.00 | 3.00 |
    | book | other | 1 | 0.0 | 0.0 | 0.0 | 100.0 | 4.00 | 4.00 |
    | all | ours | 2 | 100.0 | 100.0 | 100.0 | 0.0 | 2.00 | 3.00 |
    | all | other | 2 | 54.5 | 54.5 | 54.5 | 61.9 | 3.00 | 4.00 |
    | mean of kinds | ours | 2 | 100.0 | 100.0 | 100.0 | 0.0 |  |  |
    | mean of kinds | other | 2 | 42.9 | 42.9 | 42.9 | 61.9 |  |  |"
  `);
});

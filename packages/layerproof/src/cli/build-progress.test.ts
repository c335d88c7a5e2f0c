import { expect, test } from 'vitest';
import { buildProgress } from './build-progress.ts';

test('tells of what is known, what is here and what came, in one passing line, and of the rest in lines', () => {
  const lines: string[] = [];
  const tell = buildProgress({ err: (line) => lines.push(`err: ${line}`), status: (text) => lines.push(text) });
  tell({ kind: 'phase', text: 'resolving' });
  tell({ kind: 'resolving', distributions: 1 });
  tell({ kind: 'resolving', distributions: 2 });
  tell({ kind: 'download', name: 'a.whl', received: 200_000, total: 1_000_000 });
  tell({ kind: 'download', name: 'a.whl', received: 200_100, total: 1_000_000 });
  tell({ kind: 'retry', address: 'https://index.example/b', problem: 'status 503' });
  tell({ kind: 'download', name: 'b.whl', received: 1_800_000, total: undefined });
  tell({ kind: 'fetching', wheels: 1, of: 2 });
  tell({ kind: 'note', text: 'left out one file' });
  tell({ kind: 'phase', text: 'verifying' });
  expect(lines).toEqual([
    'resolving',
    'resolving: 1 distributions',
    'resolving: 2 distributions',
    'resolving: 2 distributions, 200 kB fetched',
    'resolving: 2 distributions, 201 kB fetched',
    'err: trying again: https://index.example/b: status 503',
    'resolving: 2 distributions, 2.0 MB fetched',
    'fetching: 1 of 2 wheels, 2.0 MB fetched',
    'err: note: left out one file',
    'verifying',
  ]);
});

import { expect, test } from 'vitest';
import { compareOutcomes } from './compare.ts';
import { normalPins, type Outcome } from './outcome.ts';

const pins = (text: string): Outcome => ({ kind: 'pins', pins: normalPins(text) });

test('pins are the same whatever the spelling of names and versions, and their order', () => {
  const ours = pins('zope-interface==1.0\na==1!2.0rc1\n');
  expect(compareOutcomes(ours, pins('# made by uv\nA==1!2.0.RC1\nZope.Interface[x]==1.0\n'))).toEqual({ kind: 'same' });
});

test('every distribution on which they disagree is named', () => {
  expect(compareOutcomes(pins('a==1\nb==1\nc==1'), pins('a==1\nb==2\nd==1'))).toEqual({
    kind: 'differs',
    disagreements: [
      { name: 'b', ours: '1', uv: '2' },
      { name: 'c', ours: '1', uv: undefined },
      { name: 'd', ours: undefined, uv: '1' },
    ],
  });
});

test('a refusal is no set of pins, and two refusals are told apart from one', () => {
  const refused = (reason: string): Outcome => ({ kind: 'refused', reason });
  expect(compareOutcomes(refused('no wheel'), pins('a==1'))).toMatchObject({ kind: 'one-refuses', who: 'ours' });
  expect(compareOutcomes(pins('a==1'), refused('no wheel'))).toMatchObject({ kind: 'one-refuses', who: 'uv' });
  expect(compareOutcomes(refused('x'), refused('y'))).toEqual({ kind: 'both-refuse', ours: 'x', uv: 'y' });
});

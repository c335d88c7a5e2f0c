import { expect, test } from 'vitest';
import { momentOf } from './moment.ts';

test.each([
  ['2026-11-24', '2026-11-25T00:00:00.000Z'],
  ['2026-12-31', '2027-01-01T00:00:00.000Z'],
  ['2026-11-24T12:00:00Z', '2026-11-24T12:00:00.000Z'],
  ['2026-11-24 12:00+02:00', '2026-11-24T10:00:00.000Z'],
])('%s is %s', (text, moment) => {
  expect(momentOf(text, '--exclude-newer').toISOString()).toBe(moment);
});

test.each(['1 week', 'P7D', '2026-13-01', '2026-11-24T12:00', ''])('%j is a fault', (text) => {
  expect(() => momentOf(text, '--exclude-newer')).toThrow(expect.objectContaining({ code: 'bad-moment' }));
});

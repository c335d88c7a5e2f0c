import { describe, expect, test } from 'vitest';
import { Fault, formatFault, isFault } from './index.ts';

describe('Fault', () => {
  test('prints its code, the two facts and the next step', () => {
    const fault = new Fault('no-matching-wheel', 'numpy 2.1.0 has no wheel for python3.9/x86_64', {
      hint: 'Pick a version or a `--runtime` that has one.',
    });
    expect(formatFault(fault)).toMatchInlineSnapshot(`
      "error[no-matching-wheel]: numpy 2.1.0 has no wheel for python3.9/x86_64

      hint: Pick a version or a \`--runtime\` that has one."
    `);
  });

  test('prints one line when there is no hint', () => {
    expect(formatFault(new Fault('a-code', 'a message'))).toBe('error[a-code]: a message');
  });

  test('keeps the error underneath as its cause', () => {
    const cause = new Error('underneath');
    expect(new Fault('a-code', 'a message', { cause }).cause).toBe(cause);
  });

  test('is told from a system error, which also has a code', () => {
    const missingFile = Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
    expect(isFault(missingFile)).toBe(false);
    expect(isFault(new Fault('a-code', 'a message'))).toBe(true);
  });
});

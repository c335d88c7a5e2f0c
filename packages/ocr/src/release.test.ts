import { expect, test } from 'vitest';
import { release } from './release.ts';

test('what is released is empty from then on, and may be released again', () => {
  const numbers = new Float32Array(1000);
  release(numbers);
  expect([numbers.length, numbers.buffer.byteLength]).toEqual([0, 0]);
  expect(() => release(numbers)).not.toThrow();
});

test('a part of something larger keeps the whole', () => {
  const whole = new Uint8Array([1, 2, 3, 4]);
  release(whole.subarray(1, 3));
  release(Buffer.from('small buffers share one'));
  expect([...whole]).toEqual([1, 2, 3, 4]);
  expect(Buffer.from('another of them').toString()).toBe('another of them');
});

import { expect, test } from 'vitest';
import { visualOrder } from './visual-order.ts';

test('text that runs to the left is turned around, with its numbers as they are', () => {
  expect(visualOrder('שלום')).toBe('םולש');
  expect(visualOrder('שלום ')).toBe('םולש ');
  expect(visualOrder('אב12')).toBe('12בא');
});

test('all other text is left as it is', () => {
  for (const text of ['Okonkwo, ', 'Ωραία', '中文', '😀']) expect(visualOrder(text)).toBe(text);
});

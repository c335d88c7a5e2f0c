import { expect, test } from 'vitest';
import { detectionInput, detectionSize, LONG_SIDE } from './detection-input.ts';

test('both sides are multiples of 32, the longer one 1280, whatever the page', () => {
  for (const [width, height] of [
    [2480, 3508],
    [640, 480],
    [5000, 40],
    [1, 1],
  ] as const) {
    const size = detectionSize(width, height);
    expect([size.width % 32, size.height % 32]).toEqual([0, 0]);
    expect(Math.min(size.width, size.height)).toBeGreaterThan(0);
    expect(Math.max(size.width, size.height)).toBe(LONG_SIDE);
  }
});

test('blue comes first, and each channel is normalised by its own mean and deviation', async () => {
  const data = new Uint8Array(64 * 64 * 3).fill(0);
  for (let pixel = 0; pixel < data.length; pixel += 3) data[pixel] = 255;
  const input = await detectionInput({ width: 64, height: 64, data });
  const plane = 1280 * 1280;
  expect(input.shape).toEqual([1, 3, 1280, 1280]);
  expect(input.data[plane / 2]).toBeCloseTo(-0.485 / 0.229, 4);
  expect(input.data[plane + plane / 2]).toBeCloseTo(-0.456 / 0.224, 4);
  expect(input.data[2 * plane + plane / 2]).toBeCloseTo((1 - 0.406) / 0.225, 4);
});

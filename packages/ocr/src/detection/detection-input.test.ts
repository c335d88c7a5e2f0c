import { expect, test } from 'vitest';
import { detectionInput, detectionSize } from './detection-input.ts';

test('both sides are multiples of 32, the longer one as asked, whatever the page', () => {
  for (const [width, height] of [
    [2480, 3508],
    [640, 480],
    [5000, 40],
    [1, 1],
  ] as const) {
    const size = detectionSize(width, height, 1280);
    expect([size.width % 32, size.height % 32]).toEqual([0, 0]);
    expect(Math.min(size.width, size.height)).toBeGreaterThan(0);
    expect(Math.max(size.width, size.height)).toBe(1280);
  }
});

test('blue comes first, each channel is normalised by its own mean and deviation, and only the rows asked for are there', () => {
  // Four pixels wide; the first two rows are black, the others red.
  const data = new Uint8Array(4 * 6 * 3);
  for (let pixel = 4 * 2 * 3; pixel < data.length; pixel += 3) data[pixel] = 255;
  const { data: input, shape } = detectionInput({ width: 4, height: 6, data }, 1, 4);
  expect(shape).toEqual([1, 3, 3, 4]);
  const planes = [0, 1, 2].map((plane) => Array.from(input.subarray(12 * plane, 12 * plane + 12)));
  const [blue, green, red] = [-0.485 / 0.229, -0.456 / 0.224, -0.406 / 0.225];
  expect(planes[0]).toEqual(Array(12).fill(expect.closeTo(blue, 4)));
  expect(planes[1]).toEqual(Array(12).fill(expect.closeTo(green, 4)));
  expect(planes[2]).toEqual([
    ...Array(4).fill(expect.closeTo(red, 4)),
    ...Array(8).fill(expect.closeTo((1 - 0.406) / 0.225, 4)),
  ]);
});

import { expect, test } from 'vitest';
import type { Raster } from '../engine.ts';
import { CROP_HEIGHT, cropOf, sample, upsideDown } from './crop.ts';
import { pyramidOf } from './pyramid.ts';

/** Red grows to the right, green downward, by one a pixel. */
function gradient(width: number, height: number): Raster {
  const data = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++) data.set([pixel % width, Math.floor(pixel / width)], pixel * 3);
  return { width, height, data };
}

const page = gradient(200, 100);
const upright = cropOf([
  { x: 20, y: 10 },
  { x: 116, y: 10 },
  { x: 116, y: 58 },
  { x: 20, y: 58 },
]);

function sampled(crop: typeof upright): (channel: 'blue' | 'green' | 'red', x: number, y: number) => number {
  const data = new Float32Array(3 * CROP_HEIGHT * 128);
  sample(pyramidOf(page), crop, { data, offset: 0, stride: 128 });
  return (channel, x, y) => {
    const plane = ['blue', 'green', 'red'].indexOf(channel);
    return Math.round(((data[plane * CROP_HEIGHT * 128 + y * 128 + x] ?? 0) + 1) * 127.5);
  };
}

test('a crop of the size that is read copies the pixels, blue first', () => {
  const at = sampled(upright);
  expect(upright.width).toBe(96);
  expect([at('red', 0, 0), at('green', 0, 0), at('blue', 0, 0)]).toEqual([20, 10, 0]);
  expect([at('red', 95, 47), at('green', 95, 47)]).toEqual([115, 57]);
});

test('upside down, the last pixel is the first', () => {
  const at = sampled(upsideDown(upright));
  expect([at('red', 0, 0), at('green', 0, 0)]).toEqual([115, 57]);
});

test('text that runs downward is read along its edge', () => {
  const [a, b, c, d] = upright.corners;
  const at = sampled(cropOf([b, c, d, a]));
  expect(at('green', 0, 10)).toBeLessThan(at('green', 20, 10));
  expect(at('red', 10, 0)).toBeGreaterThan(at('red', 10, 40));
});

test('what lies outside the page continues its edge', () => {
  const outside = cropOf([
    { x: 150, y: 60 },
    { x: 246, y: 60 },
    { x: 246, y: 108 },
    { x: 150, y: 108 },
  ]);
  const at = sampled(outside);
  expect([at('red', 95, 47), at('green', 95, 47)]).toEqual([199, 99]);
});

test('each level of a pyramid is the mean of four pixels of the one before', () => {
  const pyramid = pyramidOf(page);
  const half = pyramid.at(1);
  expect(half).toMatchObject({ width: 100, height: 50 });
  expect([half.data[0], half.data[1]]).toEqual([1, 1]);
  // A side of 64 pixels is not halved.
  expect(pyramid.levels).toBe(2);
  expect(pyramidOf(gradient(4000, 3000)).levels).toBe(4);
});

test('crops are never too narrow to read nor too wide to hold', () => {
  const of = (width: number, height: number) =>
    cropOf([
      { x: 0, y: 0 },
      { x: width, y: 0 },
      { x: width, y: height },
      { x: 0, y: height },
    ]).width;
  expect([of(1, 100), of(96, 48), of(100_000, 10)]).toEqual([16, 96, 3200]);
});

import { beforeAll, describe, expect, test } from 'vitest';
import { typesetPage } from '../../../../test/typeset/typeset-page.ts';
import { decode } from '../decode.ts';
import { detectionInput } from '../detection/detection-input.ts';
import type { Raster } from '../engine.ts';
import type { PpOcrModels } from '../models/pp-ocr-models.ts';
import { readPpOcrV4 } from '../models/pp-ocr-v4.ts';
import { openNetwork, type Tensor } from '../network.ts';
import { alphabetOf } from '../recognition/alphabet.ts';
import { pyramidOf } from '../recognition/pyramid.ts';
import { CROP_HEIGHT, cropOf, sample } from '../recognition/crop.ts';
import { readOnnx } from './onnx-file.ts';
import { simplify } from './simplify.ts';

let models: PpOcrModels;
let page: Raster;

beforeAll(async () => {
  models = await readPpOcrV4();
  const text = 'Received with thanks: 1,250.00\nthe 14th of November';
  page = await decode(await typesetPage({ text, width: 640, height: 160, margin: 40, fontSize: 30 }));
});

/** The first line of the page, as the recogniser and the classifier take it. */
function lineOfText(width: number): Tensor {
  const corners = [
    { x: 30, y: 44 },
    { x: 600, y: 44 },
    { x: 600, y: 76 },
    { x: 30, y: 76 },
  ] as const;
  const data = new Float32Array(3 * CROP_HEIGHT * width);
  sample(pyramidOf(page), { ...cropOf(corners), width }, { data, offset: 0, stride: width });
  return { data, shape: [1, 3, CROP_HEIGHT, width] };
}

async function run(model: Uint8Array, input: Tensor): Promise<Tensor> {
  const network = await openNetwork(model);
  const { data, shape } = await network.run(input);
  await network.close();
  return { data: data.slice(), shape };
}

function largestDifference(a: Float32Array, b: Float32Array): number {
  expect(a.length).toBe(b.length);
  return a.reduce((largest, value, index) => Math.max(largest, Math.abs(value - (b[index] ?? Number.NaN))), 0);
}

const nodeCount = (model: Uint8Array) =>
  readOnnx(model).graph.nodes.filter(({ operator }) => operator !== 'Constant').length;

// Of a probability. onnxruntime's own rewriting moves the recogniser's by up to 4e-4, from one level of it to the next.
const ROUNDING = 5e-4;

describe('the models compute the same, up to rounding, in fewer steps', () => {
  test('the detector, on a page', async () => {
    const input = detectionInput(page, 0, page.height);
    const simplified = simplify(models.detection);
    const [before, after] = [await run(models.detection, input), await run(simplified, input)];
    expect(before.data.some((probability) => probability > 0.9)).toBe(true);
    expect(largestDifference(before.data, after.data)).toBeLessThan(ROUNDING);
    expect(nodeCount(simplified)).toBeLessThan(0.65 * nodeCount(models.detection));
  });

  test('the classifier, on a line', async () => {
    const input = lineOfText(192);
    const [before, after] = [await run(models.orientation, input), await run(simplify(models.orientation), input)];
    expect(largestDifference(before.data, after.data)).toBeLessThan(ROUNDING);
  });

  test('the recogniser, on a line', async () => {
    const input = lineOfText(640);
    const simplified = simplify(models.recognition);
    const [before, after] = [await run(models.recognition, input), await run(simplified, input)];
    expect(largestDifference(before.data, after.data)).toBeLessThan(ROUNDING);
    expect(nodeCount(simplified)).toBeLessThan(0.65 * nodeCount(models.recognition));
  });

  test('the recogniser cut to Latin: each class has its share of what the Latin classes had together', async () => {
    const input = lineOfText(640);
    const { classes } = alphabetOf(models.characters, 'latin');
    const before = await run(models.recognition, input);
    const after = await run(simplify(models.recognition, { classes }), input);
    const [, frames = 0, published = 0] = before.shape;
    expect(after.shape).toEqual([1, frames, classes.length]);
    for (let frame = 0; frame < frames; frame++) {
      const kept = Float32Array.from(classes, (place) => before.data[frame * published + place] ?? 0);
      const total = kept.reduce((sum, value) => sum + value, 0);
      const shares = kept.map((value) => value / total);
      const cut = after.data.subarray(frame * classes.length, (frame + 1) * classes.length);
      expect(largestDifference(shares, cut)).toBeLessThan(ROUNDING);
    }
  });
});

test('the same model gives the same bytes, and what was simplified once gains nothing more', () => {
  const once = simplify(models.detection);
  expect(Buffer.compare(once, simplify(models.detection))).toBe(0);
  expect(nodeCount(simplify(once))).toBe(nodeCount(once));
});

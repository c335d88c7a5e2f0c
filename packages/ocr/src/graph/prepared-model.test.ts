import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { readPpOcrV4 } from '../models/pp-ocr-v4.ts';
import { alphabetOf } from '../recognition/alphabet.ts';
import { smallModel } from '../testing/small-model.ts';
import { nodeOf } from './graph.ts';
import { writeOnnx } from './onnx-file.ts';
import { type PreparedModels, preparedModel, SIMPLIFIER_VERSION } from './prepared-model.ts';
import { simplify } from './simplify.ts';

const nodes = [
  nodeOf('Identity', ['x'], ['same']),
  nodeOf('MatMul', ['same', 'weights'], ['product']),
  nodeOf('Add', ['product', 'bias'], ['sum']),
  nodeOf('Softmax', ['sum'], ['y']),
];
const constants = { weights: { shape: [2, 3], value: 0.5 }, bias: { shape: [3], value: 1 } };
const model = writeOnnx(smallModel(nodes, constants, ['y']));

const files = new Map<string, Uint8Array>();
const kept: PreparedModels = {
  read: async (name) => files.get(name),
  write: async (name, bytes) => void files.set(name, bytes),
};

beforeEach(() => files.clear());

test('a model is the same whether it was made now or kept, and is made once', async () => {
  const expected = Buffer.from(simplify(model));
  expect(await preparedModel(model, {})).toEqual(expected);
  const made = await preparedModel(model, {}, kept);
  const [file] = files.values();
  expect(Buffer.from(made)).toEqual(expected);
  expect(Buffer.from(await preparedModel(model, {}, kept))).toEqual(expected);
  expect([...files.values()]).toEqual([file]);
  // What was kept is what is taken: it is written no second time.
  expect([...files.values()][0]).toBe(file);
});

test('each choice of classes is another model', async () => {
  const choices = [
    {},
    { classes: Int32Array.of(0, 1) },
    { classes: Int32Array.of(0, 257) },
    { classes: Int32Array.of() },
  ];
  for (const choice of choices) await preparedModel(model, choice, kept);
  expect(files.size).toBe(choices.length);
  const cut = await preparedModel(model, { classes: Int32Array.of(0, 1) }, kept);
  expect(Buffer.from(cut)).toEqual(Buffer.from(simplify(model, { classes: Int32Array.of(0, 1) })));
});

test.each([
  ['with a byte changed', (bytes: Uint8Array) => bytes.with(40, (bytes[40] ?? 0) ^ 1)],
  ['cut short', (bytes: Uint8Array) => bytes.subarray(0, -1)],
  ['empty', () => new Uint8Array()],
])('a file %s is not used, and is replaced', async (_, damage) => {
  const expected = Buffer.from(await preparedModel(model, {}, kept));
  const [[name, whole] = ['', new Uint8Array()]] = files;
  files.set(name, damage(whole));
  expect(Buffer.from(await preparedModel(model, {}, kept))).toEqual(expected);
  expect(Buffer.from(files.get(name) ?? [])).toEqual(Buffer.from(whole));
});

// When this fails, models that were kept are no longer those that are made: raise SIMPLIFIER_VERSION, then take the new digests.
test('other bytes for the same model come with another version', async () => {
  const { detection, recognition, orientation, characters } = await readPpOcrV4();
  const { classes } = alphabetOf(characters, 'latin');
  const made = [simplify(detection), simplify(recognition, { classes }), simplify(orientation)];
  const digests = made.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
  expect({ version: SIMPLIFIER_VERSION, digests }).toMatchInlineSnapshot(`
    {
      "digests": [
        "f08f32b688f6925eb7a85a46fa8e4767e867475b1754e5dae6df74ac7f89ea0a",
        "934130aa5d0369ebc66d5f2a062444613850f757a2ef5034085719c779d9f4be",
        "fbe42d6d38b2bcb0ecec15d7b22ac93aee169e7974c2d6d0d99ced40534e5f13",
      ],
      "version": 1,
    }
  `);
});

import { describe, expect, test } from 'vitest';
import { smallModel } from '../testing/small-model.ts';
import { dropIdentities, joinExcitation, joinHardSwish } from './activations.ts';
import { foldIntoConvolution } from './fold-into-convolution.ts';
import { foldIntoNext } from './fold-into-next.ts';
import { Graph, nodeOf } from './graph.ts';
import type { OnnxNode } from './onnx-file.ts';
import { keepClasses } from './keep-classes.ts';

const one = (value: number) => ({ shape: [], value });
const operatorsOf = (graph: Graph) => graph.toModel().graph.nodes.map(({ operator }) => operator);
const constantsOf = (graph: Graph, operator: string) => {
  const node = graph.nodes.find((candidate) => candidate.operator === operator);
  return node?.inputs.map((input) => graph.floatsOf(input)).filter((floats) => floats !== undefined);
};

describe('folding into the convolution before', () => {
  const convolution = nodeOf('Conv', ['x', 'w'], ['c']);
  const weights = { shape: [2, 3, 1, 1], value: 1 };

  test('a product and a sum go into weights and bias', () => {
    const nodes = [convolution, nodeOf('Mul', ['two', 'c'], ['m']), nodeOf('Add', ['m', 'five'], ['y'])];
    const five = { shape: [1, 2, 1, 1], value: 5 };
    const graph = new Graph(smallModel(nodes, { w: weights, two: one(2), five }, ['y']));
    foldIntoConvolution(graph);
    expect(operatorsOf(graph)).toEqual(['Conv']);
    expect(graph.nodes[0]?.outputs).toEqual(['y']);
    expect(constantsOf(graph, 'Conv')).toEqual([
      { shape: [2, 3, 1, 1], data: new Float32Array(6).fill(2) },
      { shape: [2], data: Float32Array.of(5, 5) },
    ]);
  });

  test('a batch normalisation goes in: (x - mean) / sqrt(variance + epsilon) * gamma + beta', () => {
    const normalisation = nodeOf('BatchNormalization', ['c', 'gamma', 'beta', 'mean', 'variance'], ['y'], {
      epsilon: 0,
    });
    const channel = (value: number) => ({ shape: [2], value });
    const constants = { w: weights, gamma: channel(6), beta: channel(1), mean: channel(4), variance: channel(9) };
    const graph = new Graph(smallModel([convolution, normalisation], constants, ['y']));
    foldIntoConvolution(graph);
    expect(constantsOf(graph, 'Conv')).toEqual([
      { shape: [2, 3, 1, 1], data: new Float32Array(6).fill(2) },
      { shape: [2], data: Float32Array.of(-7, -7) },
    ]);
  });

  test.each<[string, OnnxNode[], string[]]>([
    ['that someone else takes too', [nodeOf('Mul', ['c', 'two'], ['y']), nodeOf('Relu', ['c'], ['z'])], ['y', 'z']],
    ['that is a result itself', [nodeOf('Mul', ['c', 'two'], ['y'])], ['y', 'c']],
    ['that is multiplied by a row, not by channel', [nodeOf('Mul', ['c', 'row'], ['y'])], ['y']],
  ])('a convolution %s stays', (_, nodes, results) => {
    const row = { shape: [1, 1, 1, 2], value: 2 };
    const graph = new Graph(smallModel([convolution, ...nodes], { w: weights, two: one(2), row }, results));
    foldIntoConvolution(graph);
    expect(operatorsOf(graph)).toContain('Mul');
  });
});

describe('activations', () => {
  const swish = (limit: number) =>
    new Graph(
      smallModel(
        [
          nodeOf('Add', ['x', 'three'], ['a']),
          nodeOf('Clip', ['a'], ['b'], { min: 0, max: limit }),
          nodeOf('Mul', ['x', 'b'], ['c']),
          nodeOf('Div', ['c', 'six'], ['y']),
        ],
        { three: one(3), six: one(6) },
        ['y'],
      ),
    );

  test('hard swish in four steps becomes two', () => {
    const graph = swish(6);
    joinHardSwish(graph);
    expect(operatorsOf(graph)).toEqual(['HardSigmoid', 'Mul']);
  });

  test('another clip is not hard swish', () => {
    const graph = swish(5);
    joinHardSwish(graph);
    expect(operatorsOf(graph)).toEqual(['Add', 'Clip', 'Mul', 'Div']);
  });

  test('x + x * gate becomes x * (1 + gate), only where the second factor is a gate', () => {
    const excitation = (gate: string) =>
      new Graph(
        smallModel(
          [nodeOf(gate, ['m'], ['s']), nodeOf('Mul', ['x', 's'], ['p']), nodeOf('Add', ['x', 'p'], ['y'])],
          {},
          ['y'],
        ),
      );
    const [gated, other] = [excitation('HardSigmoid'), excitation('Relu')];
    joinExcitation(gated);
    joinExcitation(other);
    expect(operatorsOf(gated)).toEqual(['HardSigmoid', 'Add', 'Mul']);
    expect(operatorsOf(other)).toEqual(['Relu', 'Mul', 'Add']);
  });

  test('identities and products with one go, also in a row; what is a result keeps its name', () => {
    const nodes = [
      nodeOf('Identity', ['x'], ['a']),
      nodeOf('Mul', ['a', 'one'], ['b']),
      nodeOf('Relu', ['b'], ['c']),
      nodeOf('Identity', ['c'], ['y']),
    ];
    const graph = new Graph(smallModel(nodes, { one: one(1) }, ['y']));
    dropIdentities(graph);
    expect(graph.toModel().graph.nodes.map(({ operator, inputs }) => `${operator} ${inputs.join()}`)).toEqual([
      'Relu x',
      'Identity c',
    ]);
  });
});

describe('folding into the convolutions after', () => {
  const affine = [nodeOf('Mul', ['x', 'two'], ['m']), nodeOf('Add', ['m', 'five'], ['a'])];
  const constants = { two: one(2), five: one(5), w: { shape: [1, 3, 1, 1], value: 1 } };
  const padded = {
    ...nodeOf('Conv', ['a', 'w'], ['y']),
    attributes: [{ name: 'pads', kind: 7, integers: [0, 1, 0, 1] }],
  };

  test('a scale and a shift go into weights and bias', () => {
    const graph = new Graph(smallModel([...affine, nodeOf('Conv', ['a', 'w'], ['y'])], constants, ['y']));
    foldIntoNext(graph);
    expect(operatorsOf(graph)).toEqual(['Conv']);
    expect(constantsOf(graph, 'Conv')?.map(({ data }) => Array.from(data))).toEqual([[2, 2, 2], [15]]);
  });

  test('before padding they stay, as one batch normalisation of as many channels', () => {
    const graph = new Graph(smallModel([...affine, padded], constants, ['y']));
    foldIntoNext(graph);
    expect(operatorsOf(graph)).toEqual(['BatchNormalization', 'Conv']);
    const [scale, shift, mean] = constantsOf(graph, 'BatchNormalization') ?? [];
    expect([scale, shift, mean].map((floats) => Array.from(floats?.data ?? []))).toEqual([
      [2, 2, 2],
      [5, 5, 5],
      [0, 0, 0],
    ]);
  });

  test('where another node takes the value they stay as they are', () => {
    const nodes = [...affine, nodeOf('Conv', ['a', 'w'], ['y']), nodeOf('Relu', ['a'], ['z'])];
    const graph = new Graph(smallModel(nodes, constants, ['y', 'z']));
    foldIntoNext(graph);
    expect(operatorsOf(graph)).toEqual(['Mul', 'Add', 'Conv', 'Relu']);
  });
});

test('a model without a layer of classes cannot be cut to some of them', () => {
  const graph = new Graph(smallModel([nodeOf('Relu', ['x'], ['y'])], {}, ['y']));
  expect(() => keepClasses(graph, Int32Array.of(0))).toThrow('does not end in a layer of classes');
});

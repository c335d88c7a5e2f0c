import type { OnnxModel, OnnxNode } from '../graph/onnx-file.ts';

/** A model of these nodes, for tests of rewriting: constants by name, each with its shape, filled with one value. */
export function smallModel(
  nodes: readonly OnnxNode[],
  constants: Readonly<Record<string, { readonly shape: readonly number[]; readonly value: number }>>,
  results: readonly string[],
): OnnxModel {
  return {
    graph: {
      nodes,
      initializers: Object.entries(constants).map(([name, { shape, value }]) => ({
        name,
        shape,
        elementType: 1,
        floats: Array.from({ length: shape.reduce((product, size) => product * size, 1) }, () => value),
      })),
      outputs: results.map((name) => ({ name })),
      valueInfo: [],
    },
    metadata: [],
  };
}

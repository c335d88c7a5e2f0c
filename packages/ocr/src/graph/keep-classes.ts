import { type Graph, nodeOf, outputOf } from './graph.ts';

/**
 * Cuts a classifier's last layer, softmax(xW + b), to some of its classes, in the order given. The probabilities of those that
 * stay add up to one again: each is divided by what they had together.
 *
 * Throws an Error for a model that does not end in such a layer.
 */
export function keepClasses(graph: Graph, classes: Int32Array): void {
  const softmax = graph.nodes.find((node) => node.operator === 'Softmax' && graph.isResult(outputOf(node)));
  const sum = graph.makerOf(softmax?.inputs[0]);
  const product = sum?.inputs.map((input) => graph.makerOf(input)).find((node) => node?.operator === 'MatMul');
  const bias = sum?.inputs.map((input) => graph.floatsOf(input)).find((floats) => floats !== undefined);
  const weights = graph.floatsOf(product?.inputs[1]);
  const [input] = product?.inputs ?? [];
  if (
    sum?.operator !== 'Add' ||
    product === undefined ||
    weights === undefined ||
    bias === undefined ||
    input === undefined
  ) {
    throw new Error('The model does not end in a layer of classes');
  }
  const [rows = 0, columns = 0] = weights.shape;
  const kept = new Float32Array(rows * classes.length);
  for (let row = 0; row < rows; row++) {
    classes.forEach((from, to) => (kept[row * classes.length + to] = weights.data[row * columns + from] ?? 0));
  }
  const keptBias = Float32Array.from(classes, (from) => bias.data[from] ?? 0);
  graph.replace(
    [product, sum],
    [
      nodeOf('MatMul', [input, graph.addFloats([rows, classes.length], kept)], product.outputs),
      nodeOf('Add', [outputOf(product), graph.addFloats([classes.length], keptBias)], sum.outputs),
    ],
  );
}

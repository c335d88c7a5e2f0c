import type { OnnxAttribute, OnnxNode } from './onnx-file.ts';
import { attributeOf, type Graph, nodeOf, otherInput, outputOf } from './graph.ts';

/** ONNX's default of BatchNormalization, here only to be undone. */
const EPSILON = 1e-5;

interface Affine {
  /** The two nodes of it. */
  readonly nodes: readonly [OnnxNode, OnnxNode];
  readonly input: string;
  readonly scale: number;
  readonly shift: number;
}

/**
 * PP-LCNetV3 multiplies the result of each activation by a learned number and adds another. Where convolutions alone take it,
 * both go into their weights: W(sx + t) + b = (sW)x + (Wt + b). Where one of them pads its input, the shift is not there in the
 * padding, so it stays, as the one pass that a batch normalisation is.
 */
export function foldIntoNext(graph: Graph): void {
  for (const product of graph.nodes) {
    const affine = affineOf(graph, product);
    if (affine === undefined) continue;
    const takers = graph.takersOf(outputOf(affine.nodes[1]));
    if (takers.length === 0 || !takers.every((taker) => isConvolutionOf(graph, taker, outputOf(affine.nodes[1]))))
      continue;
    if (takers.some(pads)) normalise(graph, affine, takers);
    else foldInto(graph, affine, takers);
  }
}

function affineOf(graph: Graph, product: OnnxNode): Affine | undefined {
  if (product.operator !== 'Mul') return undefined;
  const input = product.inputs.find((name) => graph.scalarOf(name) === undefined);
  const scale = input === undefined ? undefined : graph.scalarOf(otherInput(product, input));
  const sum = graph.onlyTakerOf(outputOf(product));
  if (input === undefined || scale === undefined || sum?.operator !== 'Add') return undefined;
  const shift = graph.scalarOf(otherInput(sum, outputOf(product)));
  if (shift === undefined || graph.isResult(outputOf(sum))) return undefined;
  return { nodes: [product, sum], input, scale, shift };
}

function isConvolutionOf(graph: Graph, { operator, inputs }: OnnxNode, value: string): boolean {
  const [input, weights, bias] = inputs;
  return (
    operator === 'Conv' &&
    input === value &&
    graph.floatsOf(weights) !== undefined &&
    (!bias || graph.floatsOf(bias) !== undefined)
  );
}

function pads(convolution: OnnxNode): boolean {
  const automatic = attributeOf(convolution, 'auto_pad') !== undefined;
  return automatic || (attributeOf(convolution, 'pads')?.integers ?? []).some((pad) => Number(pad) !== 0);
}

function normalise(graph: Graph, { nodes, input, scale, shift }: Affine, takers: readonly OnnxNode[]): void {
  const [first] = takers;
  const [, perGroup = 0] = graph.floatsOf(first?.inputs[1])?.shape ?? [];
  const channels = perGroup * groupOf(first === undefined ? undefined : attributeOf(first, 'group'));
  const filled = (value: number) => graph.addFloats([channels], new Float32Array(channels).fill(value));
  const inputs = [input, filled(scale), filled(shift), filled(0), filled(1 - EPSILON)];
  graph.replace(nodes, [nodeOf('BatchNormalization', inputs, nodes[1].outputs, { epsilon: EPSILON })]);
}

function foldInto(graph: Graph, { nodes, input, scale, shift }: Affine, takers: readonly OnnxNode[]): void {
  const folded = takers.map((taker) => {
    const weights = graph.floatsOf(taker.inputs[1]);
    if (weights === undefined) throw new Error('A convolution without weights');
    const channels = weights.shape[0] ?? 0;
    const bias = graph.floatsOf(taker.inputs[2])?.data ?? new Float32Array(channels);
    const perChannel = weights.data.length / channels;
    const shifted = bias.map((value, channel) => {
      const row = weights.data.subarray(channel * perChannel, (channel + 1) * perChannel);
      return value + shift * row.reduce((sum, weight) => sum + weight, 0);
    });
    const scaled = weights.data.map((weight) => weight * scale);
    return { ...taker, inputs: [input, graph.addFloats(weights.shape, scaled), graph.addFloats([channels], shifted)] };
  });
  graph.replace([...nodes, ...takers], folded);
}

function groupOf(group: OnnxAttribute | undefined): number {
  return Number(group?.integer ?? 1);
}

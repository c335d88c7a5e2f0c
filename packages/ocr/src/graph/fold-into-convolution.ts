import { attributeOf, type Graph, otherInput, outputOf } from './graph.ts';
import type { OnnxNode } from './onnx-file.ts';

/** What a node does to each channel: times `scale`, plus `shift`. */
interface Affine {
  readonly scale: Float64Array;
  readonly shift: Float64Array;
}

/** Default of ONNX's BatchNormalization (https://onnx.ai/onnx/operators/onnx__BatchNormalization.html). */
const EPSILON = 1e-5;

/**
 * Takes batch normalisation, and multiplication and addition of constants, into the convolution before them:
 * s(Wx + b) + t = (sW)x + (sb + t).
 */
export function foldIntoConvolution(graph: Graph): void {
  for (const node of graph.nodes) {
    let convolution: OnnxNode | undefined = node;
    while (convolution !== undefined) convolution = foldNext(graph, convolution);
  }
}

function foldNext(graph: Graph, convolution: OnnxNode): OnnxNode | undefined {
  const transposed = convolution.operator === 'ConvTranspose';
  if (convolution.operator !== 'Conv' && !transposed) return undefined;
  const [input = '', weightName, biasName] = convolution.inputs;
  const weights = graph.floatsOf(weightName);
  const next = graph.onlyTakerOf(outputOf(convolution));
  // Of a transposed convolution the second axis holds the output channels; in groups they lie in both, which no model here has.
  const group = Number(attributeOf(convolution, 'group')?.integer ?? 1);
  if (weights === undefined || next === undefined || (transposed && group !== 1)) return undefined;
  const channels = weights.shape[transposed ? 1 : 0] ?? 0;
  const affine = affineOf(graph, next, outputOf(convolution), channels);
  const bias = biasName ? graph.floatsOf(biasName)?.data : new Float32Array(channels);
  if (affine === undefined || bias === undefined) return undefined;

  const inner = weights.data.length / (transposed ? channels * (weights.shape[0] ?? 1) : channels);
  const scaled = weights.data.map((weight, index) => weight * at(affine.scale, Math.floor(index / inner) % channels));
  const shifted = bias.map((value, channel) => value * at(affine.scale, channel) + at(affine.shift, channel));
  const folded = {
    ...convolution,
    inputs: [input, graph.addFloats(weights.shape, scaled), graph.addFloats([channels], shifted)],
    outputs: next.outputs.slice(0, 1),
  };
  graph.replace([convolution, next], [folded]);
  return folded;
}

function affineOf(graph: Graph, node: OnnxNode, value: string, channels: number): Affine | undefined {
  if (node.operator === 'BatchNormalization') return affineOfNormalisation(graph, node, channels);
  if (node.operator !== 'Mul' && node.operator !== 'Add') return undefined;
  const constant = graph.floatsOf(otherInput(node, value));
  if (constant === undefined || !isPerChannel(constant.shape, channels)) return undefined;
  const values = Float64Array.from({ length: channels }, (_, channel) =>
    at(constant.data, channel % constant.data.length),
  );
  return node.operator === 'Mul'
    ? { scale: values, shift: new Float64Array(channels) }
    : { scale: new Float64Array(channels).fill(1), shift: values };
}

function affineOfNormalisation(graph: Graph, node: OnnxNode, channels: number): Affine | undefined {
  const [gamma, beta, mean, variance] = node.inputs.slice(1).map((input) => graph.floatsOf(input)?.data);
  if (gamma === undefined || beta === undefined || mean === undefined || variance === undefined) return undefined;
  const epsilon = attributeOf(node, 'epsilon')?.float ?? EPSILON;
  const perChannel = (of: (channel: number) => number) =>
    Float64Array.from({ length: channels }, (_, channel) => of(channel));
  const scale = perChannel((channel) => at(gamma, channel) / Math.sqrt(at(variance, channel) + epsilon));
  return { scale, shift: perChannel((channel) => at(beta, channel) - at(mean, channel) * at(scale, channel)) };
}

/** One number for all, or one for each channel of [batch, channel, row, column]. */
function isPerChannel(shape: readonly number[], channels: number): boolean {
  const elements = shape.reduce((product, size) => product * size, 1);
  return elements === 1 ? shape.length <= 4 : elements === channels && shape.at(-3) === channels && shape.length <= 4;
}

function at(values: Float32Array | Float64Array, index: number): number {
  return values[index] ?? 0;
}

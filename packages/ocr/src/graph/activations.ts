import { attributeOf, type Graph, nodeOf, otherInput, outputOf } from './graph.ts';
import type { OnnxNode } from './onnx-file.ts';

/** Drops nodes that change nothing: identities, and multiplication by one. */
export function dropIdentities(graph: Graph): void {
  for (const { operator, outputs } of graph.nodes) {
    if (operator !== 'Identity' && operator !== 'Mul') continue;
    // Asked again, because an earlier redirection may have replaced it.
    const node = graph.makerOf(outputs[0]);
    const kept = node === undefined ? undefined : unchangedBy(graph, node);
    if (node === undefined || kept === undefined || graph.isResult(outputOf(node))) continue;
    graph.replace([node], []);
    graph.redirect(outputOf(node), kept);
  }
}

function unchangedBy(graph: Graph, { operator, inputs }: OnnxNode): string | undefined {
  if (operator === 'Identity') return inputs[0];
  const [one, ...more] = inputs.filter(
    (input) => graph.scalarOf(input) === 1 && graph.floatsOf(input)?.shape.length === 0,
  );
  return one !== undefined && more.length === 0 ? inputs.find((input) => input !== one) : undefined;
}

/**
 * Hard swish ("Searching for MobileNetV3", Howard et al. 2019, section 5.2) that is written out as x * clip(x + 3, 0, 6) / 6
 * becomes x * HardSigmoid(x): two passes over the values instead of four.
 */
export function joinHardSwish(graph: Graph): void {
  for (const division of graph.nodes) {
    if (division.operator !== 'Div' || graph.scalarOf(division.inputs[1]) !== 6) continue;
    const product = onlyMaker(graph, division.inputs[0], 'Mul');
    const clip = product?.inputs.map((input) => onlyMaker(graph, input, 'Clip')).find((node) => node !== undefined);
    const sum = onlyMaker(graph, clip?.inputs[0], 'Add');
    if (product === undefined || clip === undefined || sum === undefined) continue;
    const value = otherInput(product, outputOf(clip));
    if (value === undefined || graph.scalarOf(otherInput(sum, value)) !== 3 || !clipsFromZeroToSix(graph, clip))
      continue;
    const share = `${outputOf(sum)}_share`;
    graph.replace(
      [sum, clip, product, division],
      [
        nodeOf('HardSigmoid', [value], [share], { alpha: 1 / 6, beta: 0.5 }),
        nodeOf('Mul', [value, share], division.outputs),
      ],
    );
  }
}

/** Limits are attributes up to opset 10 and inputs from 11 on. */
function clipsFromZeroToSix(graph: Graph, clip: OnnxNode): boolean {
  const limit = (name: string, input: number) => attributeOf(clip, name)?.float ?? graph.scalarOf(clip.inputs[input]);
  return limit('min', 1) === 0 && limit('max', 2) === 6;
}

/**
 * x + x * s, with one s for a channel ("Squeeze-and-Excitation Networks", Hu et al. 2018), becomes x * (1 + s): one pass over
 * the values instead of two.
 */
export function joinExcitation(graph: Graph): void {
  for (const sum of graph.nodes) {
    if (sum.operator !== 'Add') continue;
    for (const input of sum.inputs) {
      const product = onlyMaker(graph, input, 'Mul');
      const value = otherInput(sum, input);
      const share = product === undefined || value === undefined ? undefined : otherInput(product, value);
      // Only there is s small: a gate on what a convolution made of the channels' means.
      const gate = graph.makerOf(share);
      if (product === undefined || value === undefined || share === undefined || gate?.operator !== 'HardSigmoid')
        continue;
      const oneMore = `${share}_plus_one`;
      graph.replace(
        [product, sum],
        [
          nodeOf('Add', [share, graph.addFloats([], Float32Array.of(1))], [oneMore]),
          nodeOf('Mul', [value, oneMore], sum.outputs),
        ],
      );
      break;
    }
  }
}

/** The node of that operator that makes a value which only one node takes. */
function onlyMaker(graph: Graph, value: string | undefined, operator: string): OnnxNode | undefined {
  const maker = graph.makerOf(value);
  return maker?.operator === operator && graph.onlyTakerOf(outputOf(maker)) !== undefined ? maker : undefined;
}

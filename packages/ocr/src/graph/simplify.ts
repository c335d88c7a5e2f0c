import { dropIdentities, joinExcitation, joinHardSwish } from './activations.ts';
import { foldIntoConvolution } from './fold-into-convolution.ts';
import { foldIntoNext } from './fold-into-next.ts';
import { Graph } from './graph.ts';
import { keepClasses } from './keep-classes.ts';
import { readOnnx, writeOnnx } from './onnx-file.ts';

export interface Simplification {
  /** The classes that a classifier keeps, by their place in its last layer; all of them by default. */
  readonly classes?: Int32Array;
}

/**
 * An ONNX model that computes the same, up to rounding, in fewer steps. The same bytes give the same bytes.
 *
 * The models are published as they were trained: with normalisations and learned scalars that are constants once training has
 * ended, and activations in steps that onnxruntime (1.30) does not join by itself.
 */
export function simplify(model: Uint8Array, { classes }: Simplification = {}): Uint8Array {
  const graph = new Graph(readOnnx(model));
  dropIdentities(graph);
  foldIntoConvolution(graph);
  joinHardSwish(graph);
  joinExcitation(graph);
  foldIntoNext(graph);
  if (classes !== undefined) keepClasses(graph, classes);
  return writeOnnx(graph.toModel());
}

import { loadOnnxRuntime } from './native.ts';

/** Numbers in row-major order; the product of `shape` is the length of `data`. */
export interface Tensor {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

/** A model ready to run: one tensor in, one tensor out. */
export interface Network {
  run(input: Tensor): Promise<Tensor>;
  /** Frees native memory; the network cannot be used afterwards. */
  close(): Promise<void>;
}

/**
 * Opens an ONNX model with one input and one output.
 *
 * One thread: sums are then always added in the same order, so the same input gives the same bytes, and pages in parallel use a
 * machine better than threads within a page do.
 */
export async function openNetwork(model: Uint8Array): Promise<Network> {
  const { InferenceSession, Tensor } = loadOnnxRuntime();
  const session = await InferenceSession.create(model, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    // Plans are kept for each shape that was ever seen, and lines have many: without them a reader that lives long stays smaller,
    // in the same time.
    enableMemPattern: false,
    // Weights lie outside of the arena, which grows by powers of two.
    extra: { session: { use_device_allocator_for_initializers: '1' } },
    // 3 = errors only: warnings about the graph are of no use to who reads a page.
    logSeverityLevel: 3,
  });
  const [inputName, outputName] = [session.inputNames[0], session.outputNames[0]];
  if (inputName === undefined || outputName === undefined) throw new Error('An ONNX model without input or output');
  return {
    async run({ data, shape }) {
      const outputs = await session.run({ [inputName]: new Tensor('float32', data, shape) });
      const output = outputs[outputName];
      if (!(output?.data instanceof Float32Array)) throw new Error(`${outputName} is not a tensor of 32-bit floats`);
      return { data: output.data, shape: output.dims };
    },
    close: () => session.release(),
  };
}

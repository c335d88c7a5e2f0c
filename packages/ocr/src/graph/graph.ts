import type { OnnxAttribute, OnnxModel, OnnxNode, OnnxTensor } from './onnx-file.ts';

/** TensorProto.DataType.FLOAT. */
const FLOAT = 1;

/** A constant of 32-bit floats, in row-major order. */
export interface FloatConstant {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** A model's nodes and constants, to be rewritten: who makes a value and who takes it is always known. */
export class Graph {
  readonly #model: OnnxModel;
  readonly #results: ReadonlySet<string>;
  readonly #nodes = new Set<OnnxNode>();
  readonly #makers = new Map<string, OnnxNode>();
  readonly #takers = new Map<string, OnnxNode[]>();
  readonly #tensors = new Map<string, OnnxTensor>();
  readonly #floats = new Map<string, FloatConstant>();

  constructor(model: OnnxModel) {
    this.#model = model;
    this.#results = new Set(model.graph.outputs.map(({ name }) => name));
    for (const tensor of model.graph.initializers) this.#tensors.set(tensor.name, tensor);
    for (const { operator, inputs, outputs, attributes, domain } of model.graph.nodes) {
      const node = { operator, inputs, outputs, attributes, domain };
      const tensor = operator === 'Constant' ? attributeOf(node, 'value')?.tensor : undefined;
      if (tensor === undefined) this.#add(node);
      else this.#tensors.set(outputOf(node), tensor);
    }
  }

  /** A copy: the graph may be rewritten while it is walked. */
  get nodes(): readonly OnnxNode[] {
    return [...this.#nodes];
  }

  has(node: OnnxNode): boolean {
    return this.#nodes.has(node);
  }

  isResult(value: string): boolean {
    return this.#results.has(value);
  }

  makerOf(value: string | undefined): OnnxNode | undefined {
    return this.#makers.get(value ?? '');
  }

  takersOf(value: string): readonly OnnxNode[] {
    return this.#takers.get(value) ?? [];
  }

  /** The only node that takes this value, once; undefined when there are more, or when it is a result of the model. */
  onlyTakerOf(value: string): OnnxNode | undefined {
    const [taker, ...more] = this.takersOf(value);
    return more.length === 0 && !this.isResult(value) ? taker : undefined;
  }

  /** The floats of a constant; undefined for any other value. */
  floatsOf(value: string | undefined): FloatConstant | undefined {
    const name = value ?? '';
    const tensor = this.#tensors.get(name);
    const known = this.#floats.get(name) ?? (tensor?.elementType === FLOAT ? floatsOfTensor(tensor) : undefined);
    if (known !== undefined) this.#floats.set(name, known);
    return known;
  }

  /** The number that a constant with a single element holds. */
  scalarOf(value: string | undefined): number | undefined {
    const floats = this.floatsOf(value);
    return floats?.data.length === 1 ? floats.data[0] : undefined;
  }

  addFloats(shape: readonly number[], data: Float32Array): string {
    const name = `simplified_${this.#floats.size}_${this.#tensors.size}`;
    this.#tensors.set(name, {
      name,
      shape,
      elementType: FLOAT,
      floats: [],
      raw: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
    });
    this.#floats.set(name, { shape, data });
    return name;
  }

  replace(old: readonly OnnxNode[], next: readonly OnnxNode[]): void {
    for (const node of old) this.#remove(node);
    for (const node of next) this.#add(node);
  }

  /** Lets everyone who takes one value take another. */
  redirect(from: string, to: string): void {
    for (const node of new Set(this.takersOf(from))) {
      this.replace([node], [{ ...node, inputs: node.inputs.map((input) => (input === from ? to : input)) }]);
    }
  }

  /** The model that was given, now with these nodes in the order of the computation, without constants that nothing takes. */
  toModel(): OnnxModel {
    const { graph } = this.#model;
    const nodes = this.#sorted();
    const used = new Set(nodes.flatMap(({ inputs }) => inputs));
    graph.initializers = [...this.#tensors].flatMap(([name, tensor]) => {
      tensor.name = name;
      return used.has(name) ? [tensor] : [];
    });
    graph.nodes = nodes;
    graph.valueInfo = [];
    return this.#model;
  }

  #sorted(): OnnxNode[] {
    const sorted = new Set<OnnxNode>();
    const visit = (node: OnnxNode): void => {
      if (sorted.has(node)) return;
      for (const input of node.inputs) {
        const maker = this.makerOf(input);
        if (maker !== undefined) visit(maker);
      }
      sorted.add(node);
    };
    this.#nodes.forEach(visit);
    return [...sorted];
  }

  #add(node: OnnxNode): void {
    this.#nodes.add(node);
    for (const output of node.outputs) this.#makers.set(output, node);
    for (const input of node.inputs) this.#takers.set(input, [...this.takersOf(input), node]);
  }

  #remove(node: OnnxNode): void {
    this.#nodes.delete(node);
    for (const output of node.outputs) this.#makers.delete(output);
    for (const input of node.inputs) {
      this.#takers.set(
        input,
        this.takersOf(input).filter((taker) => taker !== node),
      );
    }
  }
}

/** A node of ONNX's own operators. */
export function nodeOf(
  operator: string,
  inputs: readonly string[],
  outputs: readonly string[],
  floats: Readonly<Record<string, number>> = {},
): OnnxNode {
  // AttributeProto.AttributeType.FLOAT is 1.
  const attributes = Object.entries(floats).map(([name, float]) => ({ name, kind: 1, float }));
  return { operator, inputs, outputs, attributes, domain: '' };
}

export function attributeOf(node: OnnxNode, name: string): OnnxAttribute | undefined {
  return node.attributes.find((attribute) => attribute.name === name);
}

/** The first value that a node makes. */
export function outputOf({ operator, outputs: [output] }: OnnxNode): string {
  if (output === undefined) throw new Error(`A ${operator} without an output`);
  return output;
}

/** The inputs other than one that is taken once. */
export function otherInput({ inputs }: OnnxNode, value: string): string | undefined {
  const others = inputs.filter((input) => input !== value);
  return others.length === 1 && inputs.length === 2 ? others[0] : undefined;
}

function floatsOfTensor({ shape, raw, floats }: OnnxTensor): FloatConstant {
  // Copied: in the file the floats may lie at any byte, an array of floats begins at a multiple of four.
  const data = raw?.length ? new Float32Array(new Uint8Array(raw).buffer) : Float32Array.from(floats);
  return { shape: shape.map(Number), data };
}

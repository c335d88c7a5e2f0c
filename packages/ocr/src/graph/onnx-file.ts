import protobuf from 'protobufjs/light.js';
import { ONNX_SCHEMA } from './onnx-schema.ts';

/** A 64-bit integer of a file: what does not fit a number exactly is an object that converts to one. */
export type Integer = number | { toString(): string };

export interface OnnxTensor {
  name: string;
  shape: readonly Integer[];
  /** TensorProto.DataType: 1 is a 32-bit float. */
  elementType: number;
  /** Floats lie here or, little-endian, in `raw`. */
  floats: readonly number[];
  raw?: Uint8Array;
}

export interface OnnxAttribute {
  name: string;
  /** AttributeProto.AttributeType: 1 float, 2 integer, 4 tensor, 7 integers. */
  kind: number;
  float?: number;
  integer?: Integer;
  integers?: readonly Integer[];
  tensor?: OnnxTensor;
}

/** One operation. */
export interface OnnxNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: readonly OnnxAttribute[];
  /** Empty for ONNX's own operators. */
  readonly domain: string;
}

export interface OnnxValue {
  name: string;
  type?: { tensor?: { shape?: { dimensions: { value?: Integer }[] } } };
}

export interface OnnxModel {
  graph: {
    nodes: readonly OnnxNode[];
    initializers: readonly OnnxTensor[];
    outputs: readonly OnnxValue[];
    valueInfo: readonly OnnxValue[];
  };
  /** What the maker of the file wrote down: a recogniser's characters, for one. */
  metadata: { key: string; value: string }[];
}

const MODEL = protobuf.Root.fromJSON(ONNX_SCHEMA).lookupType('Model');

/** Reads an ONNX file. What it throws for other bytes is protobufjs's own: callers hand in files whose digest was proven. */
export function readOnnx(bytes: Uint8Array): OnnxModel {
  const reader = protobuf.Reader.create(bytes);
  reader.discardUnknown = false;
  // The schema says that the message has this form.
  return MODEL.decode(reader) as unknown as OnnxModel;
}

export function writeOnnx(model: OnnxModel): Uint8Array {
  return MODEL.encode(model).finish();
}

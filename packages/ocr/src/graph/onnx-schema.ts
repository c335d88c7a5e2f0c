/**
 * The part of ONNX's file format that the models are made of, as a protobuf schema. Field numbers from onnx.proto3
 * (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3). Fields that are not listed are carried along unread.
 */
export const ONNX_SCHEMA = {
  nested: {
    Model: { fields: { graph: { id: 7, type: 'Graph' }, metadata: { id: 14, rule: 'repeated', type: 'Entry' } } },
    Entry: { fields: { key: { id: 1, type: 'string' }, value: { id: 2, type: 'string' } } },
    Graph: {
      fields: {
        nodes: { id: 1, rule: 'repeated', type: 'Node' },
        initializers: { id: 5, rule: 'repeated', type: 'Tensor' },
        outputs: { id: 12, rule: 'repeated', type: 'ValueInfo' },
        // The shapes of values within the graph; a runtime works them out again.
        valueInfo: { id: 13, rule: 'repeated', type: 'ValueInfo' },
      },
    },
    Node: {
      fields: {
        inputs: { id: 1, rule: 'repeated', type: 'string' },
        outputs: { id: 2, rule: 'repeated', type: 'string' },
        operator: { id: 4, type: 'string' },
        attributes: { id: 5, rule: 'repeated', type: 'Attribute' },
        domain: { id: 7, type: 'string' },
      },
    },
    Attribute: {
      fields: {
        name: { id: 1, type: 'string' },
        float: { id: 2, type: 'float' },
        integer: { id: 3, type: 'int64' },
        tensor: { id: 5, type: 'Tensor' },
        integers: { id: 8, rule: 'repeated', type: 'int64' },
        kind: { id: 20, type: 'int32' },
      },
    },
    Tensor: {
      fields: {
        shape: { id: 1, rule: 'repeated', type: 'int64' },
        elementType: { id: 2, type: 'int32' },
        floats: { id: 4, rule: 'repeated', type: 'float' },
        name: { id: 8, type: 'string' },
        raw: { id: 9, type: 'bytes' },
      },
    },
    ValueInfo: { fields: { name: { id: 1, type: 'string' }, type: { id: 2, type: 'ValueType' } } },
    ValueType: { fields: { tensor: { id: 1, type: 'TensorType' } } },
    TensorType: { fields: { shape: { id: 2, type: 'Shape' } } },
    Shape: { fields: { dimensions: { id: 1, rule: 'repeated', type: 'Dimension' } } },
    Dimension: { fields: { value: { id: 1, type: 'int64' } } },
  },
};

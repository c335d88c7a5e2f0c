import type { Engine } from '../engine.ts';

/** Reads nothing: for trying out the service around the engine, where no model is installed. */
export function nullEngine(): Engine {
  return {
    identity: { name: 'null', version: '1', models: [] },
    recognise: async () => [],
    close: async () => undefined,
  };
}

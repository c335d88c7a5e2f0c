import { Fault } from '@ocr-pipeline/fault';

export function unknownRuntime(runtime: string, known: readonly string[]): Fault {
  return new Fault('unknown-runtime', `${runtime} is not a Lambda runtime that layerproof knows`, {
    hint: `Known runtimes: ${known.join(', ')}. Set \`--runtime\` to one of them.`,
  });
}

export function unknownArchitecture(architecture: string, runtime: string, known: readonly string[]): Fault {
  return new Fault('unknown-architecture', `${architecture} is not an architecture that ${runtime} runs on`, {
    hint: `${runtime} runs on ${known.join(' and ')}. Set \`--arch\` to ${known.length === 1 ? 'it' : 'one of them'}.`,
  });
}

export function notAPythonRuntime(runtime: string): Fault {
  return new Fault('not-a-python-runtime', `Python packages were asked for, but ${runtime} runs no Python`, {
    hint: 'Set `--runtime` to a Python runtime, e.g. `python3.13`.',
  });
}

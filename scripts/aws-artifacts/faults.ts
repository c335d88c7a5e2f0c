import { Fault } from '@ocr-pipeline/fault';
import type { BuildFinding } from 'layerproof';

export function packageNotInstalled(name: string, neededBy: string, cpu: string): Fault {
  return new Fault('package-not-installed', `${neededBy} needs ${name} in the layer, and it is not installed here`, {
    hint: `Install the packages of the layer's target first: npm install --os=linux --cpu=${cpu} --libc=glibc`,
  });
}

export function notANodeRuntime(runtime: string): Fault {
  return new Fault('not-a-node-runtime', `The functions are written for Node, and the runtime is ${runtime}`, {
    hint: 'Name a Node runtime of Lambda, for instance `--runtime nodejs24.x`.',
  });
}

/** `findings` has at least one of severity error. */
export function layerRefused(target: string, findings: readonly BuildFinding[]): Fault {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  const place = first?.path === undefined ? '' : `${first.path}: `;
  return new Fault(
    'layer-refused',
    `The layer would not load on ${target} (${errors.length === 1 ? '1 error' : `${errors.length} errors`}): ${place}${first?.message ?? ''}`,
    first === undefined ? {} : { hint: first.fix },
  );
}

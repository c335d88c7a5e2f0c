import { Fault } from '@ocr-pipeline/fault';

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

import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { platformTags } from '../../packages/layerproof/src/target/platform-tags.ts';
import { parseTarget } from '../../packages/layerproof/src/target/target.ts';
import { virtualEnvironment } from '../good-layers/virtual-environment.ts';
import { run } from '../layer-build/measure.ts';
import { ARCHITECTURE, type MeasuredLayer } from './layers.ts';
import { AUDITWHEEL_USAGE, sumOf, type Usage, usageOf } from './usage.ts';

/** Versions that auditwheel runs on; which of them reads a wheel makes no difference. */
const VERSIONS = ['3.13', '3.12', '3.11', '3.10'];

/** A virtual environment with auditwheel; its Python. */
export async function installAuditwheel(folder: string): Promise<string> {
  const python = await virtualEnvironment(VERSIONS, join(folder, 'venv'));
  if (python === undefined) throw new Error(`There is no Python ${VERSIONS.join(' or ')} on this machine`);
  await run(python, ['-m', 'pip', 'install', '--quiet', 'auditwheel']);
  return python;
}

/** The wheels of a layer that hold machine code; auditwheel takes no others. */
export async function wheelsOf(layer: MeasuredLayer, python: string, folder: string): Promise<string[]> {
  const into = join(folder, layer.runtime);
  mkdirSync(into);
  const platforms = platformTags(parseTarget(layer.runtime, ARCHITECTURE)).flatMap((tag) => ['--platform', tag]);
  const choice = ['--only-binary=:all:', '--implementation', 'cp', '--python-version', layer.version, ...platforms];
  await run(python, ['-m', 'pip', 'download', '--quiet', '--dest', into, ...choice, ...layer.requirements]);
  const wheels = readdirSync(into).filter((name) => name.endsWith('.whl') && !name.endsWith('-any.whl'));
  return wheels.toSorted().map((name) => join(into, name));
}

/** `auditwheel show` of each wheel, one after the other, as it takes one at a time. */
export function auditwheelShow(python: string, wheels: readonly string[]): Usage {
  return sumOf(wheels.map((wheel) => usageOf(python, ['-c', AUDITWHEEL_USAGE, 'show', wheel])));
}

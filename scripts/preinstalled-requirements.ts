/**
 * Writes packages/layerproof/src/target/interpreters/preinstalled-requirements.generated.ts: what the Python packages that Lambda
 * brings with its runtimes ask of others, out of their wheels on the Python index.
 *
 *   node --conditions=source scripts/preinstalled-requirements.ts
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fetchWheelFiles, findWheels } from '../packages/layerproof/src/build/wheels.ts';
import { KNOWN_RUNTIMES, parseTarget } from '../packages/layerproof/src/target/target.ts';

const FILE = fileURLToPath(
  new URL('../packages/layerproof/src/target/interpreters/preinstalled-requirements.generated.ts', import.meta.url),
);

/** Those that a function imports; awslambdaric and what it needs run before it. */
const WANTED = new Set(['boto3', 'botocore', 's3transfer', 'python-dateutil', 'jmespath', 'urllib3']);

const pins = new Map<string, [name: string, version: string]>();
for (const runtime of KNOWN_RUNTIMES.filter((name) => name.startsWith('python'))) {
  for (const [name, version] of parseTarget(runtime, 'x86_64').facts.preinstalled) {
    if (WANTED.has(name)) pins.set(`${name} ${version}`, [name, version]);
  }
}
const lines: string[] = [];
for (const [key, [name, version]] of [...pins].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
  const [wheel] = await findWheels(name, version);
  if (wheel === undefined) throw new Error(`there is no wheel of ${key}`);
  const [metadata] = await fetchWheelFiles(wheel, [`${name.replaceAll('-', '_')}-${version}.dist-info/METADATA`]);
  const texts = Buffer.from(metadata ?? [])
    .toString('utf8')
    .split('\n')
    .flatMap((line) => /^Requires-Dist: (.*)$/.exec(line)?.[1] ?? [])
    .filter((text) => !text.includes('extra =='))
    .map((text) => `'${text.replaceAll("'", '"').replaceAll(/[()]/g, '').replaceAll(/ +/g, ' ')}'`);
  lines.push(`  '${key}': [${texts.join(', ')}],\n`);
}
writeFileSync(
  FILE,
  `// Written by scripts/preinstalled-requirements.ts; do not edit.\n\n/** What each package that comes with a runtime asks of others, by its name and version. */\nexport const PREINSTALLED_REQUIREMENTS: Readonly<Record<string, readonly string[]>> = {\n${lines.join('')}};\n`,
);

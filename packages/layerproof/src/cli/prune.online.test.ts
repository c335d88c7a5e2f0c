import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testWithTool } from '../../../../test/tools.ts';
import { type BuildResult, buildLayer } from '../build/build-layer.ts';
import type { Image } from '../image/entry.ts';
import { openLayer } from '../image/open-layer.ts';
import { findInterpreter } from '../prove/interpreter.ts';
import { unpack } from '../prove/unpack.ts';
import { parseTarget } from '../target/target.ts';

/**
 * Packages whose tests, plugins, data and lazy imports are each in their own way: what could be imported before pruning can be
 * imported afterwards, in a real CPython, module by module.
 */
const PACKAGES = [
  'numpy',
  'pandas',
  'scipy',
  'matplotlib',
  'sympy',
  'scikit-image',
  'networkx',
  'boto3',
  'tiktoken',
  'pytest',
  'jsonschema',
  'lxml',
  'django',
];
const TARGET = parseTarget('python3.12', 'x86_64');

/**
 * Imports the modules of the list in one process after the other: one that ends its process is noted, and the next goes on. What
 * is imported stays, so that each module costs itself alone.
 */
const PROGRAM = `
import importlib, io, json, os, sys, warnings
folder, names = sys.argv[1], json.load(open(sys.argv[2]))
sys.path[:0] = [folder]
warnings.simplefilter("ignore")
out = os.fdopen(os.dup(1), "w")
sys.stdout = sys.stderr = io.StringIO()
sys.argv = ["x"]
for name in names:
    out.write(json.dumps([name]) + "\\n"); out.flush()
    try: importlib.import_module(name); result = "imported"
    except BaseException as error: result = type(error).__name__
    out.write(json.dumps([name, result]) + "\\n"); out.flush()
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'prune-'));
  writeFileSync(join(folder, 'requirements.txt'), `${PACKAGES.join('\n')}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function build(input: string, output: string, prune: boolean) {
  const target = { runtime: TARGET.runtime, architecture: TARGET.architecture };
  const result: BuildResult = await buildLayer({ inputs: [input], ...target, output, prune, folder }, {});
  if (result.kind === 'refused') throw new Error('refused');
  return result.manifest;
}

const python = await findInterpreter(TARGET).then(
  ({ path }) => path,
  () => undefined,
);

testWithTool('CPython 3.12', python !== undefined)(
  'a pruned layer imports all that the whole one does, but for what was pruned by its name',
  async () => {
    const whole = await build('requirements.txt', 'whole.zip', false);
    const pruned = await build('pylock.toml', 'pruned.zip', true);
    const [wholeImage, prunedImage] = [openLayer(join(folder, 'whole.zip')), openLayer(join(folder, 'pruned.zip'))];
    const names = modulesOf(prunedImage);
    const before = importAll(wholeImage, names);
    const after = importAll(prunedImage, names);
    report(
      `${names.length} modules, ${[...before.values()].filter((result) => result === 'imported').length} imported;`,
      `unzipped ${mega(whole.layer.unzippedBytes)}, pruned ${mega(pruned.layer.unzippedBytes)};`,
      `zipped ${mega(whole.layer.bytes)}, pruned ${mega(pruned.layer.bytes)};`,
      pruned.pruned.map(({ kind, files, bytes }) => `${kind} ${files} files ${mega(bytes)}`).join(', '),
    );
    expect(names.length).toBeGreaterThan(3000);
    expect(Object.fromEntries(after)).toEqual(Object.fromEntries(before));
    expect(pruned.pruned.map(({ kind }) => kind)).toContain('tests');
    wholeImage.close();
    prunedImage.close();
  },
  1_200_000,
);

test('what RECORD lists is what lies in the layer, with these hashes', async () => {
  await build('pylock.toml', 'pruned.zip', true);
  const image = openLayer(join(folder, 'pruned.zip'));
  const unpacked = unpack(image);
  image.close();
  try {
    // importlib.metadata reads RECORD as every tool does.
    const script = `
import base64, hashlib, importlib.metadata, os, sys
listed = set()
for distribution in importlib.metadata.distributions(path=[sys.argv[1]]):
    assert distribution.read_text("INSTALLER") == "layerproof\\n"
    for file in distribution.files:
        path = os.path.realpath(file.locate())
        listed.add(path)
        data = open(path, "rb").read()
        if file.hash is None: assert file.name == "RECORD", file; continue
        assert file.size == len(data), file
        digest = base64.urlsafe_b64encode(hashlib.new(file.hash.mode, data).digest()).rstrip(b"=").decode()
        assert digest == file.hash.value, file
there = {os.path.realpath(os.path.join(at, name)) for at, _, names in os.walk(sys.argv[2]) for name in names}
assert listed == there, listed ^ there
print(len(there))
`;
    const args = ['-I', '-c', script, join(unpacked.folder, 'python'), unpacked.folder];
    expect(Number(execFileSync('python3', args, { encoding: 'utf8' }))).toBeGreaterThan(3000);
  } finally {
    unpacked.remove();
  }
}, 300_000);

/** Dotted names of the modules that a layer holds, sorted; `__main__` runs a program. */
function modulesOf({ entries }: Image): string[] {
  const names = entries.flatMap(({ path }) => {
    const [, inside, extension] =
      /^python\/([^.]+)(\.py|\.cpython-312-x86_64-linux-gnu\.so|\.abi3\.so)$/.exec(path) ?? [];
    if (inside === undefined || extension === undefined || inside.endsWith('__main__')) return [];
    return [inside.replace(/\/__init__$/, '').replaceAll('/', '.')];
  });
  return [...new Set(names)].filter((name) => /^[\w.]+$/.test(name)).sort();
}

function importAll(image: Image, names: readonly string[]): Map<string, string> {
  const unpacked = unpack(image);
  const results = new Map<string, string>();
  try {
    for (let left = [...names]; left.length > 0; left = names.filter((name) => !results.has(name))) {
      writeFileSync(join(folder, 'names.json'), JSON.stringify(left));
      for (const [name = '', result] of importSome(join(unpacked.folder, 'python'))) {
        results.set(name, result ?? 'ended the process');
      }
    }
    return results;
  } finally {
    unpacked.remove();
  }
}

function importSome(packages: string): string[][] {
  const output = join(folder, 'results');
  try {
    const env = { HOME: folder, MPLBACKEND: 'agg', DJANGO_SETTINGS_MODULE: '' };
    const args = [
      '-c',
      `"$@" > ${output} 2>/dev/null < /dev/null`,
      'sh',
      python ?? '',
      '-I',
      '-S',
      '-B',
      '-c',
      PROGRAM,
    ];
    execFileSync('sh', [...args, packages, join(folder, 'names.json')], { env, cwd: folder });
  } catch {
    // The process died in the middle: its last line says at which module.
  }
  return readFileSync(output, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as string[]);
}

/** The figures of the run, for people. */
function report(...facts: readonly string[]): void {
  process.stderr.write(`${facts.join(' ')}\n`);
}

function mega(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

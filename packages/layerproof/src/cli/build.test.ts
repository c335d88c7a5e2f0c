import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type IndexServer, serveIndex } from '../python/testing/index-server.ts';
import { makeWheel } from '../python/testing/make-wheel.ts';
import { runSession } from './testing/session.ts';

const WHEELS = [
  makeWheel({ name: 'page', version: '2.0', requires: ['glyphs'] }),
  makeWheel({ name: 'glyphs', version: '1.5', files: { 'glyphs/__init__.py': '', 'glyphs.pth': 'import glyphs' } }),
  makeWheel({
    name: 'mac_only',
    version: '1.0',
    // Tagged for any platform, but not so: what a wheel says of itself is not believed.
    files: { 'mac_only/core.so': '\u00cf\u00fa\u00ed\u00fe\u000c\u0000\u0000\u0001'.padEnd(72, '\0') },
  }),
  makeWheel({ name: 'windows', version: '1.0', tag: 'cp39-cp39-win_amd64' }),
];

let folder: string;
let server: IndexServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cli-build-'));
  server = await serveIndex(WHEELS);
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

async function build(requirements: string, ...args: string[]) {
  writeFileSync(join(folder, 'requirements.txt'), requirements);
  return buildUnder({}, 'requirements.txt', ...args);
}

/** With more variables than all builds have. */
async function buildUnder(more: Readonly<Record<string, string>>, ...args: string[]) {
  const [input = '', ...options] = args;
  const argv = ['build', input, '--runtime', 'python3.9', '--arch', 'x86_64', ...options];
  const env = {
    LAYERPROOF_CACHE_DIR: join(folder, 'cache'),
    PIP_INDEX_URL: server.url.replace('//', '//reader:secret@'),
    PIP_CONFIG_FILE: '/dev/null',
    UV_NO_CONFIG: '1',
    ...more,
  };
  const run = await runSession(argv, { cwd: folder, env });
  expect(run.transcript).not.toContain('secret');
  return { ...run, transcript: run.transcript.replace(/\d+ rules/, 'N rules') };
}

test('a build, from the requirements to the files', async () => {
  expect((await build('page\n')).transcript).toMatchInlineSnapshot(`
    "$ layerproof build requirements.txt --runtime python3.9 --arch x86_64
    stderr: note: glyphs-1.5-py3-none-any.whl: left out 1 file of start-up code (.pth)
    target    python3.9/x86_64
    packages  glyphs 1.5, page 2.0
    size      3 kB zipped, 2 kB unzipped
    sha256    1e9d6a207e4e5b1216b15021f43ef976a2e8aad67d269245a9fb86d2cf74bb63
    verified  N rules, 0 findings (proof: static)
    written   layer.zip, layer.json, layer.cdx.json, pylock.toml
    exit 0"
  `);
});

test('with --json, stdout is the manifest and nothing else', async () => {
  const { stdout, exit } = await build('page\n', '--json', '-o', 'out/page.zip', '--lock', 'locks/pylock.page.toml');
  expect(exit).toBe(0);
  expect(`${stdout}\n`).toBe(readFileSync(join(folder, 'out/page.json'), 'utf8'));
  expect(readFileSync(join(folder, 'locks/pylock.page.toml'), 'utf8')).toContain('name = "page"');
});

test('what nothing needs is left out, which is said, unless it is to stay', async () => {
  const files = { 'pruned/__init__.py': '', 'pruned/tests/test_it.py': '# test\n', 'pruned/it.pyi': '' };
  await server.close();
  server = await serveIndex([makeWheel({ name: 'pruned', version: '1.0', files })]);
  const pruned = await build('pruned\n', '-o', 'pruned.zip');
  expect(pruned.transcript).toContain('pruned    1 kB in 2 files: tests 1 kB, type-stubs 0 kB');
  expect(JSON.parse(readFileSync(join(folder, 'pruned.json'), 'utf8')).pruned).toEqual([
    { kind: 'tests', files: 1, bytes: 7 },
    { kind: 'type-stubs', files: 1, bytes: 0 },
  ]);
  const whole = await build('pruned\n', '-o', 'whole.zip', '--no-prune', '--json');
  expect(JSON.parse(whole.stdout).pruned).toEqual([]);
});

test('an error of a rule stops the build', async () => {
  const { transcript } = await build('mac-only\n');
  expect(transcript).toMatchInlineSnapshot(`
    "$ layerproof build requirements.txt --runtime python3.9 --arch x86_64
    error[wrong-binary-format] A native file is not the ELF file that Lambda loads
      python/mac_only/core.so: is a Mach-O file (macOS) for arm64, but python3.9/x86_64 loads ELF files
      fix: Build the layer again with \`layerproof build requirements.txt --runtime python3.9 --arch x86_64\`: that takes files for Linux on every machine. Where the file is one of your own, build it on Linux; where it is a Git LFS pointer, run \`git lfs pull\` first.
    stderr: 1 error: no layer was written
    exit 1"
  `);
});

test('and is let through when it is allowed', async () => {
  const { exit } = await build('mac-only\n', '--allow', 'wrong-binary-format');
  expect(exit).toBe(0);
});

test('a rule that does not exist cannot be allowed', async () => {
  expect((await build('page\n', '--allow', 'everything')).transcript).toContain('stderr: error[unknown-rule]');
});

test('no wheel for the target', async () => {
  expect((await build('windows\n')).transcript).toMatchInlineSnapshot(`
    "$ layerproof build requirements.txt --runtime python3.9 --arch x86_64
    stderr: error[no-matching-wheel]: windows 1.0 has no wheel for python3.9/x86_64: its wheels are for other systems or CPUs
    stderr:
    stderr: hint: The nearest wheel is windows-1.0-cp39-cp39-win_amd64.whl. No version of windows has one for python3.9/x86_64. Build a wheel once and add it with \`--find-links\`.
    exit 2"
  `);
});

test('an index that refuses is named without its credentials', async () => {
  await server.close();
  server = await serveIndex(WHEELS, {
    intercept: (_, response) => {
      response.writeHead(403).end();
      return true;
    },
  });
  const { transcript } = await build('page\n');
  expect(transcript.replaceAll(server.url, 'INDEX/')).toMatchInlineSnapshot(`
    "$ layerproof build requirements.txt --runtime python3.9 --arch x86_64
    stderr: error[index-forbidden]: INDEX/page/ answers 403: the user that is set for it may not read it
    stderr:
    stderr: hint: Ask whoever runs the index for the right to read. One that says so of names that it does not have needs \`ignore-error-codes = [403]\` in uv.toml.
    exit 2"
  `);
});

test('without its options it shows the usage', async () => {
  const run = await runSession(['build', 'requirements.txt', '--arch', 'x86_64'], { cwd: folder });
  expect(run.transcript).toMatchInlineSnapshot(`
    "$ layerproof build requirements.txt --arch x86_64
    stderr: error[missing-argument]: No --runtime given
    stderr:
    stderr: hint: Usage: layerproof build INPUT... --runtime R --arch A [-o layer.zip | -o FOLDER/] [--lock FILE] [--frozen | --upgrade] [--extra NAME] [--group NAME] [--exclude-newer DATE] [--index-url URL] [--extra-index-url URL] [--find-links DIR] [--offline] [--no-prune] [--with-unzipped BYTES] [--allow RULE] [--json] [--color | --no-color]
    exit 2"
  `);
});

test('an extra that a package does not have is told, also when its version comes from the lock', async () => {
  await server.close();
  server = await serveIndex([makeWheel({ name: 'page', version: '2.0', headers: ['Provides-Extra: fast'] })]);
  const note = 'stderr: note: page 2.0 has no extra quick, which requirements.txt line 1 asks for: its extras are fast';
  expect((await build('page[quick]\n')).transcript).toContain(note);
  const again = (await build('page[quick]\n')).transcript;
  expect(again).toContain('pylock.toml matches the inputs');
  expect(again).toContain(note);
  expect((await build('page[fast]\n')).transcript).not.toContain('has no extra');
});

test('an output that ends like a folder is one', async () => {
  const { exit, transcript } = await build('page\n', '-o', 'out/');
  expect(exit).toBe(0);
  expect(transcript).toMatch(
    /^written {3}out\/layer\.zip, out\/layer\.json, out\/layer\.cdx\.json, out\/pylock\.toml$/m,
  );
});

test('what a build of a folder wrote into it is no part of the next', async () => {
  const env = { LAYERPROOF_CACHE_DIR: join(folder, 'cache'), PIP_CONFIG_FILE: '/dev/null', UV_NO_CONFIG: '1' };
  const cwd = join(folder, 'own');
  mkdirSync(join(cwd, 'python'), { recursive: true });
  writeFileSync(join(cwd, 'python', 'page.py'), 'page = 1\n');
  const argv = ['build', '.', '--runtime', 'python3.12', '--arch', 'arm64'];
  const first = await runSession(argv, { cwd, env });
  expect(first.exit).toBe(0);
  const bytes = readFileSync(join(cwd, 'layer.zip'));
  const second = await runSession(argv, { cwd, env });
  expect(second.exit).toBe(0);
  expect(readFileSync(join(cwd, 'layer.zip')).equals(bytes)).toBe(true);
  expect(second.transcript).toContain(
    'note: layer.zip, layer.json, layer.cdx.json are no part of the layer, as this build writes them',
  );
});

test('the status of a project is told, and of one in quarantine only a wheel from this machine is taken', async () => {
  await server.close();
  server = await serveIndex(WHEELS, {
    status: {
      page: { status: 'archived', reason: 'letters are out' },
      glyphs: { status: 'deprecated' },
      mac_only: { status: 'active' },
    },
  });
  const { transcript } = await build('page\n', '-o', 'told.zip', '--lock', 'told.toml');
  expect(transcript).toContain('note: page is archived: it is not to get new versions (letters are out)\n');
  expect(transcript).toContain('note: glyphs is deprecated: its authors call it obsolete\n');
  await server.close();
  server = await serveIndex([], { status: { page: { status: 'quarantined' } } });
  const own = makeWheel({ name: 'page', version: '2.0' });
  mkdirSync(join(folder, 'wheels'));
  writeFileSync(join(folder, 'wheels', own.fileName), own.bytes);
  expect((await build('page\n', '-o', 'own.zip', '--lock', 'own.toml', '--find-links', 'wheels')).exit).toBe(0);
});

test('constraints of the configuration narrow what is resolved, which is said, and leave locks alone', async () => {
  await server.close();
  server = await serveIndex(['1.0', '2.0', '3.0'].map((version) => makeWheel({ name: 'page', version })));
  writeFileSync(join(folder, 'all.txt'), 'page<3\n');
  writeFileSync(join(folder, 'pip.conf'), `[install]\nconstraint = ${join(folder, 'all.txt')}\n`);
  writeFileSync(join(folder, 'requirements.txt'), 'page\n');
  const PIP_CONFIG_FILE = join(folder, 'pip.conf');
  const lock = (name: string) => ['-o', `${name}.zip`, '--lock', `pylock.${name}.toml`];
  const configured = await buildUnder({ PIP_CONFIG_FILE }, 'requirements.txt', ...lock('configured'));
  expect(configured.transcript).toContain(`note: ${folder}/all.txt (constraint in ${folder}/pip.conf) narrows`);
  expect(configured.transcript).toContain('packages  page 2.0');
  writeFileSync(join(folder, 'one.txt'), 'page==1.0\n');
  const variables = { PIP_CONSTRAINT: 'one.txt', PIP_CONFIG_FILE };
  const ofVariable = await buildUnder(variables, 'requirements.txt', ...lock('variable'));
  expect(ofVariable.transcript).toContain('packages  page 1.0');
  expect(ofVariable.transcript).not.toContain('all.txt');
  const { transcript } = await buildUnder(variables, 'pylock.configured.toml', '-o', 'locked.zip');
  expect(transcript).toContain('packages  page 2.0');
  expect(transcript).not.toContain('narrows');
});

test('that a package came without its native code is told of a lock as well, when that names its other wheels', async () => {
  const pure = makeWheel({ name: 'page', version: '2.0' });
  // For a newer C library than that of python3.9, and that of python3.12 takes it.
  const native = makeWheel({ name: 'page', version: '2.0', tag: 'py3-none-manylinux_2_28_x86_64' });
  await server.close();
  server = await serveIndex([pure, native]);
  const files = [pure, native].map(
    ({ fileName, sha256 }) =>
      `{ url = "${new URL(`../files/${fileName}`, server.url).href}", hashes = { sha256 = "${sha256}" } }`,
  );
  const pylock = (wheels: readonly string[]) =>
    `lock-version = "1.0"\ncreated-by = "hand"\n[[packages]]\nname = "page"\nversion = "2.0"\nwheels = [${wheels.join(', ')}]\n`;
  const hashes = [pure, native].map(({ sha256 }) => `sha256:${sha256}`);
  const pipfile = { _meta: { 'pipfile-spec': 6 }, default: { page: { hashes, version: '==2.0' } }, develop: {} };
  writeFileSync(join(folder, 'pylock.both.toml'), pylock(files));
  writeFileSync(join(folder, 'pylock.one.toml'), pylock(files.slice(0, 1)));
  writeFileSync(join(folder, 'Pipfile.lock'), JSON.stringify(pipfile));
  const told = 'page 2.0 came in pure Python, although it has native code for python3.12/x86_64';
  for (const lock of ['pylock.both.toml', 'Pipfile.lock']) {
    const { transcript } = await buildUnder({}, lock, '-o', `of-${lock}/`);
    expect([lock, transcript]).toEqual([lock, expect.stringContaining(told)]);
  }
  expect(server.requests.filter((request) => request.includes('manylinux'))).toEqual([]);
  expect((await buildUnder({}, 'pylock.one.toml', '-o', 'one/')).transcript).toContain('0 findings');
});

test('a folder of wheels that only the configuration names may be missing, which is said', async () => {
  writeFileSync(join(folder, 'requirements.txt'), 'page\n');
  const built = await buildUnder({ PIP_FIND_LINKS: '/none/wheels' }, 'requirements.txt');
  expect(built.exit).toBe(0);
  expect(built.transcript).toContain('note: /none/wheels is to have wheels (PIP_FIND_LINKS or a configuration file)');
  const again = await buildUnder({ PIP_FIND_LINKS: '/none/wheels' }, 'requirements.txt');
  expect(again.transcript).not.toContain('/none/wheels');
});

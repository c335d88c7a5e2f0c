import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type IndexServer, serveIndex } from '../python/testing/index-server.ts';
import { makeWheel } from '../python/testing/make-wheel.ts';
import { type BuildEvent, type BuildRequest, buildLayer } from './build-layer.ts';

const PAGE = makeWheel({ name: 'page', version: '2.0', requires: ['ink>=1', 'paint; extra == "colour"'] });
const INK = makeWheel({ name: 'ink', version: '1.0' });
const INK_2 = makeWheel({ name: 'ink', version: '2.0' });
const PAINT = makeWheel({ name: 'paint', version: '3.0', requires: ['ink<2'] });
const OTHER = makeWheel({ name: 'other', version: '1.0', requires: ['ink'] });
const WHEELS = [PAGE, INK, INK_2, PAINT, OTHER];

let folder: string;
let server: IndexServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'build-locks-'));
  server = await serveIndex(WHEELS);
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');

async function build(request: Partial<BuildRequest> & Pick<BuildRequest, 'inputs'>) {
  const notes: string[] = [];
  const progress = (event: BuildEvent) => void (event.kind === 'note' && notes.push(event.text));
  const environment = {
    LAYERPROOF_CACHE_DIR: join(folder, 'cache'),
    PIP_INDEX_URL: server.url,
    PIP_CONFIG_FILE: '/dev/null',
    UV_NO_CONFIG: '1',
  };
  const wanted = { runtime: 'python3.9', architecture: 'x86_64', folder, environment, ...request };
  const result = await buildLayer(wanted, { progress });
  if (result.kind === 'refused') throw new Error('refused');
  const packages = result.manifest.packages.map(({ name, version }) => `${name} ${version}`);
  return { packages: packages.join(', '), notes, result };
}

/** A `uv.lock` of a project that asks for `page`, with the older `ink`. */
function uvLock(ink = INK, version = '1.0'): string {
  const wheel = ({ fileName, sha256 }: { fileName: string; sha256: string }) =>
    `wheels = [{ url = "${new URL(`../files/${fileName}`, server.url).href}", hash = "sha256:${sha256}" }]`;
  const source = `source = { registry = "${server.url}" }`;
  return `version = 1
requires-python = ">=3.9"
[[package]]
name = "app"
version = "0.1.0"
source = { virtual = "." }
dependencies = [{ name = "page" }]
[[package]]
name = "page"
version = "2.0"
${source}
dependencies = [{ name = "ink" }]
${wheel(PAGE)}
[[package]]
name = "ink"
version = "${version}"
${source}
${wheel(ink)}
`;
}

describe('a lock among the inputs', () => {
  test('is taken as it is, and nobody is asked for versions', async () => {
    put('uv.lock', uvLock());
    expect((await build({ inputs: ['uv.lock'] })).packages).toBe('ink 1.0, page 2.0');
    expect(server.requests.filter((request) => request.includes('/simple/'))).toEqual([]);
  });

  test('that has hashes alone takes the wheels from the index', async () => {
    const entry = (version: string, ...wheels: { sha256: string }[]) => ({
      version: `==${version}`,
      hashes: wheels.map(({ sha256 }) => `sha256:${sha256}`),
    });
    const lock = (ink: object) =>
      JSON.stringify({ _meta: { 'pipfile-spec': 6 }, default: { Ink: ink, page: entry('2.0', PAGE) } });
    put('Pipfile.lock', lock(entry('1.0', INK)));
    const { packages, result } = await build({ inputs: ['Pipfile.lock'] });
    expect(packages).toBe('ink 1.0, page 2.0');
    expect(textOf('pylock.toml')).toContain('[[packages.dependencies]]\nname = "ink"');
    expect(result.manifest.packages[0]?.artifact?.sha256).toBe(INK.sha256);
    put('Pipfile.lock', lock(entry('1.0', INK_2)));
    await expect(build({ inputs: ['Pipfile.lock'], upgrade: true })).rejects.toMatchObject({
      code: 'no-matching-wheel',
    });
    put('Pipfile.lock', lock(entry('4.0', INK)));
    await expect(build({ inputs: ['Pipfile.lock'] })).rejects.toMatchObject({ code: 'locked-version-gone' });
  });

  test('pins what requirements ask for', async () => {
    put('uv.lock', uvLock());
    put('requirements.txt', 'other\npage[colour]\n');
    const { packages } = await build({ inputs: ['uv.lock', 'requirements.txt'] });
    expect(packages).toBe('ink 1.0, other 1.0, page 2.0, paint 3.0');
  });

  test('that a requirement contradicts is a conflict that names both', async () => {
    put('uv.lock', uvLock());
    put('requirements.txt', 'ink>=2\n');
    const failure = build({ inputs: ['uv.lock', 'requirements.txt'] });
    await expect(failure).rejects.toThrow('uv.lock');
    await expect(failure).rejects.toThrow('requirements.txt line 1');
    put('uv.lock', uvLock(INK_2, '2.0'));
    put('requirements.txt', 'page[colour]\n');
    await expect(build({ inputs: ['uv.lock', 'requirements.txt'] })).rejects.toThrow('uv.lock');
    put('requirements.txt', '-c pins.txt\nother\n');
    put('pins.txt', 'page<2\n');
    await expect(build({ inputs: ['uv.lock', 'requirements.txt'] })).rejects.toThrow(
      'No version of page suits all: pins.txt line 1 asks for <2; uv.lock has 2.0',
    );
  });

  test('is of one mind with another lock, or a conflict', async () => {
    put('uv.lock', uvLock());
    await build({ inputs: ['uv.lock'], lock: 'pylock.own.toml' });
    expect((await build({ inputs: ['uv.lock', 'pylock.own.toml'] })).packages).toBe('ink 1.0, page 2.0');
    put('uv.lock', uvLock(INK_2, '2.0'));
    await expect(build({ inputs: ['uv.lock', 'pylock.own.toml'] })).rejects.toThrow(
      'uv.lock has ink 2.0, but pylock.own.toml has 1.0',
    );
  });
});

describe('the lock that a build wrote', () => {
  test('holds for the next one, whatever is new in the index, until it is told to look', async () => {
    put('requirements.txt', 'ink # any\n');
    await build({ inputs: ['requirements.txt'] });
    const lock = textOf('pylock.toml');
    const newer = makeWheel({ name: 'ink', version: '3.0' });
    await server.close();
    server = await serveIndex([...WHEELS, newer]);
    rmSync(join(folder, 'cache/index'), { recursive: true, force: true });
    // Another spelling of the same wish.
    put('requirements.txt', '# changed\nINK\n');
    const again = await build({ inputs: ['requirements.txt'] });
    expect(again.packages).toBe('ink 2.0');
    expect(again.notes).toContain(
      'pylock.toml matches the inputs, and its versions are taken; `--upgrade` looks for newer ones',
    );
    expect(textOf('pylock.toml')).toBe(lock);
    expect((await build({ inputs: ['requirements.txt'], upgrade: true })).packages).toBe('ink 3.0');
    expect(textOf('pylock.toml')).not.toBe(lock);
  });

  test('does not hold for other inputs or another target', async () => {
    put('requirements.txt', 'ink\n');
    await build({ inputs: ['requirements.txt'] });
    put('requirements.txt', 'ink<2\n');
    expect((await build({ inputs: ['requirements.txt'] })).packages).toBe('ink 1.0');
    expect((await build({ inputs: ['requirements.txt'], architecture: 'arm64' })).notes).toEqual([]);
    expect(textOf('pylock.toml')).toContain('target = "python3.9/arm64"');
  });

  test('keeps its versions when the inputs change, where they allow it', async () => {
    put('requirements.txt', 'ink\n');
    await build({ inputs: ['requirements.txt'] });
    const newer = [makeWheel({ name: 'ink', version: '3.0' }), makeWheel({ name: 'other', version: '2.0' })];
    await server.close();
    server = await serveIndex([...WHEELS, ...newer]);
    rmSync(join(folder, 'cache/index'), { recursive: true, force: true });
    put('requirements.txt', 'ink\nother\n');
    const kept = await build({ inputs: ['requirements.txt'] });
    expect([kept.packages, kept.notes]).toEqual([
      'ink 2.0, other 2.0',
      ['the versions of pylock.toml are kept where the changed inputs allow it; `--upgrade` looks for newer ones'],
    ]);
    put('requirements.txt', 'ink>=3\nother\n');
    expect((await build({ inputs: ['requirements.txt'] })).packages).toBe('ink 3.0, other 2.0');
    put('requirements.txt', 'page[colour]\nother\n');
    const anew = await build({ inputs: ['requirements.txt'] });
    expect([anew.packages, anew.notes]).toEqual([
      'ink 1.0, other 2.0, page 2.0, paint 3.0',
      ['the versions of pylock.toml do not go together with the changed inputs: all were looked for anew'],
    ]);
    put('requirements.txt', 'page[colour]\nink>=2\n');
    await expect(build({ inputs: ['requirements.txt'] })).rejects.toMatchObject({ code: 'conflicting-requirements' });
  });

  test('is not written over when another tool made it', async () => {
    put('requirements.txt', 'ink\n');
    put('pylock.toml', 'lock-version = "1.0"\ncreated-by = "uv"\npackages = []\n');
    await expect(build({ inputs: ['requirements.txt'] })).rejects.toMatchObject({
      code: 'lock-of-another-tool',
      message: 'pylock.toml was made by uv, and the lock of this layer would take its place',
    });
    expect(textOf('pylock.toml')).toContain('"uv"');
  });

  test('gives the same bytes offline', async () => {
    put('requirements.txt', 'page[colour]\n');
    await build({ inputs: ['requirements.txt'] });
    const first = readFileSync(join(folder, 'layer.zip'));
    await server.close();
    server = await serveIndex([]);
    await build({ inputs: ['requirements.txt'], offline: true, output: 'layer.zip' });
    expect(readFileSync(join(folder, 'layer.zip')).equals(first)).toBe(true);
  });
});

describe('--frozen', () => {
  const frozen = (inputs: readonly string[], more: Partial<BuildRequest> = {}) =>
    build({ inputs, frozen: true, ...more });

  test('takes the lock that matches the inputs, asks nobody for versions, and writes no lock', async () => {
    put('requirements.txt', 'page\n');
    await build({ inputs: ['requirements.txt'] });
    const before = statSync(join(folder, 'pylock.toml')).mtimeMs;
    server.requests.splice(0);
    const { packages, notes, result } = await frozen(['requirements.txt'], { upgrade: true });
    expect([packages, notes, result.files.lock]).toEqual(['ink 2.0, page 2.0', [], undefined]);
    expect(server.requests).toEqual([]);
    expect(statSync(join(folder, 'pylock.toml')).mtimeMs).toBe(before);
  });

  test('fails when there is no lock, or one of other inputs, and changes nothing', async () => {
    put('requirements.txt', 'page\n');
    await expect(frozen(['requirements.txt'])).rejects.toMatchObject({
      code: 'frozen-lock-missing',
      message: '--frozen resolves nothing, but there is no lock pylock.toml',
    });
    await build({ inputs: ['requirements.txt'] });
    const lock = textOf('pylock.toml');
    put('requirements.txt', 'page\nother\n');
    await expect(frozen(['requirements.txt'])).rejects.toMatchObject({
      code: 'frozen-lock-differs',
      message: expect.stringMatching(
        /^--frozen resolves nothing, but pylock.toml does not match the inputs: it has inputs of the digest [0-9a-f]{12}, and these are [0-9a-f]{12}$/,
      ),
    });
    await expect(frozen(['requirements.txt'], { architecture: 'arm64' })).rejects.toThrow(
      'it was made for python3.9/x86_64, and the target is python3.9/arm64',
    );
    put('pylock.toml', lock.slice(0, 200));
    await expect(frozen(['requirements.txt'])).rejects.toMatchObject({ code: 'frozen-lock-differs' });
  });

  test('holds for locks, from which nothing is resolved', async () => {
    put('uv.lock', uvLock());
    expect((await frozen(['uv.lock'])).packages).toBe('ink 1.0, page 2.0');
  });
});

describe('projects', () => {
  test('ask for extras and groups by name', async () => {
    const list = 'dependencies = ["page"]\n[project.optional-dependencies]\nMore_Colour = ["page[colour]"]';
    put('pyproject.toml', `[project]\nname = "app"\n${list}\n[dependency-groups]\ntest = ["other"]\n`);
    expect((await build({ inputs: ['pyproject.toml'] })).packages).toBe('ink 2.0, page 2.0');
    const wish = { extras: ['more.colour'], groups: ['test'] };
    expect((await build({ inputs: ['pyproject.toml'], ...wish })).packages).toBe(
      'ink 1.0, other 1.0, page 2.0, paint 3.0',
    );
    await expect(build({ inputs: ['pyproject.toml'], extras: ['gone'] })).rejects.toThrow(
      'No input has an extra gone: they have more-colour',
    );
    await expect(build({ inputs: ['pyproject.toml'], groups: ['gone'] })).rejects.toThrow(
      'No input has a dependency group gone: they have test',
    );
  });

  test('override and leave out what others ask for', async () => {
    const uv = (setting: string) =>
      put('pyproject.toml', `[project]\nname = "app"\ndependencies = ["page[colour]"]\n[tool.uv]\n${setting}\n`);
    uv('override-dependencies = ["ink==2.0"]');
    expect((await build({ inputs: ['pyproject.toml'] })).packages).toBe('ink 2.0, page 2.0, paint 3.0');
    uv('exclude-dependencies = ["ink"]');
    expect((await build({ inputs: ['pyproject.toml'] })).packages).toBe('page 2.0, paint 3.0');
    uv('constraint-dependencies = ["paint<3"]');
    await expect(build({ inputs: ['pyproject.toml'] })).rejects.toMatchObject({ code: 'no-matching-version' });
  });
});

test('a hash by another algorithm than the index has is held against the file', async () => {
  const sha512 = createHash('sha512').update(INK.bytes).digest('hex');
  put('requirements.txt', `ink==1.0 --hash=sha512:${sha512}\n`);
  expect((await build({ inputs: ['requirements.txt'] })).packages).toBe('ink 1.0');
  put('requirements.txt', `ink==1.0 --hash=sha384:${'00'.repeat(48)}\n`);
  await expect(build({ inputs: ['requirements.txt'] })).rejects.toMatchObject({
    code: 'hash-mismatch',
    message: 'requirements.txt line 1: no wheel of ink for python3.9/x86_64 has one of the hashes on the line',
  });
});

test('requirements of the web, and wheels beside the requirements', async () => {
  mkdirSync(join(folder, 'wheels'));
  writeFileSync(join(folder, 'wheels', PAGE.fileName), PAGE.bytes);
  put('requirements.txt', `-r ${server.url}gone.txt\n`);
  await expect(build({ inputs: ['requirements.txt'] })).rejects.toMatchObject({ code: 'missing-input' });
  await expect(build({ inputs: ['requirements.txt'], offline: true })).rejects.toMatchObject({ code: 'not-in-cache' });
  put('requirements.txt', `./wheels/${PAGE.fileName}[colour]\n`);
  expect((await build({ inputs: ['requirements.txt'] })).packages).toBe('ink 1.0, page 2.0, paint 3.0');
  expect(textOf('pylock.toml')).toContain(`path = "wheels/${PAGE.fileName}"`);
});

describe('what came to the index after a moment', () => {
  const page = (version: string, day: string) => {
    const { fileName, sha256 } = version === '1.0' ? INK : INK_2;
    return {
      filename: fileName,
      url: `../../files/${fileName}`,
      hashes: { sha256 },
      'upload-time': `${day}T10:00:00Z`,
    };
  };
  beforeEach(async () => {
    await server.close();
    server = await serveIndex(WHEELS, {
      intercept(request, response) {
        if (request.url !== '/simple/ink/') return false;
        response.writeHead(200, { 'content-type': 'application/vnd.pypi.simple.v1+json' });
        response.end(JSON.stringify({ files: [page('1.0', '2026-01-01'), page('2.0', '2026-02-01')] }));
        return true;
      },
    });
  });

  test('is not taken, by the option or by the project, and a lock holds for the moment that it was made with', async () => {
    put('pyproject.toml', '[project]\nname = "app"\ndependencies = ["ink"]\n[tool.uv]\nexclude-newer = "2026-01-31"\n');
    const inputs = ['pyproject.toml'];
    expect((await build({ inputs })).packages).toBe('ink 1.0');
    expect((await build({ inputs, excludeNewer: '2026-02-01', upgrade: true })).packages).toBe('ink 2.0');
    expect((await build({ inputs, excludeNewer: '2026-02-01T09:59:59Z' })).packages).toBe('ink 1.0');
    const frozen = build({ inputs, excludeNewer: '2026-02-02', frozen: true });
    await expect(frozen).rejects.toMatchObject({ code: 'frozen-lock-differs' });
    await expect(build({ inputs, excludeNewer: 'yesterday' })).rejects.toMatchObject({ code: 'bad-moment' });
  });
});

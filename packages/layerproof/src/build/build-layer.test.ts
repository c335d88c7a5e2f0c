import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLayer } from '../image/open-layer.ts';
import { type IndexServer, type IndexServerOptions, serveIndex } from '../python/testing/index-server.ts';
import { makeWheel } from '../python/testing/make-wheel.ts';
import { type BuildEvent, type BuildRequest, type Check, buildLayer } from './build-layer.ts';

const PAGE = makeWheel({
  name: 'page',
  version: '2.0',
  requires: ['Glyph_Set>=1', 'win-only; sys_platform == "win32"'],
  headers: ['License-Expression: MIT'],
});
const GLYPHS = makeWheel({
  name: 'glyph_set',
  version: '1.5',
  headers: ['License: BSD'],
  files: { 'glyph_set/__init__.py': 'glyphs = "abc"\n', 'glyph_set-1.5.data/scripts/glyphs': '#!python\n' },
});
const NEWER = makeWheel({ name: 'glyph_set', version: '3.0', tag: 'cp312-cp312-manylinux_2_28_x86_64' });
const WHEELS = [PAGE, GLYPHS, NEWER];

let folder: string;
let server: IndexServer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'build-'));
  server = await serveIndex(WHEELS);
  writeFileSync(join(folder, 'requirements.txt'), 'page==2.0\n');
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

async function serveAgain(options: IndexServerOptions): Promise<void> {
  await server.close();
  server = await serveIndex(WHEELS, options);
}

async function build(request: Partial<BuildRequest> = {}, check?: Check) {
  const events: BuildEvent[] = [];
  const environment = {
    LAYERPROOF_CACHE_DIR: join(folder, 'cache'),
    PIP_INDEX_URL: server.url,
    PIP_CONFIG_FILE: '/dev/null',
    UV_NO_CONFIG: '1',
  };
  const result = await buildLayer(
    { inputs: ['requirements.txt'], runtime: 'python3.9', architecture: 'x86_64', folder, environment, ...request },
    { progress: (event) => events.push(event), ...(check === undefined ? {} : { check }) },
  );
  const notes = events.flatMap((event) => (event.kind === 'note' ? [event.text] : []));
  return { result, notes };
}

const sha256Of = (name: string) =>
  createHash('sha256')
    .update(readFileSync(join(folder, name)))
    .digest('hex');
const readJson = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const written = () => readdirSync(folder).filter((name) => name !== 'cache' && name !== 'requirements.txt');

describe('buildLayer', () => {
  test('writes the layer, its manifest, its bill of materials and its lock', async () => {
    const { result, notes } = await build();
    expect(result.kind).toBe('built');
    expect(written()).toEqual(['layer.cdx.json', 'layer.json', 'layer.zip', 'pylock.toml']);
    const image = openLayer(join(folder, 'layer.zip'));
    expect(image.entries.map(({ path }) => path)).toEqual([
      'python/glyph_set-1.5.dist-info/INSTALLER',
      'python/glyph_set-1.5.dist-info/METADATA',
      'python/glyph_set-1.5.dist-info/RECORD',
      'python/glyph_set-1.5.dist-info/WHEEL',
      'python/glyph_set/__init__.py',
      'python/page-2.0.dist-info/INSTALLER',
      'python/page-2.0.dist-info/METADATA',
      'python/page-2.0.dist-info/RECORD',
      'python/page-2.0.dist-info/WHEEL',
      'python/page/__init__.py',
    ]);
    image.close();
    expect(notes).toEqual(['glyph_set-1.5-py3-none-any.whl: left out 1 file of scripts']);
  });

  test('the manifest says what the layer is', async () => {
    await build();
    const sha256 = sha256Of('layer.zip');
    const { size } = statOf('layer.zip');
    expect(readJson('layer.json')).toEqual({
      schema: 1,
      tool: { name: 'layerproof', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
      target: { runtime: 'python3.9', architecture: 'x86_64' },
      layer: {
        sha256,
        sha256Base64: Buffer.from(sha256, 'hex').toString('base64'),
        bytes: size,
        unzippedBytes: unzippedSize(),
      },
      packages: [
        {
          name: 'glyph-set',
          version: '1.5',
          purl: 'pkg:pypi/glyph-set@1.5',
          artifact: { file: GLYPHS.fileName, sha256: GLYPHS.sha256 },
          license: 'BSD',
        },
        {
          name: 'page',
          version: '2.0',
          purl: 'pkg:pypi/page@2.0',
          artifact: { file: PAGE.fileName, sha256: PAGE.sha256 },
          license: 'MIT',
        },
      ],
      verification: { rulesRun: [], allowed: [], findings: [] },
      proof: 'none',
      notes: ['glyph_set-1.5-py3-none-any.whl: left out 1 file of scripts'],
      pruned: [],
    });
  });

  test('the bill of materials names every package, its licence and what needs what', async () => {
    await build();
    const bill = readJson('layer.cdx.json');
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 });
    expect(bill.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(bill.components.map(({ purl, licenses }: Record<string, unknown>) => [purl, licenses])).toEqual([
      ['pkg:pypi/glyph-set@1.5', [{ license: { name: 'BSD' } }]],
      ['pkg:pypi/page@2.0', [{ expression: 'MIT' }]],
    ]);
    expect(bill.dependencies.slice(1)).toEqual([
      { ref: 'pkg:pypi/glyph-set@1.5', dependsOn: [] },
      { ref: 'pkg:pypi/page@2.0', dependsOn: ['pkg:pypi/glyph-set@1.5'] },
    ]);
  });

  test('the same lock gives the same bytes, without asking the index', async () => {
    await build();
    const first = ['layer.zip', 'layer.json', 'layer.cdx.json', 'pylock.toml'].map(sha256Of);
    const asked = server.requests.length;
    await build({ inputs: ['pylock.toml'], output: 'again/layer.zip', offline: true });
    expect(server.requests).toHaveLength(asked);
    const again = ['layer.zip', 'layer.json', 'layer.cdx.json', 'pylock.toml'].map((name) => sha256Of(`again/${name}`));
    expect(again).toEqual(first);
  });

  test('a lock on a machine with an empty cache fetches the wheels and nothing else', async () => {
    await build();
    rmSync(join(folder, 'cache'), { recursive: true });
    server.requests.splice(0);
    await build({ inputs: ['pylock.toml'] });
    expect(server.requests.toSorted()).toEqual([`GET /files/${GLYPHS.fileName}`, `GET /files/${PAGE.fileName}`]);
  });

  test('a lock that the layer is built from stays as it is', async () => {
    await build();
    const lock = `# for every target\n${readFileSync(join(folder, 'pylock.toml'), 'utf8')}`;
    writeFileSync(join(folder, 'pylock.toml'), lock);
    const { result } = await build({ inputs: ['pylock.toml'] });
    expect(result).toMatchObject({ kind: 'built', files: { lock: undefined } });
    expect(readFileSync(join(folder, 'pylock.toml'), 'utf8')).toBe(lock);
  });

  test('an index that speaks only HTML gives the same layer', async () => {
    await build();
    const first = sha256Of('layer.zip');
    await serveAgain({ form: 'html' });
    rmSync(join(folder, 'cache'), { recursive: true });
    await build({ upgrade: true });
    expect(sha256Of('layer.zip')).toBe(first);
  });

  test('METADATA beside the wheel is taken from there', async () => {
    const metadata = 'Metadata-Version: 2.1\nName: page\nVersion: 2.0\n';
    await serveAgain({ metadata: { [PAGE.fileName]: metadata } });
    await build();
    expect(server.requests).toContain(`GET /files/${PAGE.fileName}.metadata`);
    // It asks for nothing, so the second package is not in the layer: it is the index that was believed.
    expect(readJson('layer.json').packages).toHaveLength(1);
  });

  test('METADATA that is not what the index says is refused', async () => {
    const { fileName, sha256 } = PAGE;
    const file = {
      filename: fileName,
      url: `../../files/${fileName}`,
      hashes: { sha256 },
      'core-metadata': { sha256: '00'.repeat(32) },
    };
    await serveAgain({
      metadata: { [fileName]: 'Metadata-Version: 2.1\nName: page\nVersion: 2.0\n' },
      intercept(request, response) {
        if (request.url !== '/simple/page/') return false;
        response.writeHead(200, { 'content-type': 'application/vnd.pypi.simple.v1+json' });
        response.end(JSON.stringify({ files: [file] }));
        return true;
      },
    });
    await expect(build()).rejects.toMatchObject({ code: 'hash-mismatch' });
    expect(written()).toEqual([]);
  });

  test('with --pre a pre-release is taken', async () => {
    const later = makeWheel({ name: 'glyph_set', version: '2.0rc1' });
    await server.close();
    server = await serveIndex([...WHEELS, later]);
    const versions = () => readJson('layer.json').packages.map(({ version }: { version: string }) => version);
    writeFileSync(join(folder, 'requirements.txt'), 'glyph-set\n');
    await build();
    expect(versions()).toEqual(['1.5']);
    writeFileSync(join(folder, 'requirements.txt'), '--pre\nglyph-set\n');
    await build({ upgrade: true });
    expect(versions()).toEqual(['2.0rc1']);
  });

  test('offline, a package that was never seen is a fault', async () => {
    await expect(build({ offline: true })).rejects.toMatchObject({ code: 'not-in-cache' });
    await build();
    server.requests.splice(0);
    await build({ offline: true });
    expect(server.requests).toEqual([]);
  });

  test('a folder adds its files, under whatever umask they were made', async () => {
    mkdirSync(join(folder, 'extra/python'), { recursive: true });
    writeFileSync(join(folder, 'extra/python/settings.py'), 'debug = False\n', { mode: 0o600 });
    writeFileSync(join(folder, 'extra/bin.sh'), '#!/bin/sh\n', { mode: 0o700 });
    await build({ inputs: ['requirements.txt', 'extra'] });
    const image = openLayer(join(folder, 'layer.zip'));
    const modes = image.entries.map(({ path, mode }) => `${mode.toString(8)} ${path}`);
    image.close();
    expect(modes).toContain('644 python/settings.py');
    expect(modes).toContain('755 bin.sh');
  });

  test('a folder alone is a layer for Node', async () => {
    mkdirSync(join(folder, 'extra/nodejs/node_modules/a'), { recursive: true });
    writeFileSync(join(folder, 'extra/nodejs/node_modules/a/index.js'), 'module.exports = 1;\n');
    const { result } = await build({ inputs: ['extra'], runtime: 'nodejs22.x' });
    expect(result.kind).toBe('built');
    expect(written()).toEqual(['extra', 'layer.cdx.json', 'layer.json', 'layer.zip']);
  });

  test('a folder that holds a file of a package is a fault', async () => {
    mkdirSync(join(folder, 'extra/python/page'), { recursive: true });
    writeFileSync(join(folder, 'extra/python/page/__init__.py'), 'mine\n');
    await expect(build({ inputs: ['requirements.txt', 'extra'] })).rejects.toMatchObject({ code: 'path-collision' });
  });

  test('hashes in the requirements are enforced', async () => {
    const wrong = '0'.repeat(64);
    writeFileSync(
      join(folder, 'requirements.txt'),
      `page==2.0 --hash=sha256:${wrong}\nglyph-set --hash=sha256:${GLYPHS.sha256}`,
    );
    await expect(build()).rejects.toThrow('page 2.0 has no wheel for python3.9/x86_64: none of its wheels has a hash');
    writeFileSync(
      join(folder, 'requirements.txt'),
      `page==2.0 --hash=sha256:${PAGE.sha256}\nglyph-set --hash=sha256:${GLYPHS.sha256}`,
    );
    expect((await build()).result.kind).toBe('built');
  });

  test('a wheel that is not where it should be, or not what the lock says, is a fault', async () => {
    mkdirSync(join(folder, 'wheels'));
    for (const { fileName, bytes } of WHEELS) writeFileSync(join(folder, 'wheels', fileName), bytes);
    writeFileSync(join(folder, 'requirements.txt'), '--no-index\n--find-links wheels\npage\n');
    await build();
    writeFileSync(join(folder, 'wheels', PAGE.fileName), 'another file');
    await expect(build({ inputs: ['pylock.toml'] })).rejects.toMatchObject({ code: 'hash-mismatch' });
    rmSync(join(folder, 'wheels'), { recursive: true });
    await expect(build({ inputs: ['pylock.toml'] })).rejects.toMatchObject({ code: 'missing-wheel' });
  });

  test('with --require-hashes nothing without a hash is taken', async () => {
    writeFileSync(join(folder, 'requirements.txt'), '--require-hashes\npage==2.0\n');
    await expect(build()).rejects.toMatchObject({ code: 'hash-missing' });
  });

  test('an index page is asked for again after ten minutes, but not offline', async () => {
    await build();
    const pages = readdirSync(join(folder, 'cache/index')).map((name) => join(folder, 'cache/index', name));
    const pagesAsked = () => server.requests.splice(0).filter((request) => request.startsWith('GET /simple/')).length;
    expect(pagesAsked()).toBe(pages.length);
    await build({ upgrade: true });
    expect(pagesAsked()).toBe(0);
    const elevenMinutesAgo = Date.now() / 1000 - 660;
    for (const page of pages) utimesSync(page, elevenMinutesAgo, elevenMinutesAgo);
    await build({ offline: true, upgrade: true });
    expect(pagesAsked()).toBe(0);
    await build({ upgrade: true });
    expect(pagesAsked()).toBe(pages.length);
  });

  test('wheels of a folder, without any index', async () => {
    mkdirSync(join(folder, 'wheels'));
    for (const { fileName, bytes } of WHEELS) writeFileSync(join(folder, 'wheels', fileName), bytes);
    writeFileSync(join(folder, 'requirements.txt'), '--no-index\n--find-links wheels\npage\n');
    await build();
    expect(server.requests).toEqual([]);
    expect(readFileSync(join(folder, 'pylock.toml'), 'utf8')).toContain(`path = "wheels/${PAGE.fileName}"`);
    const first = sha256Of('layer.zip');
    await build({ inputs: ['pylock.toml'] });
    expect(sha256Of('layer.zip')).toBe(first);
  });
});

describe('a finding of severity error', () => {
  const finding = {
    rule: 'a-rule',
    severity: 'error',
    path: 'python/x',
    message: 'is wrong',
    fix: 'Put it right.',
  } as const;
  const check: Check = () => ({ findings: [finding], rulesRun: ['a-rule', 'b-rule'] });

  test('stops the build, and nothing is written', async () => {
    const { result } = await build({}, check);
    expect(result).toEqual({ kind: 'refused', findings: [finding] });
    expect(written()).toEqual([]);
  });

  test('is let through when it is allowed, and the manifest tells it', async () => {
    await build({ allow: ['a-rule', 'c-rule'] }, check);
    expect(readJson('layer.json')).toMatchObject({
      proof: 'static',
      verification: {
        rulesRun: ['a-rule', 'b-rule'],
        allowed: ['a-rule'],
        findings: [{ rule: 'a-rule', severity: 'error', path: 'python/x', message: 'is wrong' }],
      },
    });
  });
});

describe('bad input is a fault', () => {
  test.each([
    [['gone.txt'], 'missing-input'],
    [['setup.py'], 'unknown-input'],
    [['bad-lock/pylock.toml'], 'lock-not-toml'],
    [['other-lock/pylock.toml'], 'lock-for-other-target'],
    [['empty'], 'nothing-to-build'],
  ])('%s: %s', async (inputs, code) => {
    writeFileSync(join(folder, 'setup.py'), '');
    for (const name of ['bad-lock', 'other-lock', 'empty']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'bad-lock/pylock.toml'), 'lock-version = [');
    writeFileSync(
      join(folder, 'other-lock/pylock.toml'),
      'lock-version = "1.0"\nrequires-python = ">=3.13"\npackages = []\n',
    );
    await expect(build({ inputs })).rejects.toMatchObject({ code });
  });

  test.each([
    [{ lock: 'requirements.txt' }, 'output-is-input'],
    [{ output: 'requirements.txt' }, 'output-is-input'],
    [{ inputs: ['pylock.toml', 'requirements.txt'] }, 'output-is-input'],
    [{ lock: 'layer.zip' }, 'output-twice'],
    [{ output: 'a.zip', lock: 'a.json' }, 'output-twice'],
  ])('%j: %s, and every file stays as it is', async (request, code) => {
    await build();
    const before = [...written(), 'requirements.txt'].map(sha256Of);
    await expect(build(request)).rejects.toMatchObject({ code });
    expect([...written(), 'requirements.txt'].map(sha256Of)).toEqual(before);
  });

  test('a layer that cannot be put in its place leaves nothing behind', async () => {
    mkdirSync(join(folder, 'layer.json'));
    await expect(build()).rejects.toMatchObject({ code: 'output-not-writable' });
    expect(written()).toEqual(['layer.json']);
  });
});

function statOf(name: string): { size: number } {
  return { size: readFileSync(join(folder, name)).length };
}

function unzippedSize(): number {
  const image = openLayer(join(folder, 'layer.zip'));
  const size = image.entries.reduce((sum, entry) => sum + entry.size, 0);
  image.close();
  return size;
}

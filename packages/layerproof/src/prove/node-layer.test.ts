import { expect, test } from 'vitest';
import { zipBytes } from '../formats/testing/zip-bytes.ts';
import { zipImage } from '../image/zip-image.ts';
import { parseTarget } from '../target/target.ts';
import { findInterpreter } from './interpreter.ts';
import { nodePackages } from './node-modules.ts';
import { proveImport } from './prove-import.ts';

const architecture = process.arch === 'arm64' ? 'arm64' : 'x86_64';

function layer(files: Readonly<Record<string, string | object>>) {
  const entries = Object.entries(files).map(([name, data]) => ({
    name,
    data: typeof data === 'string' ? data : JSON.stringify(data),
  }));
  return zipImage(zipBytes(entries), 'layer.zip');
}

const target = parseTarget('nodejs24.x', architecture);
const node = await findInterpreter(target).catch(() => undefined);

// Node 24 comes with the install; without it the tests of this repository do not run.
test('loads the packages of a layer in Node.js, by require or import as they allow', async () => {
  expect(node?.version).toMatch(/^24\./);
  const image = layer({
    'nodejs/node_modules/plain/package.json': {},
    'nodejs/node_modules/plain/index.js': 'module.exports = require("@own/scoped")',
    'nodejs/node_modules/@own/scoped/package.json': { main: 'main.js' },
    'nodejs/node_modules/@own/scoped/main.js': '',
    'nodejs/node_modules/modern/package.json': { type: 'module', exports: { import: './index.js' } },
    'nodejs/node_modules/modern/index.js': 'await 0; export { default } from "plain"',
    'nodejs/node_modules/needs-more/package.json': { main: 'a.js' },
    'nodejs/node_modules/needs-more/a.js': '\nrequire("not-there")',
    'nodejs/node_modules/throws/package.json': { main: 'a.js' },
    'nodejs/node_modules/throws/a.js': 'throw 7',
    'nodejs/node_modules/leaves/package.json': { main: 'a.js' },
    'nodejs/node_modules/leaves/a.js': 'process.exit(0)',
    'nodejs/node24/node_modules/twice/package.json': { main: 'a.js' },
    'nodejs/node24/node_modules/twice/a.js': '',
    'nodejs/node_modules/twice/package.json': { main: 'missing.js' },
  });
  const { modules, interpreter, isWhole } = await proveImport(image, target);
  expect({ name: interpreter.name, isWhole }).toEqual({ name: 'Node.js', isWhole: true });
  expect(Object.fromEntries(modules.map(({ name, message }) => [name, message ?? 'ok']))).toEqual({
    '@own/scoped': 'ok',
    leaves: 'the interpreter ended with code 0 before the import was done',
    modern: 'ok',
    'needs-more': "Error: Cannot find module 'not-there'",
    plain: 'ok',
    throws: '7',
    twice: 'ok',
  });
  expect(modules.find(({ name }) => name === 'needs-more')?.at).toBe('nodejs/node_modules/needs-more/a.js:2');
});

test('lists what can be loaded by its name alone', () => {
  const image = layer({
    'nodejs/node_modules/.bin/tool': '',
    'nodejs/node_modules/.package-lock.json': {},
    'nodejs/node_modules/@types/a/package.json': { main: '', types: 'index.d.ts' },
    'nodejs/node_modules/conditions/package.json': { exports: { import: './a.js' } },
    'nodejs/node_modules/inner/package.json': { main: 'a' },
    'nodejs/node_modules/inner/node_modules/below/package.json': { main: 'a' },
    'nodejs/node_modules/native-darwin/package.json': { main: 'a', os: ['darwin'] },
    'nodejs/node_modules/native-linux/package.json': { main: 'a', os: ['linux', 'darwin'], cpu: ['!ia32'] },
    'nodejs/node_modules/native-musl/package.json': { main: 'a', os: ['linux'], libc: ['musl'] },
    'nodejs/node_modules/no-windows/package.json': { main: 'a', os: ['!win32'] },
    'nodejs/node_modules/only-parts/package.json': { exports: { './part': './a.js' } },
    'nodejs/node_modules/program/package.json': { bin: 'tool' },
    'nodejs/node_modules/unreadable/package.json': '{',
  });
  expect(nodePackages(image, target).map(({ name }) => name)).toEqual([
    'conditions',
    'inner',
    'native-linux',
    'no-windows',
  ]);
});

import { metadata } from '../testing/layer-of.ts';
import { testRule } from '../testing/test-rule.ts';
import rule from './wrong-root-folder.ts';

const PYTHON = 'but python3.9 searches only python/lib/python3.9/site-packages and python';
const NODE = 'but nodejs22.x searches only nodejs/node22/node_modules and nodejs/node_modules';
const installed = (folder: string, ...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [`${folder}${name}-1.0.dist-info/METADATA`, metadata(name, '1.0')]));

testRule(rule, {
  accepts: {
    'both folders that Python searches': {
      files: { ...installed('python/', 'a'), ...installed('python/lib/python3.9/site-packages/', 'b') },
    },
    'a layer of programs, libraries and data': {
      files: { 'bin/ffmpeg': '', 'lib/liba.so': '', 'models/a.onnx': '', 'extensions/e': '' },
    },
    'what packages keep for themselves inside': {
      files: {
        ...installed('python/', 'setuptools'),
        'python/setuptools/__init__.py': '',
        ...installed('python/setuptools/_vendor/', 'packaging'),
      },
    },
    'licences of vendored packages, in folders named like theirs': {
      files: {
        ...installed('python/', 'bleach'),
        'python/bleach-1.0.dist-info/licenses/bleach/_vendor/html5lib-1.1.dist-info/LICENSE': '',
      },
    },
    'a layer for several versions of Python': {
      files: {
        ...installed('python/lib/python3.8/site-packages/', 'a'),
        ...installed('python/lib/python3.9/site-packages/', 'a'),
      },
    },
    'the packages of another language': { files: { ...installed('python/', 'a'), 'node_modules/a/index.js': '' } },
    'packages of another language beside modules without metadata': {
      files: { 'python/six.py': '', 'nodejs/node_modules/a/index.js': '' },
    },
    'packages inside packages of Node': {
      target: 'nodejs22.x/arm64',
      files: { 'nodejs/node_modules/a/index.js': '', 'nodejs/node_modules/a/node_modules/b/index.js': '' },
    },
    'the code of a function, and data': {
      target: 'nodejs22.x/arm64',
      files: { 'nodejs/package.json': '{"name":"mine"}', 'data/a/package.json': '{"type":"module"}' },
    },
    'the store of pnpm': {
      target: 'nodejs22.x/arm64',
      files: {
        'nodejs/node_modules/.pnpm/b@1.0.0/node_modules/b/index.js': '',
        'nodejs/node_modules/.package-lock.json': '',
      },
    },
  },
  reports: {
    'packages at the root': {
      files: installed('', 'Pillow', 'requests'),
      findings: [`pillow and requests lie at the root of the layer, ${PYTHON}`],
    },
    'packages of Node without the folder that they belong in': {
      target: 'nodejs22.x/arm64',
      files: {
        'nodejs/semver/package.json': '{ "name": "semver" }',
        'nodejs/@img/colour/package.json': '{"name":"@img/colour"}',
        'nodejs/semver/dist/package.json': '{"type":"commonjs"}',
      },
      findings: [
        'warning nodejs: @img/colour and semver lie in nodejs, where no name leads to: nodejs22.x searches only nodejs/node22/node_modules and nodejs/node_modules',
      ],
    },
    'packages one folder too deep': {
      files: installed('python/python/', 'a', 'b', 'c', 'd'),
      findings: [`python/python: a, b, c and 1 more lie in python/python, ${PYTHON}`],
    },
    'packages of another version': {
      files: installed('python/lib/python3.8/site-packages/', 'a'),
      findings: [`python/lib/python3.8/site-packages: a lies in python/lib/python3.8/site-packages, ${PYTHON}`],
    },
    'packages without metadata': {
      files: { 'layer/PIL/__init__.py': '', 'layer/PIL/plugins/__init__.py': '' },
      findings: [`layer: PIL lies in layer, ${PYTHON}`],
    },
    'nothing but packages of another language': {
      files: { 'nodejs/node_modules/a/index.js': '' },
      findings: [`nodejs/node_modules: a lies in nodejs/node_modules, ${PYTHON}`],
    },
    'npm packages at the root, or for another version of Node': {
      target: 'nodejs22.x/arm64',
      files: { 'node_modules/@img/a/index.js': '', 'nodejs/node20/node_modules/b/index.js': '' },
      findings: [
        `node_modules: @img/a lies in node_modules, ${NODE}`,
        `nodejs/node20/node_modules: b lies in nodejs/node20/node_modules, ${NODE}`,
      ],
    },
  },
});

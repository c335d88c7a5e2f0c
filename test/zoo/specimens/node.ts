import type { Specimen } from '../specimen.ts';
import { addElf, machO, peFile, swapMachine } from '../steps/binaries.ts';
import { addFile, addFunction, addSymlink, moveAll, removeFile } from '../steps/files.ts';
import { LAYER_MODULES, addModule, takeModule, takeNpm } from '../steps/node.ts';

const target = 'nodejs22.x/x86_64';
const SHARP = ['@img/colour', 'detect-libc', 'semver', 'sharp'] as const;

/** Layers for Node: N01 to N13. */
export const NODE: readonly Specimen[] = [
  {
    name: 'sharp for macOS alone',
    mode: 'N01',
    target,
    build: [
      takeModule(...SHARP),
      takeNpm('@img/sharp-darwin-arm64', '0.34.5'),
      takeNpm('@img/sharp-libvips-darwin-arm64', '1.2.4'),
    ],
    expected: ['npm-platform-package-missing', 'wrong-binary-format', 'note wrong-binary-format'],
    says: 'only @img/sharp-darwin-arm64',
  },
  {
    name: 'sharp for Windows alone',
    mode: 'N01',
    target: 'nodejs24.x/x86_64',
    build: [takeModule(...SHARP), takeNpm('@img/sharp-win32-x64', '0.34.5')],
    expected: ['npm-platform-package-missing', 'wrong-binary-format', 'note wrong-binary-format'],
  },
  {
    name: 'sharp for the other CPU',
    mode: 'N01',
    target: 'nodejs22.x/arm64',
    build: [takeModule(...SHARP, '@img/sharp-linux-x64', '@img/sharp-libvips-linux-x64')],
    expected: ['elf-wrong-arch', 'npm-platform-package-missing'],
  },
  {
    name: 'sharp for Alpine alone',
    mode: 'N01',
    target,
    build: [
      takeModule(...SHARP),
      takeNpm('@img/sharp-linuxmusl-x64', '0.34.5'),
      takeNpm('@img/sharp-libvips-linuxmusl-x64', '1.2.4'),
    ],
    expected: ['missing-shared-library', 'npm-platform-package-missing'],
    says: 'only @img/sharp-libvips-linuxmusl-x64, @img/sharp-linuxmusl-x64',
  },
  {
    name: 'sharp without libvips',
    mode: 'N02',
    target,
    build: [takeModule(...SHARP, '@img/sharp-linux-x64')],
    expected: ['missing-shared-library', 'warning npm-platform-package-missing'],
    says: 'libvips-cpp.so',
  },
  {
    name: 'sharp whose libvips was pruned',
    mode: 'N02',
    target: 'nodejs24.x/x86_64',
    build: [
      takeModule(...SHARP, '@img/sharp-linux-x64', '@img/sharp-libvips-linux-x64'),
      removeFile(/libvips-cpp\.so/),
    ],
    expected: ['missing-shared-library'],
  },
  {
    name: 'sharp of before 0.33, built on a Mac',
    mode: 'N03',
    target,
    build: [
      addModule('sharp', { version: '0.32.6' }, "require('../build/Release/sharp-linux-x64.node')\n"),
      addFile(`${LAYER_MODULES}/sharp/build/Release/sharp-darwin-arm64v8.node`, machO()),
    ],
    expected: ['wrong-binary-format'],
    says: 'macOS',
  },
  {
    name: 'a function with its own sharp, of a Mac',
    mode: 'N04',
    target,
    build: [
      takeModule(...SHARP, '@img/sharp-linux-x64', '@img/sharp-libvips-linux-x64'),
      addFunction({
        'index.js': "require('sharp')\n",
        'node_modules/sharp/package.json': '{"name":"sharp","version":"0.34.5"}',
        'node_modules/sharp/lib/index.js': '',
        'node_modules/sharp/build/sharp-darwin-arm64.node': machO(),
      }),
    ],
    expected: ['function-shadows-layer'],
    says: 'is not for',
  },
  {
    name: 'a function with its own copy, for the target',
    mode: 'N04',
    target,
    build: [
      takeModule('detect-libc', 'semver'),
      addFunction({
        'index.js': '',
        'node_modules/semver/package.json': '{"name":"semver"}',
        'node_modules/semver/index.js': '',
      }),
    ],
    expected: ['warning function-shadows-layer'],
  },
  {
    name: 'rollup without a build',
    mode: 'N05',
    target,
    build: [takeNpm('rollup', '4.44.0')],
    expected: ['warning npm-platform-package-missing'],
    says: '@rollup/rollup-linux-x64-gnu',
  },
  {
    name: 'rollup with the build for macOS alone',
    mode: 'N05',
    target: 'nodejs22.x/arm64',
    build: [takeNpm('rollup', '4.44.0'), takeNpm('@rollup/rollup-darwin-arm64', '4.44.0')],
    expected: ['npm-platform-package-missing', 'wrong-binary-format'],
  },
  {
    name: 'esbuild for macOS',
    mode: 'N05',
    target,
    build: [takeNpm('esbuild', '0.25.5'), takeNpm('@esbuild/darwin-arm64', '0.25.5')],
    expected: ['npm-platform-package-missing', 'wrong-binary-format'],
  },
  {
    name: 'lightningcss for Linux on the other CPU',
    mode: 'N05',
    target: 'nodejs24.x/arm64',
    build: [takeModule('lightningcss', 'lightningcss-linux-x64-gnu', 'detect-libc')],
    expected: ['elf-wrong-arch', 'npm-platform-package-missing'],
  },
  {
    name: 'canvas with no build at all',
    mode: 'N05',
    target,
    build: [takeModule('@napi-rs/canvas')],
    expected: ['warning npm-platform-package-missing'],
  },
  {
    name: 'an addon for Node 18',
    mode: 'N06',
    target,
    build: [
      addModule('better-sqlite3'),
      addElf(`${LAYER_MODULES}/better-sqlite3/build/Release/better_sqlite3.node`, {
        defined: ['node_register_module_v108'],
      }),
    ],
    expected: ['wrong-node-abi'],
    says: 'NODE_MODULE_VERSION 108',
  },
  {
    name: 'a profiler with builds for other Nodes alone',
    mode: 'N06',
    target: 'nodejs24.x/x86_64',
    build: [
      takeNpm('@sentry-internal/node-cpu-profiler', '2.2.0'),
      removeFile(/-137\.node$|-(?:darwin|win32)-|arm64|musl/),
    ],
    expected: ['wrong-node-abi'],
  },
  {
    name: 'deasync for Node 14',
    mode: 'N06',
    target,
    build: [takeNpm('deasync', '0.1.30'), removeFile(/bin\/(?!linux-x64-node-1[0-8])/)],
    expected: ['wrong-node-abi'],
  },
  {
    name: 'Prisma for macOS',
    mode: 'N07',
    target,
    build: [
      addModule('@prisma/client'),
      addFile(`${LAYER_MODULES}/.prisma/client/libquery_engine-darwin-arm64.dylib.node`, machO()),
      addFile(`${LAYER_MODULES}/.prisma/client/index.js`),
    ],
    expected: ['prisma-engine-missing', 'wrong-binary-format'],
    says: 'needs rhel-openssl-3.0.x',
  },
  {
    name: 'Prisma for Amazon Linux 2 on Amazon Linux 2023',
    mode: 'N07',
    target,
    build: [
      addElf(`${LAYER_MODULES}/.prisma/client/libquery_engine-rhel-openssl-1.0.x.so.node`, {
        needed: ['libssl.so.10'],
      }),
      addFile(`${LAYER_MODULES}/.prisma/client/index.js`),
    ],
    expected: ['missing-shared-library', 'prisma-engine-missing'],
  },
  {
    name: 'Prisma for x86_64 on arm64',
    mode: 'N07',
    target: 'nodejs22.x/arm64',
    build: [
      addElf(`${LAYER_MODULES}/.prisma/client/libquery_engine-rhel-openssl-3.0.x.so.node`),
      addFile(`${LAYER_MODULES}/.prisma/client/index.js`),
    ],
    expected: ['elf-wrong-arch', 'prisma-engine-missing'],
  },
  {
    name: 'onnxruntime-node with its builds for all systems',
    mode: 'N08',
    target,
    build: [takeModule('onnxruntime-node', 'onnxruntime-common')],
    expected: [
      'unzipped-too-large',
      'warning elf-wrong-arch',
      'warning wrong-binary-format',
      'note unused-platform-files',
      'note wrong-binary-format',
      'note zip-too-large-for-request',
    ],
  },
  {
    name: 'links into the store of pnpm',
    mode: 'N09',
    target,
    build: [
      addFile('nodejs/node_modules/other/package.json', '{"name":"other"}'),
      addSymlink('nodejs/node_modules/lodash', '.pnpm/lodash@4.17.21/node_modules/lodash'),
    ],
    expected: ['dangling-symlink'],
    says: '.pnpm/lodash',
  },
  {
    name: 'links out of the layer, into the folder of the developer',
    mode: 'N09',
    target,
    build: [
      addFile('nodejs/node_modules/other/package.json', '{"name":"other"}'),
      addSymlink('nodejs/node_modules/mine', '../../../../packages/mine'),
    ],
    expected: ['path-escapes'],
  },
  {
    name: 'node_modules at the root',
    mode: 'N11',
    target,
    build: [takeModule('semver', 'detect-libc'), moveAll((path) => path.replace('nodejs/', ''))],
    expected: ['wrong-root-folder'],
    says: 'node_modules',
  },
  {
    name: 'node_modules for Node 20 on Node 22',
    mode: 'N11',
    target,
    build: [takeModule('semver'), moveAll((path) => path.replace('nodejs/', 'nodejs/node20/'))],
    expected: ['wrong-root-folder'],
  },
  {
    name: 'node_modules in a folder of the project',
    mode: 'N11',
    target: 'nodejs24.x/arm64',
    build: [takeModule('semver'), moveAll((path) => path.replace('nodejs/', 'layer/nodejs/'))],
    expected: ['wrong-root-folder'],
  },
  {
    name: 'packages right below nodejs, without node_modules',
    mode: 'N11',
    target,
    build: [takeModule('semver'), moveAll((path) => path.replace('nodejs/node_modules/', 'nodejs/'))],
    expected: ['warning wrong-root-folder'],
  },
  {
    name: 'a pango that wants a newer glib than that of the system',
    mode: 'N12',
    target,
    build: [
      addModule('canvas'),
      addElf(`${LAYER_MODULES}/canvas/build/Release/canvas.node`, {
        needed: ['libpango-1.0.so.0'],
        wanted: ['napi_create_object'],
      }),
      addElf('lib/libpango-1.0.so.0', {
        soname: 'libpango-1.0.so.0',
        needed: ['libglib-2.0.so.0'],
        wanted: ['g_once_init_leave_pointer'],
      }),
      addElf('lib/libglib-2.0.so.0', { soname: 'libglib-2.0.so.0', defined: ['g_once_init_leave_pointer'] }),
    ],
    expected: ['warning shadowed-library'],
    says: 'libglib-2.0.so.0',
  },
  {
    name: 'an addon for a newer Node-API',
    mode: 'N13',
    target: 'nodejs20.x/x86_64',
    build: [
      addModule('fast'),
      addElf(`${LAYER_MODULES}/fast/fast.node`, {
        wanted: ['napi_create_object', 'node_api_create_property_key_utf16'],
      }),
    ],
    expected: ['wrong-node-abi'],
    says: 'Node-API 10',
  },
  {
    name: 'an addon with the C++ of an older V8',
    mode: 'N13',
    target,
    build: [
      addModule('expat'),
      addElf(`${LAYER_MODULES}/expat/build/Release/expat.node`, {
        wanted: ['_ZN2v811HandleScopeC1EPNS_7IsolateE', 'node_module_register'],
        defined: ['node_register_module_v93'],
      }),
    ],
    expected: ['wrong-node-abi'],
  },
  {
    name: 'a .node file that is a DLL',
    mode: 'R06',
    target,
    build: [addModule('hnswlib-node'), addFile(`${LAYER_MODULES}/hnswlib-node/build/Release/addon.node`, peFile())],
    expected: ['wrong-binary-format'],
  },
  {
    name: 'sharp whose files say another CPU in their headers',
    mode: 'R11',
    target,
    build: [
      takeModule(...SHARP, '@img/sharp-linux-x64', '@img/sharp-libvips-linux-x64'),
      swapMachine(/sharp-linux-x64-[\d.]+\.node$/, 'arm64'),
    ],
    expected: ['elf-wrong-arch'],
  },
];

import type { Specimen } from '../specimen.ts';
import { addElf, swapMachine } from '../steps/binaries.ts';
import { addEntry, backslashes, cutZip, damageZip, manifestFor, zipTwice } from '../steps/archive.ts';
import {
  addFile,
  addFunction,
  addPackage,
  addSymlink,
  clearMode,
  moveAll,
  nextLayer,
  setMode,
  wrongRoot,
} from '../steps/files.ts';
import { takeModule } from '../steps/node.ts';
import { takeWheel } from '../steps/wheels.ts';

const target = 'python3.12/x86_64';
const IDNA = ['idna', '3.7', /any/] as const;
const MEGABYTE = 1_000_000;

/** Bytes that no compressor makes smaller, the same every time (xorshift, Marsaglia 2003). */
function noise(bytes: number): Uint8Array {
  const words = new Uint32Array(Math.ceil(bytes / 4));
  let state = 2463534242;
  for (let at = 0; at < words.length; at++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[at] = state;
  }
  return new Uint8Array(words.buffer, 0, bytes);
}

/** How a layer is zipped, laid out and put together with others: P01 to P13. */
export const PACKAGE: readonly Specimen[] = [
  {
    name: 'packages at the root of the zip',
    mode: 'P01',
    target,
    build: [takeWheel(...IDNA), wrongRoot('python', '')],
    expected: ['wrong-root-folder'],
    says: 'at the root of the layer',
  },
  {
    name: 'packages one folder too deep',
    mode: 'P01',
    target,
    build: [takeWheel(...IDNA), wrongRoot('python', 'python/python')],
    expected: ['wrong-root-folder'],
  },
  {
    name: 'packages in a folder of the project',
    mode: 'P01',
    target,
    build: [takeWheel(...IDNA), wrongRoot('python', 'layer/python')],
    expected: ['wrong-root-folder'],
  },
  {
    name: 'packages of Python 3.9 on 3.12',
    mode: 'P01',
    target,
    build: [takeWheel(...IDNA), wrongRoot('python', 'python/lib/python3.9/site-packages')],
    expected: ['wrong-root-folder'],
    says: 'python3.12',
  },
  {
    name: 'a whole virtual environment',
    mode: 'P01',
    target,
    build: [takeWheel(...IDNA), wrongRoot('python', 'venv/lib/python3.12/site-packages')],
    expected: ['wrong-root-folder'],
  },
  {
    name: 'modules at the root, without metadata',
    mode: 'P01',
    target: 'python3.9/arm64',
    build: [addFile('page/__init__.py'), addFile('page/letter.py')],
    expected: ['wrong-root-folder'],
  },
  {
    name: 'a layer for Python given to Node',
    mode: 'P01',
    target: 'nodejs22.x/x86_64',
    build: [takeWheel(...IDNA)],
    expected: ['wrong-root-folder'],
  },
  {
    name: 'files that only their owner may read',
    mode: 'P02',
    target,
    build: [takeWheel(...IDNA), clearMode(/\.py$/)],
    expected: ['not-world-readable'],
    says: 'mode 0600',
  },
  {
    name: 'one data file without any permission',
    mode: 'P02',
    target: 'nodejs22.x/arm64',
    build: [takeModule('semver'), setMode(/semver\/package\.json$/, 0)],
    expected: ['not-world-readable'],
  },
  {
    name: 'a folder that nobody else may enter',
    mode: 'P02',
    target,
    build: [addPackage('page'), addEntry({ name: 'python/page/', method: 0, mode: 0o40700 })],
    expected: ['not-world-readable'],
  },
  {
    name: 'an extension without permission to run',
    mode: 'P03',
    target,
    build: [addPackage('page'), addElf('extensions/agent', {}, 0o644)],
    expected: ['not-executable'],
  },
  {
    name: 'a script in bin/ without permission to run',
    mode: 'P03',
    target,
    build: [addPackage('page'), addFile('bin/tool', '#!/bin/sh\necho 1\n', 0o644)],
    expected: ['warning not-executable'],
  },
  {
    name: 'a zip of Windows PowerShell',
    mode: 'P04',
    target,
    build: [takeWheel(...IDNA), backslashes()],
    expected: ['path-escapes'],
    says: 'holds a backslash',
  },
  {
    name: 'one name with a backslash among others',
    mode: 'P04',
    target: 'nodejs22.x/x86_64',
    build: [takeModule('semver'), addFile('nodejs\\node_modules\\mine\\index.js')],
    expected: ['path-escapes'],
  },
  {
    name: 'a layer of more than 250 MB',
    mode: 'P05',
    target,
    build: [addPackage('page'), addFile('python/page/model.bin', new Uint8Array(262_144_000))],
    expected: ['unzipped-too-large'],
  },
  {
    name: 'two layers of more than 250 MB together',
    mode: 'P06',
    target,
    build: [
      addFile('python/page/a.bin', new Uint8Array(140 * MEGABYTE)),
      nextLayer(),
      addPackage('page'),
      addFile('python/page/b.bin', new Uint8Array(140 * MEGABYTE)),
    ],
    expected: ['unzipped-too-large'],
  },
  {
    name: 'a layer that is too large with its function',
    mode: 'P06',
    target,
    build: [
      addPackage('page'),
      addFile('python/page/a.bin', new Uint8Array(140 * MEGABYTE)),
      addFunction({ 'handler.py': 'import page\n', 'model.bin': new Uint8Array(140 * MEGABYTE) }),
    ],
    expected: ['unzipped-too-large'],
    says: 'with the function',
  },
  {
    name: 'a file that a later layer hides, and that counts all the same',
    mode: 'P06',
    target,
    build: [
      addFile('python/page/a.bin', new Uint8Array(140 * MEGABYTE)),
      nextLayer(),
      addPackage('page'),
      addFile('python/page/a.bin', new Uint8Array(140 * MEGABYTE)),
    ],
    expected: ['unzipped-too-large'],
  },
  {
    name: 'six layers for one function',
    mode: 'P06',
    target,
    build: [1, 2, 3, 4, 5].flatMap((at) => [addPackage(`page${at}`), nextLayer()]).concat(addPackage('page6')),
    expected: ['too-many-layers'],
  },
  {
    name: 'a zip of more than 50 MB',
    mode: 'P07',
    target,
    build: [addPackage('page'), addFile('python/page/noise.bin', noise(53 * MEGABYTE))],
    expected: ['note zip-too-large-for-request'],
  },
  {
    name: 'a layer that was zipped twice',
    mode: 'P11',
    target,
    build: [takeWheel(...IDNA), zipTwice()],
    expected: ['nested-zip'],
  },
  {
    name: 'a Node layer in the zip of an artifact store',
    mode: 'P11',
    target: 'nodejs22.x/arm64',
    build: [takeModule('semver'), zipTwice('artifact.zip')],
    expected: ['nested-zip'],
  },
  {
    name: 'a path that is in the zip twice',
    mode: 'P11',
    target,
    build: [addPackage('page', 'x = 1\n'), addEntry({ name: 'python/page/__init__.py', data: 'import gone\n' })],
    expected: ['duplicate-path', 'module-not-found'],
  },
  {
    name: 'a path that is in the zip twice, with the same bytes',
    mode: 'P11',
    target,
    build: [addPackage('page', 'x = 1\n'), addEntry({ name: 'python/page/__init__.py', data: 'x = 1\n' })],
    expected: ['warning duplicate-path'],
  },
  {
    name: 'a name in the code of an old Mac',
    mode: 'P12',
    target,
    build: [addPackage('page'), addEntry({ name: Buffer.from('python/page/caf\xe9.txt', 'latin1'), data: 'x' })],
    expected: ['warning name-not-utf8'],
  },
  {
    name: 'a zip with the times of a checkout',
    mode: 'P08',
    target,
    build: [
      addPackage('page'),
      addEntry({ name: 'python/page/a.py', modified: 0x58a63000 }, { name: 'python/page/b.py', modified: 0x58a63001 }),
    ],
    expected: ['note zip-not-reproducible'],
  },
  {
    name: 'a layer whose manifest says the other CPU',
    mode: 'P13',
    target,
    build: [addPackage('page'), manifestFor('python3.12/arm64')],
    expected: ['warning target-differs-from-manifest'],
  },
  {
    name: 'a path that climbs out of /opt',
    mode: 'P12',
    target,
    build: [addPackage('page'), addEntry({ name: '../../etc/passwd', data: 'x' })],
    expected: ['path-escapes'],
    says: 'climbs',
  },
  {
    name: 'an absolute path',
    mode: 'P12',
    target,
    build: [addPackage('page'), addEntry({ name: '/tmp/page.py', data: 'x' })],
    expected: ['path-escapes'],
  },
  {
    name: 'a path with a drive',
    mode: 'P12',
    target,
    build: [addPackage('page'), addEntry({ name: 'C:/layer/python/page.py', data: 'x' })],
    expected: ['path-escapes'],
  },
  {
    name: 'a link that climbs out of /opt',
    mode: 'P12',
    target,
    build: [addPackage('page'), addSymlink('python/data', '../../var/data')],
    expected: ['path-escapes'],
  },
  {
    name: 'a link to a place of the machine that made it',
    mode: 'P12',
    target,
    build: [addPackage('page'), addSymlink('python/data', '/home/me/data')],
    expected: ['warning path-escapes'],
  },
  {
    name: 'a link to a file that was left out',
    mode: 'P12',
    target,
    build: [addPackage('page'), addSymlink('lib/libpage.so', 'libpage.so.1')],
    expected: ['dangling-symlink'],
  },
  {
    name: 'two names that are one on a Mac',
    mode: 'P12',
    target: 'nodejs22.x/x86_64',
    build: [
      takeModule('semver'),
      addFile('nodejs/node_modules/semver/README.md'),
      addFile('nodejs/node_modules/semver/Readme.md'),
    ],
    expected: ['warning paths-differ-by-case'],
  },
  {
    name: 'a zip that was cut off',
    mode: 'P12',
    target,
    build: [takeWheel(...IDNA), cutZip(200)],
    expected: ['fault not-a-zip'],
  },
  {
    name: 'a file in the zip whose bytes were changed',
    mode: 'P12',
    target,
    build: [
      addFile('python/page/__init__.py', 'table = 1\n'),
      damageZip((zip) => {
        const changed = Buffer.from(zip);
        changed.write('tablE', changed.indexOf('table = 1'));
        return changed;
      }),
    ],
    expected: ['fault zip-bad-stream'],
  },
  {
    name: 'a zip with a password',
    mode: 'P12',
    target,
    build: [addPackage('page'), addEntry({ name: 'python/secret.py', data: 'x', flags: 0x801 })],
    expected: ['fault zip-encrypted'],
  },
  {
    name: 'a file whose two headers tell different names',
    mode: 'P12',
    target,
    build: [addPackage('page'), addEntry({ name: 'python/a.py', data: 'x', claims: { localName: 'python/b.py' } })],
    expected: ['fault zip-headers-differ'],
  },
  {
    name: 'a device in the zip',
    mode: 'P12',
    target,
    build: [addPackage('page'), addEntry({ name: 'python/null', mode: 0o20666 })],
    expected: ['fault zip-special-file'],
  },
  {
    name: 'content for arm64 under the label of x86_64',
    mode: 'P13',
    target,
    build: [takeWheel('orjson', '3.10.3', /cp312-cp312-manylinux_2_17_aarch64/)],
    expected: ['elf-wrong-arch', 'wrong-python-abi-tag'],
  },
  {
    name: 'a Node layer of x86_64 that says arm64 as well',
    mode: 'P13',
    target: 'nodejs22.x/arm64',
    build: [takeModule('@rolldown/binding-linux-x64-gnu')],
    expected: ['elf-wrong-arch'],
  },
  {
    name: 'a 32-bit library',
    mode: 'P13',
    target,
    build: [addPackage('page', 'from . import _page\n'), addElf('python/page/_page.so', { bits: 32, machine: 3 })],
    expected: ['elf-wrong-arch'],
    says: '32-bit',
  },
  {
    name: 'a program for another CPU in bin/',
    mode: 'P13',
    target,
    build: [addPackage('page'), addElf('bin/pdftotext', {}, 0o755), swapMachine('bin/pdftotext', 'ppc64le')],
    expected: ['elf-wrong-arch'],
  },
  {
    name: 'modules of Python 3.9 in the folder of 3.12 only',
    mode: 'P13',
    target,
    build: [
      addPackage('page', 'from . import _page\n'),
      addElf('python/page/_page.cpython-39-x86_64-linux-gnu.so'),
      moveAll((path) => path),
    ],
    expected: ['wrong-python-abi-tag'],
  },
];

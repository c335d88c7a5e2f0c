import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatFault, isFault } from '@ocr-pipeline/fault';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ZipEnding, type ZipShape, zipBytes } from '../../formats/testing/zip-bytes.ts';
import { parseWheelName } from '../standards/wheel-name.ts';
import { FORM, readFacts, wheelFactsCache } from './wheel-facts.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wheel-facts-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const INFO = 'p-1.0.dist-info';
const WHEEL = 'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n';
const METADATA = 'Metadata-Version: 2.1\nName: P\nVersion: 1.0.0\n';

interface Made {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Entries that RECORD does not know of unless `record` adds them. */
  readonly odd?: readonly ZipShape[];
  readonly record?: (text: string) => string;
  readonly ending?: ZipEnding;
  readonly fileName?: string;
}

const digestOf = (data: string | Uint8Array, algorithm = 'sha256') =>
  `${algorithm}=${createHash(algorithm).update(data).digest('base64url')}`;

function wheel({
  files = {},
  odd = [],
  record = (text) => text,
  ending,
  fileName = 'p-1.0-py3-none-any.whl',
}: Made = {}) {
  const all = { 'p/__init__.py': 'x = 1\n', [`${INFO}/METADATA`]: METADATA, [`${INFO}/WHEEL`]: WHEEL, ...files };
  const lines = Object.entries(all).map(([path, data]) => `${path},${digestOf(data)},${Buffer.from(data).length}\n`);
  const text = record(`${lines.join('')}${INFO}/RECORD,,\n`);
  const shapes = Object.entries({ ...all, [`${INFO}/RECORD`]: text }).map(([name, data]) => ({ name, data }));
  const bytes = zipBytes([...shapes, ...odd], ending);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = join(folder, `${sha256}.whl`);
  writeFileSync(path, bytes);
  return { name: parseWheelName(fileName), artifact: { path, sha256, size: bytes.length } };
}

async function outcome(made: Made): Promise<string> {
  try {
    const { notes } = await readFacts(wheel(made));
    return `passed${notes.map((note) => `; ${note}`).join('')}`;
  } catch (error) {
    if (isFault(error)) return formatFault(error).split('\n')[0] ?? '';
    throw error;
  }
}

describe('a wheel that passes', () => {
  test.each<[string, Made]>([
    ['as it is made', {}],
    ['with stronger digests', { record: (text) => text.replace(digestOf('x = 1\n'), digestOf('x = 1\n', 'sha512')) }],
    ['with lines without sizes', { record: (text) => text.replaceAll(/,\d+\n/g, ',\n') }],
    ['with signatures, which RECORD does not list', { odd: [{ name: `${INFO}/RECORD.jws`, data: 'x' }] }],
    [
      'with signatures, which RECORD lists without digests',
      { odd: [{ name: `${INFO}/RECORD.p7s`, data: 'x' }], record: (text) => `${text}${INFO}/RECORD.p7s,,\n` },
    ],
    ['with folders', { odd: [{ name: 'p/', method: 0 }] }],
    ['with a file twice in RECORD', { record: (text) => `${text}${text}` }],
    ['in zip64', { ending: { zip64: true } }],
    ['with names beyond ASCII', { files: { 'p/ä\u{1f40d}.txt': 'x' } }],
    ['with files that are unfolded in pieces', { files: { 'p/large.bin': Buffer.alloc(3_000_000, 'abc') } }],
  ])('%s', async (_, made) => expect(await outcome(made)).toBe('passed'));

  test('with other tags inside, which is told', async () => {
    expect(await outcome({ fileName: 'p-1.0-py3-none-manylinux_2_17_x86_64.whl' })).toBe(
      'passed; p-1.0-py3-none-manylinux_2_17_x86_64.whl: inside it is tagged py3-none-any, unlike its name',
    );
    expect(
      await outcome({
        fileName: 'p-1.0-py2.py3-none-any.whl',
        files: { [`${INFO}/WHEEL`]: WHEEL.replace('py3', 'py2.py3') },
      }),
    ).toBe('passed');
  });
});

describe('a wheel that does not pass', () => {
  const other = digestOf('x = 2\n');
  test.each<[string, Made]>([
    ['another digest', { record: (text) => text.replace(digestOf('x = 1\n'), other) }],
    [
      'another digest of a large file',
      {
        files: { 'p/a.bin': Buffer.alloc(2_000_000) },
        record: (text) => text.replace(/(p\/a.bin,)[^,]+/, `$1${other}`),
      },
    ],
    ['another size', { record: (text) => text.replace(/,6\n/, ',7\n') }],
    ['a file that is not listed', { odd: [{ name: 'p/more.py', data: 'x' }] }],
    ['a line without a file', { record: (text) => `p/gone.py,${other},6\n${text}` }],
    ['a line without a digest', { record: (text) => text.replace(digestOf('x = 1\n'), '') }],
    ['two lines that differ', { record: (text) => `p/__init__.py,${other},6\n${text}` }],
    ['a weak digest', { record: (text) => text.replace(digestOf('x = 1\n'), digestOf('x = 1\n', 'md5')) }],
    ['a weak digest, sha1', { record: (text) => text.replace(digestOf('x = 1\n'), digestOf('x = 1\n', 'sha1')) }],
    ['a format to come', { files: { [`${INFO}/WHEEL`]: WHEEL.replace('1.0', '2.0') } }],
    ['no format', { files: { [`${INFO}/WHEEL`]: 'Tag: py3-none-any\n' } }],
    ['no Root-Is-Purelib', { files: { [`${INFO}/WHEEL`]: 'Wheel-Version: 1.0\n' } }],
    ['another name', { files: { [`${INFO}/METADATA`]: METADATA.replace('P', 'q') } }],
    ['another version', { files: { [`${INFO}/METADATA`]: METADATA.replace('1.0.0', '1.1') } }],
    ['the metadata of a second package', { files: { 'q-1.0.dist-info/METADATA': METADATA } }],
    ['a link', { odd: [{ name: 'p/link', data: '/etc/passwd', mode: 0o120777 }] }],
    ['a file twice', { odd: [{ name: 'p/__init__.py', data: 'x = 1\n' }] }],
    ['a path that leads out', { odd: [{ name: '../p.py' }] }],
    ['a path from the root', { odd: [{ name: '/p.py' }] }],
    ['a path with a zero byte', { odd: [{ name: 'p\0.py' }] }],
    ['a path of Windows', { odd: [{ name: 'p\\a.py' }] }],
    ['a name that is too long', { odd: [{ name: `p/${'a'.repeat(256)}` }] }],
    ['a name that is not UTF-8', { odd: [{ name: Uint8Array.of(0x70, 0x2f, 0xe4) }] }],
    ['an encrypted file', { odd: [{ name: 'p/a', flags: 1 }] }],
    ['bzip2', { odd: [{ name: 'p/a', method: 12 }] }],
    ['LZMA', { odd: [{ name: 'p/a', method: 14 }] }],
    ['a scheme that does not exist', { files: { 'p-1.0.data/purelibs/a.py': '' } }],
    ['a file in no scheme', { files: { 'p-1.0.data/purelib': '' } }],
    [
      'a bomb that says less than it holds',
      { odd: [{ name: 'p/a', data: new Uint8Array(5_000_000), claims: { size: 9 } }] },
    ],
    [
      'a large bomb that says less than it holds',
      { odd: [{ name: 'p/a', data: new Uint8Array(9_000_000), claims: { size: 2_000_000 } }] },
    ],
    ['a file that holds less than it says', { odd: [{ name: 'p/a', data: 'a', claims: { size: 2_000_000 } }] }],
    [
      'a wrong CRC-32 in a large file',
      { odd: [{ name: 'p/a', data: new Uint8Array(2_000_000), claims: { crc32: 1 } }] },
    ],
    [
      'more bytes than are unzipped',
      { odd: [1, 2, 3, 4].map((at) => ({ name: `p/${at}`, data: '', claims: { size: 2 ** 30 } })) },
    ],
  ])('%s', async (_, made) => expect(await outcome(made)).toMatchSnapshot());
});

describe('the cache of facts', () => {
  const files = {
    'p/a.py': 'from .tests import helper\n',
    [`${INFO}/entry_points.txt`]: '[console_scripts]\nrun = p.a:main\n',
  };
  const stored = (cache: string, sha256: string) => join(cache, 'wheels', sha256.slice(0, 2), `${sha256}.json`);

  test('keeps what was read, and does not read the wheel again', async () => {
    const made = wheel({ files });
    const cache = join(folder, 'cache');
    const first = await wheelFactsCache(cache).of(made);
    expect(first.entryPoints).toEqual(['p.a']);
    expect([...first.references]).toEqual([['python/p/a.py', { modules: ['p.tests', 'p.tests.helper'], names: [] }]]);
    rmSync(made.artifact.path);
    expect(await wheelFactsCache(cache).of(made)).toEqual(first);
  });

  test('has another form when the facts of one wheel are others than before', async () => {
    const { references, entryPoints } = await readFacts(
      wheel({
        files: {
          'p/a.py': 'from .tests import helper\nname = "p.tests.x"\npath = f"{here}/examples/{x}.csv"\nread("a.h")\n',
          'p/b.py': 'import os, p.a\nurl = "https://p.example/tests"\n',
          'p/c/__init__.py': 'import_module("..docs.x", __name__)\nlazy.attach_stub(__name__, __file__)\n',
          [`${INFO}/entry_points.txt`]: '[pytest11]\np = p.tests.plugin:Plugin [extra]\n',
        },
      }),
    );
    // When this fails with reason, raise FORM: facts of the older code lie in many a cache.
    expect({ FORM, references: [...references], entryPoints }).toMatchInlineSnapshot(`
      {
        "FORM": 5,
        "entryPoints": [
          "p.tests.plugin",
        ],
        "references": [
          [
            "python/p/a.py",
            {
              "modules": [
                "p.tests",
                "p.tests.helper",
              ],
              "names": [
                "a.h",
                "p.tests.x",
                "{}/examples/{}.csv",
              ],
            },
          ],
          [
            "python/p/c/__init__.py",
            {
              "modules": [
                "p.docs.x",
              ],
              "names": [
                "..docs.x",
                ".pyi",
              ],
            },
          ],
        ],
      }
    `);
  });

  test('keeps nothing of a wheel that does not pass', async () => {
    const cache = join(folder, 'cache-of-bad');
    const made = wheel({ odd: [{ name: 'p/more.py', data: 'x' }] });
    for (let time = 0; time < 2; time++)
      await expect(wheelFactsCache(cache).of(made)).rejects.toMatchObject({ code: 'record-mismatch' });
    expect(() => readdirSync(cache)).toThrow('ENOENT');
  });

  test('reads again what another form of the code has kept, another name, or a damaged file', async () => {
    const cache = join(folder, 'cache-of-old');
    const made = wheel({ files });
    const facts = await wheelFactsCache(cache).of(made);
    const path = stored(cache, made.artifact.sha256);
    const text = readFileSync(path, 'utf8');
    for (const spoilt of [
      '{',
      'null',
      text.replace(/"references":\[.*\],"entryPoints"/, '"references":{},"entryPoints"'),
      text.replace(/"form":\d+/, '"form":0').replace('p.a', 'p.b'),
      text.replace('p-1.0', 'p-1').replace('p.a', 'p.b'),
    ]) {
      writeFileSync(path, spoilt);
      expect(await wheelFactsCache(cache).of(made)).toEqual(facts);
      expect(readFileSync(path, 'utf8')).toBe(text);
    }
    await expect(
      wheelFactsCache(cache).of({ ...made, name: parseWheelName('p-2.0-py3-none-any.whl') }),
    ).rejects.toMatchObject({ code: 'wheel-of-another-package' });
  });
});

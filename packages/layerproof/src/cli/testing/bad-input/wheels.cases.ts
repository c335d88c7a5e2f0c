import { makeWheel } from '../../../python/testing/make-wheel.ts';
import { shapeWheel } from './shape-wheel.ts';
import type { Case } from './world.ts';

const INFO = 'page-1.0.dist-info';
const SPARE = 100_000_000;

/** What is wrong with a wheel that came as it should. */
export const WHEEL_CASES: readonly Case[] = [
  { what: 'no zip at all', code: 'not-a-zip', wheels: [shapeWheel({ bytes: () => Buffer.from('not a zip') })] },
  { what: 'an empty file', code: 'not-a-zip', wheels: [shapeWheel({ bytes: () => Buffer.alloc(0) })] },
  {
    what: 'the end is missing',
    code: 'not-a-zip',
    wheels: [shapeWheel({ bytes: (all) => all.subarray(0, all.length >> 1) })],
  },
  {
    what: 'bytes in the middle were changed',
    code: 'zip-bad-stream',
    wheels: [shapeWheel({ odd: [{ name: 'page/more.py', data: 'more = 1\n', claims: { crc32: 1 } }] })],
  },
  {
    what: 'a zip bomb: a file that says less than it holds',
    code: 'zip-bad-stream',
    wheels: [shapeWheel({ odd: [{ name: 'page/bomb.bin', data: new Uint8Array(SPARE), claims: { size: 10 } }] })],
  },
  {
    what: 'a zip bomb: files that share their bytes',
    code: 'zip-overlap',
    wheels: [
      shapeWheel({
        odd: Array.from({ length: 40 }, (_, at) => ({
          name: `page/bomb-${at}.bin`,
          data: at === 0 ? new Uint8Array(SPARE) : '',
          claims: { offset: 0, size: SPARE, compressedSize: 100_000 },
        })),
      }),
    ],
  },
  {
    what: 'a path that goes up',
    code: 'wheel-path-escapes',
    wheels: [shapeWheel({ odd: [{ name: '../../escaped.py' }] })],
  },
  {
    what: 'a path from the root',
    code: 'wheel-path-escapes',
    wheels: [shapeWheel({ odd: [{ name: '/etc/cron.d/escaped' }] })],
  },
  {
    what: 'a path of Windows',
    code: 'wheel-path-escapes',
    wheels: [shapeWheel({ odd: [{ name: 'page\\escaped.py' }] })],
  },
  {
    what: 'a symbolic link',
    code: 'wheel-symlink',
    wheels: [shapeWheel({ odd: [{ name: 'page/link', data: '/etc/passwd', mode: 0o120777 }] })],
  },
  {
    what: 'one path twice',
    code: 'path-collision',
    wheels: [shapeWheel({ odd: [{ name: 'page/__init__.py', data: 'number = 2\n' }] })],
  },
  {
    what: 'an encrypted file',
    code: 'zip-encrypted',
    wheels: [shapeWheel({ odd: [{ name: 'page/secret.py', data: 'x', flags: 0x801 }] })],
  },
  {
    what: 'a compression that wheels do not use',
    code: 'zip-unknown-method',
    wheels: [shapeWheel({ odd: [{ name: 'page/lzma.py', data: 'x', method: 14 }] })],
  },
  {
    what: 'RECORD has another digest of a file',
    code: 'record-mismatch',
    wheels: [shapeWheel({ record: (text) => text.replace(/sha256=[^,]+/, `sha256=${'A'.repeat(43)}`) })],
  },
  {
    what: 'RECORD lists a file that is not there',
    code: 'record-mismatch',
    wheels: [shapeWheel({ record: (text) => `page/gone.py,sha256=${'A'.repeat(43)},5\n${text}` })],
  },
  {
    what: 'RECORD does not list a file',
    code: 'record-mismatch',
    wheels: [shapeWheel({ odd: [{ name: 'page/unlisted.py', data: 'x = 1\n' }] })],
  },
  {
    what: 'RECORD with digests that anybody can forge',
    code: 'record-hash-weak',
    wheels: [shapeWheel({ record: (text) => text.replace(/sha256=[^,]+/, 'md5=XUFAKrxLKna5cZ2REBfFkg') })],
  },
  { what: 'no RECORD', code: 'wheel-without-record', wheels: [shapeWheel({ record: () => undefined })] },
  {
    what: 'no METADATA',
    code: 'wheel-without-metadata',
    wheels: [shapeWheel({ files: { [`${INFO}/METADATA`]: undefined } })],
  },
  { what: 'no WHEEL', code: 'wheel-without-wheel', wheels: [shapeWheel({ files: { [`${INFO}/WHEEL`]: undefined } })] },
  {
    what: 'a format of wheels to come',
    code: 'wheel-format-unknown',
    wheels: [
      shapeWheel({ files: { [`${INFO}/WHEEL`]: 'Wheel-Version: 2.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n' } }),
    ],
  },
  {
    what: 'METADATA of another package',
    code: 'wheel-of-another-package',
    wheels: [shapeWheel({ files: { [`${INFO}/METADATA`]: 'Metadata-Version: 2.1\nName: letter\nVersion: 1.0\n' } })],
  },
  {
    what: 'an editable install in a wheel',
    code: 'path-file',
    wheels: [shapeWheel({ files: { '__editable__.page.pth': '/home/somebody/page\n' } })],
  },
  {
    what: 'two packages with one file',
    code: 'path-collision',
    requirements: 'page\nother-page\n',
    wheels: [
      shapeWheel({}),
      makeWheel({ name: 'other_page', version: '1.0', files: { 'page/__init__.py': 'number = 3\n' } }),
    ],
  },
];

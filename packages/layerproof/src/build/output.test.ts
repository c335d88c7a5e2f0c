import { createCipheriv } from 'node:crypto';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatFault, isFault } from '@ocr-pipeline/fault';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openZip } from '../formats/zip-reader.ts';
import { folderImage } from '../image/folder-image.ts';
import { openOutput } from './output.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'output-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const textOf = (name: string) => readFileSync(at(name), 'utf8');

describe('files that belong together', () => {
  test('take their places at the commit, and not before', () => {
    writeFileSync(at('a'), 'old');
    const output = openOutput();
    output.writeText(at('a'), 'new');
    output.writeText(at('made/b'), 'new');
    expect(textOf('a')).toBe('old');
    output.commit();
    output.discard();
    expect([textOf('a'), textOf('made/b')]).toEqual(['new', 'new']);
    expect(readdirSync(folder)).toEqual(['a', 'made']);
  });

  test('leave nothing behind without it, also no folder', () => {
    const output = openOutput();
    output.writeText(at('made/deep/a'), 'new');
    output.discard();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('are all as they were when one cannot take its place', () => {
    writeFileSync(at('a'), 'old a');
    writeFileSync(at('c'), 'old c');
    const output = openOutput();
    for (const name of ['a', 'b', 'c', 'd']) output.writeText(at(name), 'new');
    // Somebody else is faster.
    mkdirSync(at('d'));
    expect(faultOf(() => output.commit()).replaceAll(folder, 'FOLDER')).toMatchInlineSnapshot(`
      "error[output-not-writable]: FOLDER/d cannot be written: it is a folder

      hint: Name another place with \`-o\` and \`--lock\`, or make room there."
    `);
    output.discard();
    expect(readdirSync(folder)).toEqual(['a', 'c', 'd']);
    expect([textOf('a'), textOf('c')]).toEqual(['old a', 'old c']);
  });

  test('wait for a commit that another process is at, but not for one that died in it', () => {
    mkdirSync(at('.a.turn'));
    const output = openOutput();
    output.writeText(at('a'), 'new');
    output.commit();
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('go where a link leads', () => {
    mkdirSync(at('kept'));
    writeFileSync(at('kept/a'), 'old');
    symlinkSync('kept/a', at('a'));
    const output = openOutput();
    output.writeText(at('a'), 'new');
    output.commit();
    expect([readlinkSync(at('a')), textOf('kept/a')]).toEqual(['kept/a', 'new']);
  });

  // Windows has its pipes outside the file system.
  test.skipIf(process.platform === 'win32')('do not take the place of a socket, nor of a device', async () => {
    const server = createServer().listen(at('socket'));
    await once(server, 'listening');
    expect(() => openOutput().writeText(at('socket'), '')).toThrow('it is a device, a pipe or a socket');
    server.close();
  });

  test('a place below a file is a fault', () => {
    writeFileSync(at('a'), '');
    expect(() => openOutput().writeText(at('a/b'), '')).toThrow('a part of its path is a file');
  });
});

describe('a layer', () => {
  test('is written in its order, whatever sizes its files have', () => {
    mkdirSync(at('own'));
    const sizes = [3, 140_000, 200_000, 1000, 130_000, 262_144, 5, 300_000, 7, 131_073];
    const noise = createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(1 << 20));
    for (const [index, length] of sizes.entries())
      writeFileSync(at(`own/${index}`), noise.subarray(index, index + length));
    const output = openOutput();
    output.writeLayer(at('layer.zip'), folderImage(at('own')).entries);
    output.commit();
    const zip = openZip(at('layer.zip'));
    const same = zip.entries.map(
      (entry, index) => Buffer.compare(zip.read(entry), noise.subarray(index, index + (sizes[index] ?? 0))) === 0,
    );
    zip.close();
    expect(same).toEqual(sizes.map(() => true));
  });

  test('holds files of one’s own that are too large for memory as others are held, and no spool stays', () => {
    mkdirSync(at('own'));
    const text = Buffer.from('a line that comes again\n'.repeat(500_000));
    const noise = createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(9 << 20));
    writeFileSync(at('own/text'), text);
    writeFileSync(at('own/noise'), noise);
    const output = openOutput();
    const { size } = output.writeLayer(at('layer.zip'), folderImage(at('own')).entries);
    output.commit();
    expect(readdirSync(folder)).toEqual(['layer.zip', 'own']);
    const zip = openZip(at('layer.zip'));
    expect(zip.entries.map(({ path, method }) => [path, method])).toEqual([
      ['noise', 0],
      ['text', 8],
    ]);
    expect(zip.entries.map((entry) => Buffer.compare(zip.read(entry), entry.path === 'text' ? text : noise))).toEqual([
      0, 0,
    ]);
    zip.close();
    expect(size).toBe(readFileSync(at('layer.zip')).length);
  });
});

function faultOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (isFault(error)) return formatFault(error);
    throw error;
  }
  return 'no fault';
}

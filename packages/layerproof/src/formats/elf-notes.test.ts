import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testWithTool } from '../../../../test/tools.ts';
import { readElf } from './elf.ts';
import { elfBytes } from './testing/elf-bytes.ts';

describe('the level of x86-64 that a file needs', () => {
  test.each([
    [undefined, undefined],
    [0, undefined],
    [0b1, 1],
    [0b11, 2],
    [0b111, 3],
    [0b1111, 4],
    [0b1000, 4],
  ])('of the bits %s is %s', (x86Needed, level) => {
    for (const bits of [32, 64] as const) {
      const bytes = elfBytes({ bits, needed: ['libc.so.6'], ...(x86Needed === undefined ? {} : { x86Needed }) });
      expect(readElf('a.so', bytes).x86Level).toBe(level);
    }
  });

  test('is none of a note that is cut or changed, and never an exception', () => {
    const bytes = elfBytes({ x86Needed: 0b1111 });
    const noteAt = Buffer.from(bytes).indexOf('GNU\0') - 12;
    for (let at = noteAt; at < noteAt + 16; at++) {
      const changed = Uint8Array.from(bytes);
      changed[at] = 0xff;
      expect(readElf('a.so', changed).x86Level).toBeUndefined();
    }
  });

  testWithTool('gcc', ['gcc', '--version'])('is what the linker wrote', () => {
    if (process.arch !== 'x64') return;
    const folder = mkdtempSync(join(tmpdir(), 'elf-notes-'));
    try {
      writeFileSync(join(folder, 'a.c'), 'int f(void) { return 1; }\n');
      for (const level of [2, 3, 4]) {
        const out = join(folder, `v${level}.so`);
        execFileSync('gcc', ['-shared', '-fPIC', `-Wl,-z,x86-64-v${level}`, '-o', out, join(folder, 'a.c')]);
        expect(readElf(out, readFileSync(out)).x86Level).toBe(level);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

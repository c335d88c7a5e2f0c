import { isForTarget } from '../native.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'misaligned-segment',
  severity: 'error',
  isOfFile: true,
  modes: ['R18'],
  summary: 'A native file was changed so that the loader cannot map it',
  why: 'Parts of an ELF file are mapped into memory by whole pages, so each has to stand at a place in the file that fits its address. `strip` run over a library that `patchelf` (and so `auditwheel`) has changed moves them, and the import fails with `ELF load command address/offset not page-aligned` or `not properly aligned`.',
  messages: [
    'ELF load command address/offset not properly aligned',
    'ELF load command address/offset not page-aligned',
  ],
  fix: 'Never run `strip` over the files of a wheel: {rebuild}, which leaves them as they were published.',
  *check({ natives, target }) {
    for (const native of natives) {
      if (native.elf?.isMisaligned !== true || !isForTarget(native, target)) continue;
      yield {
        path: native.path,
        message: 'has a segment whose place in the file does not fit its address, but the loader maps whole pages',
      };
    }
  },
});

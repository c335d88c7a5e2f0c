import { readRecords } from '../record.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'file-differs-from-record',
  severity: 'warning',
  modes: ['R26'],
  summary: 'A file of a package is not the one that was installed',
  why: 'RECORD states the size of every file that a package installed. Another size says that the file was changed afterwards: cut off on its way (the process then dies with SIGBUS and no message), replaced by the pointer of Git LFS, stripped, or edited by hand.',
  messages: ['file too short', 'signal: bus error'],
  fix: '{rebuild}. Where the change was meant, nothing needs to be done.',
  *check(layer) {
    const sizes = new Map(layer.entries.map(({ path, kind, size }) => [path, kind === 'file' ? size : undefined]));
    for (const { distribution, lines } of readRecords(layer)) {
      for (const { path, size, digest } of lines) {
        const found = sizes.get(path);
        // Without a digest the size is not meant for comparing: byte code and RECORD itself.
        if (size === undefined || digest === undefined || found === undefined || found === size) continue;
        yield {
          path,
          message: `has ${found} bytes, but ${distribution.name} ${distribution.version} was installed with ${size}`,
        };
      }
    }
  },
});

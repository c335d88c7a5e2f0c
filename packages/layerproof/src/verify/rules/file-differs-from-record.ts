import { readRecords } from '../record.ts';
import { missingEnd } from '../cut-source.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'file-differs-from-record',
  severity: 'warning',
  isOfFile: true,
  isPastImportError: true,
  modes: ['R26'],
  summary: 'A file of a package is not the one that was installed',
  why: 'RECORD states the size of every file that a package installed. Another size says that the file was changed afterwards: cut off on its way (the process then dies with SIGBUS and no message), replaced by the pointer of Git LFS, stripped, or edited by hand. It is an error for a Python source that is shorter and ends where Python wants more, or lacks a name that another one takes from it.',
  messages: [
    'file too short',
    'signal: bus error',
    'SyntaxError: unexpected EOF while parsing',
    "cannot import name '…' from '…'",
  ],
  fix: '{rebuild}. Where the change was meant, nothing needs to be done.',
  *check(layer) {
    const files = new Map(layer.entries.filter(({ kind }) => kind === 'file').map((entry) => [entry.path, entry]));
    for (const { distribution, lines } of readRecords(layer)) {
      for (const { path, size, digest } of lines) {
        const found = files.get(path);
        // Without a digest the size is not meant for comparing: RECORD itself. Byte code is written anew by whoever compiles last.
        if (size === undefined || digest === undefined || path.endsWith('.pyc')) continue;
        if (found === undefined || found.size === size) continue;
        const fact = `has ${found.size} bytes, but ${distribution.name} ${distribution.version} was installed with ${size}`;
        const isShorter = path.endsWith('.py') && found.size < size;
        const missing = isShorter ? missingEnd(layer, found) : undefined;
        if (missing === undefined) yield { path, message: fact };
        else yield { path, message: `${fact}: ${missing}`, severity: 'error' };
      }
    }
  },
});

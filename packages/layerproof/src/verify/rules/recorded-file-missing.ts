import { whoMissesSource } from '../lost-module.ts';
import { isLibraryName } from '../native.ts';
import { readRecords } from '../record.ts';
import { abiTagOf, isForeignAbiTag } from '../python-abi-tag.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'recorded-file-missing',
  severity: 'error',
  isOfFile: true,
  modes: ['R02', 'R38'],
  summary: 'A file that a package installed and needs is not in the layer any more',
  why: "RECORD lists every file that a package installed. When a library, an extension module, a module at the top of that list, or one that others import is missing, it was pruned to save space, lost on the way or left out of the zip: `No module named 'numpy.core._multiarray_umath'`, `cannot open shared object file`. Of a package that lost its `__init__.py` Python takes the folder that is left, without a word, and nothing is in it.",
  messages: [
    "No module named '….…'",
    "cannot import name '…' from '…' (unknown location)",
    'you should not try to import numpy from its source directory',
  ],
  fix: '{rebuild}; it leaves out only what nothing in the layer imports, and says so in RECORD.',
  *check(layer) {
    const present = new Set(layer.entries.map(({ path }) => path));
    for (const { distribution, lines } of readRecords(layer)) {
      for (const line of lines) {
        const { path } = line;
        if (isOptional(path)) continue;
        const message = `was installed with ${distribution.name} ${distribution.version}, but is not in the layer`;
        if (isLibraryName(path) || isTopModule(path, distribution.root)) {
          const tag = abiTagOf(path);
          const isForeign = tag !== undefined && isForeignAbiTag(tag, layer.target);
          if (!isForeign && layer.resolve(path) === undefined) yield { path, message };
        } else if (path.endsWith('.py') && !present.has(path)) {
          const reason = whoMissesSource(layer, line, distribution.root);
          if (reason !== undefined) yield { path, message: `${message}; ${reason}` };
        }
      }
    }
  },
});

/** A module of one file, which is what its package is for; of a package many files may be pruned. */
function isTopModule(path: string, root: string): boolean {
  return /^[A-Za-z]\w*\.py$/.test(path.slice(root === '' ? 0 : root.length + 1));
}

/** Test helpers and the like, which no function imports. */
function isOptional(path: string): boolean {
  return /(?:^|\/)(?:tests?|testing)\/|_tests?\.|(?:^|\/)_?test_/.test(path);
}

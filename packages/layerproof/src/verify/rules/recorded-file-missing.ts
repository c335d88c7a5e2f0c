import { isLibraryName } from '../native.ts';
import { readRecords } from '../record.ts';
import { abiTagOf, isForeignAbiTag } from '../python-abi-tag.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'recorded-file-missing',
  severity: 'error',
  isOfFile: true,
  modes: ['R02', 'R38'],
  summary: 'A native file or the module that a package installed is not in the layer any more',
  why: "RECORD lists every file that a package installed. When a library, an extension module or a module at the top of that list is missing, it was pruned to save space, lost on the way or left out of the zip: `No module named 'numpy.core._multiarray_umath'`, `cannot open shared object file`.",
  messages: ["No module named '….…'", 'you should not try to import numpy from its source directory'],
  fix: '{rebuild}; it leaves out only what nothing in the layer imports, and says so in RECORD.',
  *check(layer) {
    for (const { distribution, lines } of readRecords(layer)) {
      for (const { path } of lines) {
        const isWanted = isLibraryName(path) || isTopModule(path, distribution.root);
        if (!isWanted || isOptional(path) || layer.resolve(path) !== undefined) continue;
        const tag = abiTagOf(path);
        if (tag !== undefined && isForeignAbiTag(tag, layer.target)) continue;
        yield {
          path,
          message: `was installed with ${distribution.name} ${distribution.version}, but is not in the layer`,
        };
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
  return /(?:^|\/)(?:tests?|testing)\/|_tests?\.|test_/.test(path);
}

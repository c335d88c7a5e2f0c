import { isStandardModule } from '../../target/interpreters.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'standard-library-shadowed',
  severity: 'error',
  modes: ['R34'],
  summary: 'A module of the layer takes the place of one of the standard library',
  why: "Folders of the layer are searched before the standard library. A backport for old Pythons (enum34, typing, dataclasses, uuid, pathlib) or a file of that name therefore replaces the module that everything else relies on: `module 'enum' has no attribute 'IntFlag'`.",
  messages: ["module 'enum' has no attribute 'IntFlag'", "module '…' has no attribute '…'"],
  fix: 'Leave the backport out: this Python has the module itself. A file of your own needs another name.',
  *check({ entries, target }) {
    const python = target.facts.python?.version;
    if (python === undefined) return;
    const seen = new Set<string>();
    for (const { path } of entries) {
      const folder = target.facts.layerFolders.find(
        (candidate) => path.startsWith(`${candidate}/`) && !isNested(path, candidate),
      );
      const name =
        folder === undefined
          ? undefined
          : /^([A-Za-z_]\w*)(?:\.py$|\/__init__\.py$)/.exec(path.slice(folder.length + 1))?.[1];
      if (name === undefined || seen.has(name) || !isStandardModule(name, python)) continue;
      seen.add(name);
      // Loaded before any folder is searched, so that no file ever takes their place.
      if (LOADED_AT_START.has(name)) continue;
      yield { path, message: `takes the place of the module ${name} of the standard library of Python ${python}` };
    }
  },
});

/** `python` is searched, and so is `python/lib/…/site-packages` in it: a path belongs to the deeper one. */
function isNested(path: string, folder: string): boolean {
  return folder === 'python' && path.startsWith('python/lib/python');
}

/** Modules that the interpreter has loaded before it looks for any other (`python -I -c "import sys; print(sys.modules)"`). */
const LOADED_AT_START: ReadonlySet<string> = new Set([
  'sys',
  'builtins',
  'os',
  'io',
  'abc',
  'site',
  'codecs',
  'stat',
  'posixpath',
  'genericpath',
  'marshal',
  'posix',
  'time',
  'zipimport',
  'encodings',
  'this',
  'antigravity',
]);

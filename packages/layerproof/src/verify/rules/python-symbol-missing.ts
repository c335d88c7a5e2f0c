import { isForeignPythonSymbol } from '../../target/interpreters.ts';
import { isForTarget } from '../native.ts';
import { defineRule } from '../rule.ts';

/** Names in a message; the first tells as much as all. */
const NAMES_SHOWN = 3;

export default defineRule({
  id: 'python-symbol-missing',
  severity: 'error',
  isOfFile: true,
  modes: ['R19', 'R20'],
  summary: 'An extension module wants functions that this Python does not have',
  why: 'A file name such as `module.so` or `module.abi3.so` does not say which Python it was built for, but the functions that it calls do. The loader looks for all of them at import, and stops at the first one that the interpreter does not export: `undefined symbol: PyUnicodeUCS4_DecodeUTF8`. Files of a newer stable ABI (a wheel for `cp313-abi3` on Python 3.9), of a private interface of another version or of Python 2 fail so.',
  messages: ['undefined symbol: Py…', 'undefined symbol: _Py…', 'libpython….so.1.0: cannot open shared object file'],
  fix: '{rebuild}: that takes a wheel for this Python. Where the file is one of your own, build it with the Python of the runtime.',
  *check(layer) {
    const python = layer.target.facts.python?.version;
    if (python === undefined) return;
    const defined = new Set(layer.natives.flatMap(({ symbols }) => symbols?.pythonDefined ?? []));
    for (const native of layer.natives) {
      if (native.symbols === undefined || !isForTarget(native, layer.target)) continue;
      const missing = native.symbols.pythonWanted.filter(
        (name) => !defined.has(name) && isForeignPythonSymbol(name, python),
      );
      if (missing.length === 0) continue;
      const shown = missing.slice(0, NAMES_SHOWN).join(', ');
      const more = missing.length > NAMES_SHOWN ? ` and ${missing.length - NAMES_SHOWN} more` : '';
      yield {
        path: native.path,
        message: `wants ${shown}${more} of Python, but ${layer.target.runtime} does not have ${missing.length === 1 ? 'it' : 'them'}`,
      };
    }
  },
});

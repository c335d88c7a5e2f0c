import { takesPython } from '../../python/resolver/wheel-choice.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'requires-python-mismatch',
  severity: 'error',
  modes: ['R39'],
  summary: 'A Python package says that it does not run on this Python',
  why: 'Each package names the versions of Python that it runs on (`Requires-Python` in its METADATA). Installers obey it; a copy by hand or an install by another Python does not. On another version the import fails with `SyntaxError`, with `ImportError`, or later, where nobody expects it.',
  messages: ['SyntaxError: …', 'ImportError: …requires Python…'],
  fix: '{rebuild}: it takes the newest version of the package that runs on this Python. Or raise the runtime of the function.',
  *check({ distributions, target }) {
    const python = target.facts.python?.version;
    if (python === undefined) return;
    for (const { name, version, metadata, path, root } of distributions) {
      const wanted = metadata?.requiresPython;
      if (wanted === undefined || !target.facts.layerFolders.includes(root) || takesPython(wanted, python)) continue;
      yield { path, message: `${name} ${version} wants Python ${wanted}, but ${target.runtime} has ${python}` };
    }
  },
});

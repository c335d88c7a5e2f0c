import { lastPythonWith } from '../../target/interpreters.ts';
import { importGraph } from '../import-graph.ts';
import { defineRule } from '../rule.ts';
import { firstOfEach, placeOf } from './module-not-found.ts';

export default defineRule({
  id: 'removed-standard-library-module',
  severity: 'error',
  modes: ['R33'],
  summary: 'A module of the layer imports one that Python has no more',
  why: "Python 3.12 dropped `distutils`, `imp`, `asyncore` and `asynchat`, 3.13 dropped `cgi`, `audioop`, `telnetlib` and a dozen others (PEP 594, PEP 632). A package of before stops with `No module named 'distutils'` on a newer runtime.",
  messages: [
    "No module named 'distutils'",
    "No module named 'imp'",
    "No module named 'cgi'",
    "No module named 'pkg_resources'",
    "No module named 'asyncore'",
    "No module named 'telnetlib'",
    "No module named 'audioop'",
  ],
  fix: 'Ask for a newer version of the package, or put a package into the layer that brings the module back: `setuptools` for `distutils` and `pkg_resources`, `standard-cgi`, `audioop-lts` and the like for others.',
  *check(layer) {
    const python = layer.target.facts.python?.version;
    if (python === undefined) return;
    for (const failing of firstOfEach(importGraph(layer).failing)) {
      if (failing.origin !== 'removed') continue;
      const last = lastPythonWith(failing.module, python);
      yield placeOf(
        layer,
        failing,
        `imports ${failing.module}, which Python had until ${last}, and ${layer.target.runtime} has ${python}`,
      );
    }
  },
});

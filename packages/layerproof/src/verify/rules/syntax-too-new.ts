import { newerGrammar } from '../../python/imports/newer-grammar.ts';
import { importGraph } from '../import-graph.ts';
import type { Layer } from '../layer.ts';
import { pythonModules } from '../python-modules.ts';
import { defineRule, type Place } from '../rule.ts';

export default defineRule({
  id: 'syntax-too-new',
  severity: 'error',
  modes: ['R39'],
  summary: 'A module of the layer is written in the grammar of a newer Python',
  why: 'Python reads a module whole before it runs the first line of it, and refuses what its grammar does not have: `match` before 3.10, `except*` before 3.11, type parameters, `type` and the same quotes within an f-string before 3.12, t-strings and `except` without parentheses before 3.14. The module is imported with the package or with the function, so that these fail as well. It was copied by hand, or installed by another Python.',
  messages: [
    'SyntaxError: invalid syntax',
    "Runtime.UserCodeSyntaxError: Syntax error in module '…': …",
    'SyntaxError: f-string: …',
    'SyntaxError: f-string expression part cannot include a backslash',
    'SyntaxError: multiple exception types must be parenthesized',
  ],
  fix: '{rebuild}: it takes the newest version of the package that runs on this Python. Or raise the runtime of the function.',
  *check(layer) {
    const python = layer.target.facts.python?.version;
    if (python === undefined) return;
    const byPackage = Map.groupBy(refusedBy(layer, python), ({ name }) => name.split('.', 1)[0] ?? name);
    for (const [name, [first, ...more]] of byPackage) {
      if (first === undefined) continue;
      const others = more.length === 0 ? '' : `; the like is in ${more.length} more of ${name}`;
      yield { ...first.place, message: `${first.place.message}${others}` };
    }
  },
});

interface Refused {
  /** Dotted. */
  readonly name: string;
  readonly place: Place;
}

/** Of the modules that are imported in any case: what only some Python imports, or some function, may well be for a newer one. */
function refusedBy(layer: Layer, python: string): Refused[] {
  const modules = pythonModules(layer.entries, layer.target);
  const minor = Number(python.split('.')[1]);
  return [...importGraph(layer).imported].toSorted().flatMap((name): Refused[] => {
    const module = modules.find(name);
    if (module?.kind !== 'source' || module.entry === undefined) return [];
    const [first] = newerGrammar(new TextDecoder().decode(module.entry.read()), minor);
    if (first === undefined) return [];
    const message = `line ${first.line} has ${first.what}, which Python has since 3.${first.since}, and ${layer.target.runtime} has ${python}`;
    return [{ name, place: { path: module.entry.path, message } }];
  });
}

import type { PythonCall } from '../python/imports/scan-calls.ts';
import type { SourceFacts } from './python-source.ts';

/** The calls of a source that are of these functions of this module, by what it imports; those under another name are not seen. */
export function callsOf(facts: SourceFacts, module: string, functions: readonly string[]): PythonCall[] {
  const [parent, last] = splitLast(module);
  const takes = (from: string, name: string) =>
    facts.imports.some((found) => found.level === 0 && found.module === from && found.names.includes(name));
  return facts.calls.filter(({ callee }) => {
    const [qualifier, name] = splitLast(callee);
    if (!functions.includes(name)) return false;
    if (qualifier === '') return takes(module, name) && !facts.defines.includes(name);
    if (qualifier === module) return facts.imports.some((found) => found.level === 0 && found.module === module);
    return qualifier === last && takes(parent, last);
  });
}

function splitLast(dotted: string): [string, string] {
  const at = dotted.lastIndexOf('.');
  return at === -1 ? ['', dotted] : [dotted.slice(0, at), dotted.slice(at + 1)];
}

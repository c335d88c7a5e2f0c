import { callsOf } from '../calls-of.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'find-library-call',
  severity: 'warning',
  modes: ['R27'],
  summary: 'A module looks for a system library that Lambda does not have',
  why: 'The function `ctypes.util.find_library` asks programs of the system (ldconfig, gcc, ld) for a library. Lambda has none of them, nor this library; the answer is None, whatever lies in `/opt/lib`, and `LD_LIBRARY_PATH` does not change that. What the package does then is its own affair: most say `Unable to find … library`.',
  messages: ['Unable to find … shared library', 'failed to find lib…', "OSError: no library called '…' was found"],
  fix: 'Put the library into `lib/` of the layer and load it by its name before the import, `ctypes.CDLL("/opt/lib/lib….so…")`; or give the package its path, where it takes one from the environment.',
  *check(layer) {
    const { entries, target } = layer;
    if (target.facts.python === undefined) return;
    for (const entry of entries) {
      const isSearched = target.facts.layerFolders.some((folder) => entry.path.startsWith(`${folder}/`));
      if (!isSearched || entry.kind !== 'file' || !entry.path.endsWith('.py')) continue;
      for (const { argument, line } of callsOf(layer.readSource(entry), 'ctypes.util', ['find_library'])) {
        if (isOfMacOs(argument) || argument.startsWith('__') || isOfRuntime(target.facts.libraries, argument)) continue;
        const message = `line ${line} looks for the library ${argument} with find_library, which finds none of that name in ${target.runtime}`;
        yield { path: entry.path, message };
      }
    }
  },
});

/** Its frameworks have names with a capital; only code for macOS asks for them. */
function isOfMacOs(name: string): boolean {
  return /^[A-Z]/.test(name) || name === 'objc';
}

function isOfRuntime(libraries: ReadonlySet<string>, name: string): boolean {
  return [...libraries].some((library) => library.startsWith(`lib${name}.so`));
}

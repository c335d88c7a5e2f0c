import { isLibraryName } from '../native.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'universal-wheel-with-native-code',
  severity: 'warning',
  modes: ['R21'],
  summary: 'A package that says it runs anywhere holds native code for Linux',
  why: 'The wheel of the package is named `py3-none-any`, which promises that it is the same on every system, but a library in it was built for one CPU. Installers take it for every target, also for one that its library does not run on, and nothing says so before the import fails.',
  messages: [],
  fix: 'Look whether a newer version of the package has wheels for each platform, and tell its authors. Where the library is for this target, the layer works.',
  *check(layer) {
    for (const { path, elf } of layer.natives) {
      if (elf === undefined || !isLibraryName(path) || !layer.universalFiles.has(path)) continue;
      yield { path, message: `is built for ${elf.machine}, but its package says that it runs on any system` };
    }
  },
});

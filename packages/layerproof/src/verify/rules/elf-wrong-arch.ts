import { isOfMachine } from '../native.ts';
import { defineRule } from '../rule.ts';
import { foreignPlace } from '../stand-in.ts';

export default defineRule({
  id: 'elf-wrong-arch',
  severity: 'error',
  isOfFile: true,
  modes: ['R03', 'R05', 'R11'],
  summary: 'A native file is built for another CPU',
  why: 'Lambda runs the function on one CPU. A library for another one fails at import with `cannot open shared object file: No such file or directory`, although the file is there.',
  messages: [
    '….so: cannot open shared object file: No such file or directory',
    "No module named '…'",
    'wrong ELF class: ELFCLASS32',
  ],
  fix: '{rebuild}, or change the architecture of the function to that of the files.',
  *check(layer) {
    const { target } = layer;
    for (const native of layer.natives) {
      const { elf, damage } = native;
      // What a linker or a kernel reads (`.o`, BPF objects) is never loaded by the process.
      if (elf === undefined || damage !== undefined || elf.type === 'relocatable' || elf.type === 'core') continue;
      if (isOfMachine(elf, target)) continue;
      const width = elf.bits === 64 ? '' : ` (${elf.bits}-bit)`;
      const message = `built for ${elf.machine}${width}, but the layer targets ${target.architecture}`;
      yield foreignPlace(layer, native, message);
    }
  },
});

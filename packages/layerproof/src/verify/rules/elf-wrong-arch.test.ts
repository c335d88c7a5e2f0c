import { testRule } from '../testing/test-rule.ts';
import rule from './elf-wrong-arch.ts';

const X86_64 = { elf: { machine: 62 } };
const ARM64 = { elf: { machine: 183 } };

testRule(rule, {
  accepts: {
    'a library for the target CPU': { target: 'python3.9/arm64', files: { 'python/a.so': ARM64 } },
    'a layer with no native files': { files: { 'python/a.py': 'x = 1' } },
    'a file that is no ELF file': { files: { 'python/a.so': 'text' } },
  },
  reports: {
    'an x86_64 library in an arm64 layer': {
      target: 'python3.9/arm64',
      files: { 'python/a.so': X86_64, 'python/b.so': ARM64 },
      findings: ['python/a.so: built for x86_64, but the layer targets arm64'],
    },
    'a 32-bit library': {
      files: { 'python/a.so': { elf: { bits: 32, machine: 3 } } },
      findings: ['python/a.so: built for i386 (32-bit), but the layer targets x86_64'],
    },
    'by its bytes, whatever its name says': {
      files: { 'python/a.cpython-39-x86_64-linux-gnu.so': ARM64, 'python/data.bin': ARM64 },
      findings: [
        'python/a.cpython-39-x86_64-linux-gnu.so: built for arm64, but the layer targets x86_64',
        'python/data.bin: built for arm64, but the layer targets x86_64',
      ],
    },
    'as a warning what a package picks from at run time': {
      target: 'nodejs24.x/x86_64',
      files: {
        'nodejs/node_modules/a/bin/linux/arm64/a.node': ARM64,
        'nodejs/node_modules/a/bin/linux/x64/a.node': X86_64,
        'nodejs/node_modules/b/prebuilds/linux-arm64/b.node': ARM64,
      },
      findings: [
        'warning nodejs/node_modules/a/bin/linux/arm64/a.node: built for arm64, but the layer targets x86_64; nodejs/node_modules/a/bin/linux/x64/a.node is loaded in its place',
        'nodejs/node_modules/b/prebuilds/linux-arm64/b.node: built for arm64, but the layer targets x86_64',
      ],
    },
    'as an error a library without the name of a CPU, though its package is for all': {
      files: {
        'python/a-1.dist-info/WHEEL': 'Tag: py3-none-any\n',
        'python/a-1.dist-info/RECORD': 'a/_m.so,,\na/attach_linux_aarch64.so,,\n',
        'python/a/_m.so': ARM64,
        'python/a/attach_linux_aarch64.so': ARM64,
      },
      findings: [
        'python/a/_m.so: built for arm64, but the layer targets x86_64',
        'warning python/a/attach_linux_aarch64.so: built for arm64, but the layer targets x86_64; its package says that it runs on any system, so without this file, too',
      ],
    },
    'as an error one module of a package whose other modules are right': {
      files: { 'python/p/a.abi3.so': ARM64, 'python/p/b.abi3.so': X86_64 },
      findings: ['python/p/a.abi3.so: built for arm64, but the layer targets x86_64'],
    },
  },
});

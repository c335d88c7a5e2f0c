import { metadata } from '../testing/layer-of.ts';
import { testRule } from '../testing/test-rule.ts';
import rule from './numpy-abi-mismatch.ts';

/** The names stand among the file's symbols, as any text in it would. */
const OLD = 'numpy.core._multiarray_umath';
const NEW = 'numpy._core._multiarray_umath';
const module = (...texts: readonly string[]) => ({
  elf: { wanted: ['PyModule_Create2'], defined: ['PyInit_a', ...texts] },
});
const numpy = (version: string) => ({
  [`python/numpy-${version}.dist-info/METADATA`]: metadata('numpy', version),
});

testRule(rule, {
  accepts: {
    'modules for NumPy 1 with it': { files: { 'python/a.abi3.so': module(OLD), ...numpy('1.26.4') } },
    'modules for NumPy 2 with it, which know both names': {
      files: { 'python/a.abi3.so': module(NEW, OLD), ...numpy('2.1.0') },
    },
    'modules that use no arrays': { files: { 'python/a.abi3.so': module(), ...numpy('2.1.0') } },
    'a layer without NumPy': { files: { 'python/a.abi3.so': module(OLD) } },
    'a library that is no extension module': {
      files: { 'python/liba.so': { elf: { defined: [OLD] } }, ...numpy('2.1.0') },
    },
    'a module for another Python, which is never loaded': {
      files: { 'python/a.cpython-38-x86_64-linux-gnu.so': module(OLD), ...numpy('2.1.0') },
    },
  },
  reports: {
    'a module for NumPy 1 with NumPy 2': {
      files: { 'python/a.abi3.so': module(OLD), ...numpy('2.0.2') },
      findings: ['python/a.abi3.so: was compiled with the headers of NumPy 1, but the layer has numpy 2.0.2'],
    },
    'one of the modules of each package': {
      files: {
        'python/a/deep/b.abi3.so': module(OLD),
        'python/a/z.abi3.so': module(OLD),
        'python/c.abi3.so': module(OLD),
        ...numpy('2.0.2'),
      },
      findings: [
        'python/c.abi3.so: was compiled with the headers of NumPy 1, but the layer has numpy 2.0.2',
        'python/a/z.abi3.so: was compiled with the headers of NumPy 1, as 1 more of its package were, but the layer has numpy 2.0.2',
      ],
    },
    'as a warning one that everybody does without': {
      files: {
        'python/p/fast.abi3.so': module(OLD),
        'python/p/__init__.py': 'try:\n  from p import fast\nexcept ImportError:\n  fast = None\n',
        ...numpy('2.0.2'),
      },
      findings: [
        'warning python/p/fast.abi3.so: was compiled with the headers of NumPy 1, but the layer has numpy 2.0.2; python/p/__init__.py:2 does without it',
      ],
    },
  },
});

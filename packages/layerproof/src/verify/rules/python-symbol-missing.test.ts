import { testRule } from '../testing/test-rule.ts';
import rule from './python-symbol-missing.ts';

testRule(rule, {
  accepts: {
    'what this Python has, what may be missing, and what is no Python': {
      files: {
        'python/a.so': { elf: { wanted: ['PyList_New', 'weak:PyUnicodeUCS4_DecodeUTF8', 'PyArray_New', 'malloc'] } },
      },
    },
    'what another file of the layer defines': {
      files: {
        'python/a.so': { elf: { wanted: ['PyString_FromString'] } },
        'python/libcompat.so': { elf: { defined: ['PyString_FromString'] } },
      },
    },
    'a module for another CPU, which is a finding of its own': {
      files: { 'python/a.so': { elf: { machine: 183, wanted: ['PyString_FromString'] } } },
    },
    'a layer for Node': {
      target: 'nodejs24.x/x86_64',
      files: { 'python/a.so': { elf: { wanted: ['PyString_FromString'] } } },
    },
  },
  reports: {
    'a module of Python 2': {
      files: {
        'python/a.so': {
          elf: { wanted: ['PyUnicodeUCS4_DecodeUTF8', 'PyString_FromString', '_Py_ZeroStruct', 'Py_InitModule4_64'] },
        },
      },
      findings: [
        'python/a.so: wants PyString_FromString, PyUnicodeUCS4_DecodeUTF8, Py_InitModule4_64 and 1 more of Python, but python3.9 does not have them',
      ],
    },
    'a newer stable ABI': {
      files: { 'python/a.abi3.so': { elf: { wanted: ['PyList_New', 'PyType_GetName'] } } },
      findings: ['python/a.abi3.so: wants PyType_GetName of Python, but python3.9 does not have it'],
    },
  },
});

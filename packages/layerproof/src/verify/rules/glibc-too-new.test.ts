import { testRule } from '../testing/test-rule.ts';
import rule from './glibc-too-new.ts';

const needs = (versionNeeds: Readonly<Record<string, readonly string[]>>, more = {}) => ({
  elf: { needed: Object.keys(versionNeeds), versionNeeds, ...more },
});

testRule(rule, {
  accepts: {
    'what the runtime defines, up to the last version': {
      files: {
        'python/a.so': needs({
          'libc.so.6': ['GLIBC_2.2.5', 'GLIBC_2.26'],
          'libstdc++.so.6': ['GLIBCXX_3.4.24', 'CXXABI_1.3.11', 'CXXABI_FLOAT128'],
          'libgcc_s.so.1': ['GCC_7.0.0'],
        }),
      },
    },
    'a newer version on a newer runtime': {
      target: 'python3.12/x86_64',
      files: { 'python/a.so': needs({ 'libc.so.6': ['GLIBC_2.34'] }) },
    },
    'a version that may be missing': { files: { 'python/a.so': needs({ 'libc.so.6': ['weak:GLIBC_2.28'] }) } },
    'a library that the layer brings itself, with the version': {
      files: {
        'python/a.so': needs({ 'libstdc++.so.6': ['GLIBCXX_3.4.32'] }, { rpath: '$ORIGIN/libs' }),
        'python/libs/libstdc++.so.6': { elf: { versionDefinitions: ['GLIBCXX_3.4.32'] } },
      },
    },
    'one of the layer without any versions, which the loader takes as it is': {
      files: {
        'python/a.so': needs({ 'libstdc++.so.6': ['GLIBCXX_3.4.32'] }, { rpath: '$ORIGIN' }),
        'python/libstdc++.so.6': { elf: {} },
      },
    },
    'versions of other libraries': { files: { 'python/a.so': needs({ 'libz.so.1': ['ZLIB_1.2.9'] }) } },
    'a file for another CPU, which is a finding of its own': {
      files: { 'python/a.so': needs({ 'libc.so.6': ['GLIBC_2.38'] }, { machine: 183 }) },
    },
  },
  reports: {
    'the highest of the versions that are too new': {
      target: 'python3.11/x86_64',
      files: { 'python/a.so': needs({ 'libc.so.6': ['GLIBC_2.28', 'GLIBC_2.34', 'GLIBC_2.9'] }) },
      findings: ['python/a.so: needs GLIBC_2.34 of libc.so.6, but python3.11 has GLIBC_2.26 at most'],
    },
    'each family of versions': {
      files: {
        'python/a.so': needs({
          'libm.so.6': ['GLIBC_2.29'],
          'libstdc++.so.6': ['GLIBCXX_3.4.26', 'CXXABI_1.3.13'],
          'libgcc_s.so.1': ['GCC_12.0.0'],
        }),
      },
      findings: [
        'python/a.so: needs GLIBC_2.29 of libm.so.6, but python3.9 has GLIBC_2.26 at most',
        'python/a.so: needs GLIBCXX_3.4.26 of libstdc++.so.6, but python3.9 has GLIBCXX_3.4.24 at most',
        'python/a.so: needs CXXABI_1.3.13 of libstdc++.so.6, but python3.9 has CXXABI_1.3.11 at most',
        'python/a.so: needs GCC_12.0.0 of libgcc_s.so.1, but python3.9 has GCC_7.0.0 at most',
      ],
    },
    'what every image of the runtime must have, not the newest alone': {
      target: 'nodejs24.x/arm64',
      files: { 'nodejs/a.node': needs({ 'libstdc++.so.6': ['GLIBCXX_3.4.30'] }, { machine: 183 }) },
      findings: ['nodejs/a.node: needs GLIBCXX_3.4.30 of libstdc++.so.6, but nodejs24.x has GLIBCXX_3.4.29 at most'],
    },
    'a version without a number that no image is known to define': {
      target: 'python3.12/x86_64',
      files: { 'python/a.so': needs({ 'libc.so.6': ['GLIBC_ABI_DT_RELR'] }) },
      findings: ['python/a.so: needs GLIBC_ABI_DT_RELR of libc.so.6, but python3.12 has GLIBC_2.34 at most'],
    },
    'as a warning what glibc keeps to itself': {
      files: { 'bin/ffmpeg': needs({ 'libc.so.6': ['GLIBC_2.17', 'GLIBC_PRIVATE'] }) },
      findings: [
        'warning bin/ffmpeg: uses private symbols (GLIBC_PRIVATE) of libc.so.6, but those of python3.9 may differ, as glibc changes them from release to release',
      ],
    },
    'a library in lib/ of the layer, since that of the runtime is found first': {
      files: {
        'python/a.so': needs({ 'libstdc++.so.6': ['GLIBCXX_3.4.32'] }),
        'lib/libstdc++.so.6': { elf: { versionDefinitions: ['GLIBCXX_3.4.32'] } },
      },
      findings: ['python/a.so: needs GLIBCXX_3.4.32 of libstdc++.so.6, but python3.9 has GLIBCXX_3.4.24 at most'],
    },
    'a library of the layer that is older than what is asked of it': {
      files: {
        'python/a.so': needs({ 'libstdc++.so.6': ['GLIBCXX_3.4.33'] }, { rpath: '$ORIGIN' }),
        'python/libstdc++.so.6': { elf: { versionDefinitions: ['GLIBCXX_3.4.32'] } },
      },
      findings: [
        'python/a.so: needs GLIBCXX_3.4.33 of libstdc++.so.6, but python/libstdc++.so.6, which is loaded for it, does not define that',
      ],
    },
  },
});

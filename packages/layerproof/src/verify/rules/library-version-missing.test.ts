import { testRule } from '../testing/test-rule.ts';
import rule from './library-version-missing.ts';

const needs = (versionNeeds: Readonly<Record<string, readonly string[]>>, more = {}) => ({
  elf: { needed: Object.keys(versionNeeds), versionNeeds, ...more },
});

testRule(rule, {
  accepts: {
    'versions that the library of the runtime has': {
      files: { 'python/a.so': needs({ 'libz.so.1': ['ZLIB_1.2.0', 'ZLIB_1.2.5.2'] }) },
    },
    'newer ones on a newer runtime': {
      target: 'python3.12/x86_64',
      files: { 'python/a.so': needs({ 'libz.so.1': ['ZLIB_1.2.9'], 'libcrypto.so.3': ['OPENSSL_3.0.8'] }) },
    },
    'versions of glibc, which are a rule of their own': {
      files: { 'python/a.so': needs({ 'libc.so.6': ['GLIBC_2.38'] }) },
    },
    'a version that may be missing': { files: { 'python/a.so': needs({ 'libz.so.1': ['weak:ZLIB_1.2.9'] }) } },
    'a library of which nothing is known': { files: { 'python/a.so': needs({ 'libexpat.so.1': ['EXPAT_9'] }) } },
    'OpenSSL of a runtime that brings its own': {
      target: 'nodejs24.x/x86_64',
      files: { 'nodejs/a.node': needs({ 'libssl.so.3': ['OPENSSL_3.9.0'] }) },
    },
    'what the library in the layer defines, and one without any versions': {
      files: {
        'python/a.so': needs({ 'libz.so.1': ['ZLIB_1.2.9'], 'libb.so': ['B_2'] }, { rpath: '$ORIGIN' }),
        'python/libz.so.1': { elf: { versionDefinitions: ['ZLIB_1.2.0', 'ZLIB_1.2.9'] } },
        'python/libb.so': { elf: {} },
      },
    },
    'a copy that the runtime has one before, which is a finding of its own': {
      files: { 'python/a.so': needs({ 'libz.so.1': ['ZLIB_1.2.9'] }), 'lib/libz.so.1': { elf: {} } },
    },
    'a file for another CPU, which is a finding of its own': {
      files: { 'python/a.so': needs({ 'libz.so.1': ['ZLIB_1.2.9'] }, { machine: 183 }) },
    },
  },
  reports: {
    'what the library of the runtime is too old for': {
      files: { 'python/a.so': needs({ 'libz.so.1': ['ZLIB_1.2.9'] }) },
      findings: ['python/a.so: needs ZLIB_1.2.9 of libz.so.1, but python3.9 has ZLIB_1.2.5.2 at most'],
    },
    'as a warning what only newer images of the runtime have': {
      target: 'python3.13/arm64',
      files: { 'python/a.so': needs({ 'libssl.so.3': ['OPENSSL_3.2.0'] }, { machine: 183 }) },
      findings: [
        'warning python/a.so: needs OPENSSL_3.2.0 of libssl.so.3, but python3.13 has OPENSSL_3.0.8 at most in its older images',
      ],
    },
    'what a library of the layer is too old for': {
      files: {
        'python/a.so': needs({ 'libavutil.so.56': ['LIBAVUTIL_57'] }, { rpath: '$ORIGIN/libs' }),
        'python/libs/libavutil.so.56': { elf: { versionDefinitions: ['LIBAVUTIL_56'] } },
      },
      findings: [
        'python/a.so: needs LIBAVUTIL_57 of libavutil.so.56, but python/libs/libavutil.so.56, which is loaded for it, does not define that',
      ],
    },
    'as a warning that of a module that everyone does without': {
      files: {
        'python/p/fast.abi3.so': needs({ 'libz.so.1': ['ZLIB_1.2.12'] }),
        'python/p/__init__.py': 'try:\n  from p import fast\nexcept ImportError:\n  fast = None\n',
      },
      findings: [
        'warning python/p/fast.abi3.so: needs ZLIB_1.2.12 of libz.so.1, but python3.9 has ZLIB_1.2.5.2 at most',
      ],
    },
  },
});

import { testRule } from '../testing/test-rule.ts';
import rule from './missing-shared-library.ts';

const needs = (needed: readonly string[], more = {}) => ({ elf: { needed, ...more } });
const LIBRARY = { elf: {} };
const ARM64 = { elf: { machine: 183 } };

testRule(rule, {
  accepts: {
    'libraries of the runtime': {
      files: { 'python/a.so': needs(['libc.so.6', 'libpython3.9.so.1.0', 'libexpat.so.1']) },
    },
    'a library beside the file, by DT_RUNPATH': {
      files: { 'python/a.so': needs(['libb.so.1'], { runpath: '$ORIGIN' }), 'python/libb.so.1': LIBRARY },
    },
    'a library in the folder of the wheel, by DT_RPATH': {
      files: {
        'python/p/a.so': needs(['libb-1a2b.so.1'], { rpath: '$ORIGIN/../p.libs' }),
        'python/p.libs/libb-1a2b.so.1': LIBRARY,
      },
    },
    'a library in lib/': { files: { 'python/a.so': needs(['libb.so.1']), 'lib/libb.so.1': LIBRARY } },
    'a library behind symbolic links': {
      files: {
        'python/a.so': needs(['libb.so.1'], { runpath: '/opt/native' }),
        native: { link: 'real' },
        'real/libb.so.1': { link: './libb.so.1.2' },
        'real/libb.so.1.2': LIBRARY,
      },
    },
    'a library that only the DT_RPATH of the loading file leads to': {
      files: {
        'python/a.so': needs(['libb.so'], { rpath: '$ORIGIN/libs' }),
        'python/libs/libb.so': needs(['libe.so']),
        'python/libs/libe.so': needs(['libd.so']),
        'python/libs/libd.so': LIBRARY,
      },
    },
    'a file for another CPU, which is a finding of its own': {
      files: { 'python/a.so': needs(['libGL.so.1'], { machine: 183 }) },
    },
    'a module for another Python, which is never loaded': {
      files: { 'python/a.cpython-38-x86_64-linux-gnu.so': needs(['libGL.so.1']) },
    },
  },
  reports: {
    'a library that is nowhere': {
      target: 'python3.12/x86_64',
      files: { 'python/a.so': needs(['libGL.so.1', 'libexpat.so.1', 'libc.so.6']) },
      findings: [
        'python/a.so: needs libGL.so.1, which is neither in the layer nor in python3.12/x86_64',
        'python/a.so: needs libexpat.so.1, which is neither in the layer nor in python3.12/x86_64',
      ],
    },
    'what only a module that is damaged would have loaded': {
      files: {
        'python/p/a.so': { bytes: Uint8Array.from([0xcf, 0xfa, 0xed, 0xfe, 0x0c, 0, 0, 1]) },
        'python/p.libs/libb-1a2b.so.1': needs(['libc-3c4d.so.1']),
        'python/p.libs/libc-3c4d.so.1': LIBRARY,
        'python/p.libs/libd-5e6f.so.1': needs(['libb-1a2b.so.1']),
      },
      findings: [
        'warning python/p.libs/libb-1a2b.so.1: needs libc-3c4d.so.1, which lies in the layer at python/p.libs/libc-3c4d.so.1, where the loader does not look for it unless another file has loaded it',
        'warning python/p.libs/libd-5e6f.so.1: needs libb-1a2b.so.1, which lies in the layer at python/p.libs/libb-1a2b.so.1, where the loader does not look for it unless another file has loaded it',
      ],
    },
    'a library that is there, but damaged': {
      files: {
        'python/a.so': needs(['libb.so.1'], { rpath: '$ORIGIN' }),
        'python/libb.so.1': 'version https://git-lfs',
      },
      findings: ['python/a.so: needs libb.so.1, but python/libb.so.1 cannot be loaded'],
    },
    'a library that lies where nobody looks': {
      files: { 'python/a.so': needs(['libpq.so.5']), 'python/libpq.so.5': LIBRARY },
      findings: [
        'python/a.so: needs libpq.so.5, which lies in the layer at python/libpq.so.5, where the loader does not look for it',
      ],
    },
    'as a warning such a library when another file loads it': {
      files: {
        'python/p/a.so': needs(['libb.so.1'], { runpath: '$ORIGIN/libs' }),
        'python/p/b.so': needs(['libb.so.1']),
        'python/p/libs/libb.so.1': LIBRARY,
      },
      findings: [
        'warning python/p/b.so: needs libb.so.1, which lies in the layer at python/p/libs/libb.so.1, where the loader does not look for it unless another file has loaded it',
      ],
    },
    'a library behind DT_RPATH when there is a DT_RUNPATH, which switches it off': {
      files: {
        'python/a.so': needs(['libb.so'], { rpath: '$ORIGIN/libs', runpath: '/opt/other' }),
        'python/libs/libb.so': LIBRARY,
      },
      findings: [
        'python/a.so: needs libb.so, which lies in the layer at python/libs/libb.so, where the loader does not look for it',
      ],
    },
    'a library for another CPU, which the loader passes over': {
      files: { 'python/a.so': needs(['libb.so'], { rpath: '$ORIGIN' }), 'python/libb.so': ARM64 },
      findings: [
        'python/a.so: needs libb.so, which lies in the layer at python/libb.so, where the loader does not look for it',
      ],
    },
    'a link that leads out of the layer': {
      files: {
        'python/a.so': needs(['libb.so'], { rpath: '$ORIGIN' }),
        'python/libb.so': { link: '/usr/lib/libb.so' },
      },
      findings: ['python/a.so: needs libb.so, which is neither in the layer nor in python3.9/x86_64'],
    },
    'links that go in circles': {
      files: {
        'python/a.so': needs(['libb.so'], { rpath: '$ORIGIN' }),
        'python/libb.so': { link: 'libc.so' },
        'python/libc.so': { link: 'libb.so' },
      },
      findings: ['python/a.so: needs libb.so, which is neither in the layer nor in python3.9/x86_64'],
    },
    'as a warning one of a module that everyone who imports it does without': {
      files: {
        'python/p/pool.cpython-39-x86_64-linux-gnu.so': needs(['libtbb.so.12']),
        'python/p/parallel.py': 'def f():\n  try:\n    from p import pool as lib\n  except ImportError:\n    pass\n',
        'python/p/other.py': 'pool = 1',
        'python/p/tests/test_pool.py': 'from .. import pool',
      },
      findings: [
        'warning python/p/pool.cpython-39-x86_64-linux-gnu.so: needs libtbb.so.12, which is neither in the layer nor in python3.9/x86_64; python/p/parallel.py:3 does without it',
      ],
    },
    'one of a module that somebody cannot do without': {
      files: {
        'python/p/pool.abi3.so': needs(['libtbb.so.12']),
        'python/p/__init__.py': 'try:\n  from . import pool\nexcept ImportError:\n  pass\n',
        'python/p/part/__init__.py': 'from ..pool import run',
      },
      findings: ['python/p/pool.abi3.so: needs libtbb.so.12, which is neither in the layer nor in python3.9/x86_64'],
    },
    'one of a module whose absence is raised again': {
      files: {
        'python/p/core.abi3.so': needs(['libtbb.so.12']),
        'python/p/__init__.py': 'try:\n  import p.core\nexcept ImportError as e:\n  raise ImportError("help") from e\n',
      },
      findings: ['python/p/core.abi3.so: needs libtbb.so.12, which is neither in the layer nor in python3.9/x86_64'],
    },
    'a file for Alpine Linux, once': {
      files: { 'python/a.so': needs(['libc.musl-x86_64.so.1', 'libb.so']) },
      findings: ['python/a.so: is linked against musl (Alpine Linux), but python3.9/x86_64 has glibc 2.26'],
    },
    'a file for another system whose C library has another name': {
      target: 'nodejs22.x/arm64',
      files: {
        'nodejs/node_modules/a/a.node': needs(['libc.so', 'libgcc_s.so.1'], { machine: 183 }),
        'nodejs/node_modules/b/b.node': needs(['liblog.so', 'libc.so'], { machine: 183 }),
        'nodejs/node_modules/c/c.node': needs(['libthr.so.3', 'libc.so.7'], { machine: 183 }),
      },
      findings: [
        'nodejs/node_modules/a/a.node: is linked against musl (Alpine Linux), but nodejs22.x/arm64 has glibc 2.34',
        'nodejs/node_modules/b/b.node: is linked against the C library of Android, but nodejs22.x/arm64 has glibc 2.34',
        'nodejs/node_modules/c/c.node: is linked against libc.so.7, the C library of another system, but nodejs22.x/arm64 has glibc 2.34',
      ],
    },
    'as a warning one that a package does not pick': {
      target: 'nodejs24.x/x86_64',
      files: {
        'nodejs/node_modules/@img/a-linuxmusl-x64/a.node': needs(['libc.musl-x86_64.so.1']),
        'nodejs/node_modules/@img/a-linux-x64/a.node': needs(['libc.so.6']),
      },
      findings: [
        'warning nodejs/node_modules/@img/a-linuxmusl-x64/a.node: is linked against musl (Alpine Linux), but nodejs24.x/x86_64 has glibc 2.34; nodejs/node_modules/@img/a-linux-x64/a.node is loaded in its place',
      ],
    },
  },
});

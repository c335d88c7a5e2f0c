import rule from './pure-python-fallback.ts';
import { testRule } from '../testing/test-rule.ts';

/** A package with native code for one Python and CPU, and pure Python for the rest. */
const withSpeedups = (...native: readonly string[]) => ({ fast: { '1.0': { tags: ['py3-none-any', ...native] } } });

testRule(rule, {
  accepts: {
    'the native wheel where there is one': {
      resolvedFrom: withSpeedups('cp39-cp39-manylinux2014_x86_64', 'cp310-cp310-manylinux2014_x86_64'),
    },
    'a package in pure Python alone': { resolvedFrom: withSpeedups() },
    'native code for Windows and macOS alone': {
      resolvedFrom: withSpeedups('cp39-cp39-win_amd64', 'cp39-cp39-macosx_11_0_arm64'),
    },
    'native code for Alpine, PyPy, Python 2, free-threaded Python and other CPUs': {
      resolvedFrom: withSpeedups(
        'cp39-cp39-musllinux_1_2_x86_64',
        'pp39-pypy39_pp73-manylinux_2_17_x86_64',
        'cp27-cp27mu-manylinux2014_x86_64',
        'cp313-cp313t-manylinux_2_17_x86_64',
        'cp39-cp39-manylinux_2_17_ppc64le',
        'cp39-cp39-manylinux_2_17_i686',
      ),
    },
    'native code for a newer C library than any Lambda runtime has': {
      resolvedFrom: withSpeedups('cp312-cp312-manylinux_2_39_x86_64'),
    },
    'a layer of which the resolution is not known': { files: { 'python/fast.py': '' } },
  },
  reports: {
    'native code for another Python': {
      resolvedFrom: withSpeedups(
        'cp37-cp37m-manylinux2014_x86_64',
        'cp38-cp38-manylinux2014_x86_64',
        'cp311-abi3-manylinux_2_17_ppc64le',
      ),
      findings: ['fast 1.0 came in pure Python, although it has native code for python3.8/x86_64'],
    },
    'native code for the other CPU': {
      target: 'python3.9/arm64',
      resolvedFrom: withSpeedups('cp39-cp39-manylinux2014_x86_64'),
      findings: ['fast 1.0 came in pure Python, although it has native code for python3.9/x86_64'],
    },
    'native code for a newer C library': {
      target: 'python3.11/x86_64',
      resolvedFrom: withSpeedups('cp38-abi3-manylinux_2_28_x86_64'),
      findings: ['fast 1.0 came in pure Python, although it has native code for python3.12/x86_64'],
    },
    'native code for a Python that the release itself is for': {
      target: 'python3.15/arm64',
      resolvedFrom: withSpeedups('cp314-cp314-manylinux_2_28_aarch64', 'cp314-cp314-manylinux_2_28_x86_64'),
      findings: ['fast 1.0 came in pure Python, although it has native code for python3.14/arm64'],
    },
  },
});

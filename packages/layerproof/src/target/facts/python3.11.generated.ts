// Written by scripts/target-facts.ts. Change the research file and run the script; do not edit.
import type { RuntimeFacts } from '../facts.ts';

export default {
  runtime: 'python3.11',
  family: 'python',
  base: 'al2',
  glibc: '2.26',
  architectures: {
    x86_64: {
      symbolCeilings: {
        GLIBC: '2.26',
        GLIBCXX: '3.4.24',
        CXXABI: '1.3.11',
        GCC: '7.0.0',
      },
      unnumberedSymbols: [
        'CXXABI_TM_1', 'CXXABI_FLOAT128',
      ],
      languageLibraries: [
        'libbz2.so', 'libbz2.so.1', 'libbz2.so.1.0.6', 'libcrypt.so', 'libcrypt.so.1', 'libgdbm.so.4',
        'libgdbm.so.4.0.0', 'libgdbm_compat.so', 'libgdbm_compat.so.4', 'libgdbm_compat.so.4.0.0', 'liblzma.so',
        'liblzma.so.5', 'liblzma.so.5.2.2', 'libpython3.11.so', 'libpython3.11.so.1.0', 'libpython3.so',
        'libreadline.so', 'libreadline.so.6', 'libreadline.so.6.2', 'libsqlite3.so', 'libsqlite3.so.0',
        'libsqlite3.so.0.8.6',
      ],
      extensionSuffixes: [
        '.cpython-311-x86_64-linux-gnu.so', '.abi3.so', '.so',
      ],
    },
    arm64: {
      symbolCeilings: {
        GLIBC: '2.26',
        GLIBCXX: '3.4.24',
        CXXABI: '1.3.11',
        GCC: '7.0.0',
      },
      unnumberedSymbols: [
        'CXXABI_TM_1',
      ],
      languageLibraries: [
        'libbz2.so', 'libbz2.so.1', 'libbz2.so.1.0.6', 'libcrypt.so', 'libcrypt.so.1', 'libgdbm.so.4',
        'libgdbm.so.4.0.0', 'libgdbm_compat.so', 'libgdbm_compat.so.4', 'libgdbm_compat.so.4.0.0', 'liblzma.so',
        'liblzma.so.5', 'liblzma.so.5.2.2', 'libpython3.11.so', 'libpython3.11.so.1.0', 'libpython3.so',
        'libreadline.so', 'libreadline.so.6', 'libreadline.so.6.2', 'libsqlite3.so', 'libsqlite3.so.0',
        'libsqlite3.so.0.8.6',
      ],
      extensionSuffixes: [
        '.cpython-311-aarch64-linux-gnu.so', '.abi3.so', '.so',
      ],
    },
  },
  layerFolders: [
    'python/lib/python3.11/site-packages', 'python',
  ],
  preinstalled: {
    awslambdaric: '4.0.1',
    boto3: '1.42.97',
    botocore: '1.42.97',
    jmespath: '1.0.1',
    pip: '24.0',
    'python-dateutil': '2.9.0.post0',
    s3transfer: '0.16.0',
    setuptools: '79.0.1',
    simplejson: '4.1.1',
    six: '1.17.0',
    'snapshot-restore-py': '1.0.0',
    urllib3: '1.26.19',
  },
  python: {
    version: '3.11',
    abi: 'cp311',
  },
  node: undefined,
  evidence: {
    architectures: {
      confidence: 'documented',
      sources: [
        'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html',
        'https://github.com/shogo82148/docker-lambda/tree/9db92970cf81bb46a72333fc6a8801ef74677086/dockerfiles',
      ],
      note: undefined,
    },
    glibc: {
      confidence: 'observed',
      sources: [
        'https://github.com/shogo82148/docker-lambda/tree/9db92970cf81bb46a72333fc6a8801ef74677086/dockerfiles',
      ],
      note: 'rpm list of the dumped root file system',
    },
    maxSymbolVersions: {
      confidence: 'inferred',
      sources: [
        'https://github.com/shogo82148/docker-lambda/tree/9db92970cf81bb46a72333fc6a8801ef74677086/dockerfiles',
        'https://gcc.gnu.org/onlinedocs/libstdc++/manual/abi.html',
        'https://github.com/pypa/auditwheel/blob/86154d15d6a53a85aab6187032e86348a3a15df1/src/auditwheel/policy/manylinux-policy.json',
      ],
      note: 'from library file versions (libstdc++.so.6.0.N, libgcc rpm) mapped with GCC/auditwheel tables; no readelf of a Lambda binary was possible here',
    },
    langLibs: {
      confidence: 'observed',
      sources: [
        'https://github.com/shogo82148/docker-lambda/tree/9db92970cf81bb46a72333fc6a8801ef74677086/dockerfiles',
      ],
      note: 'dump of a real python3.11 function, last changed 2026-07-24 (0317bef66d)',
    },
    base: {
      confidence: 'inferred',
      sources: [
        'https://github.com/shogo82148/docker-lambda/tree/9db92970cf81bb46a72333fc6a8801ef74677086/dockerfiles',
      ],
      note: 'dump taken inside nodejs16.x (AL2); assumed identical for other AL2 runtimes',
    },
    extensionSuffixes: {
      confidence: 'observed',
      sources: [
        'CPython 3.7-3.13 on Linux x86_64: importlib.machinery.EXTENSION_SUFFIXES, MAGIC_NUMBER, sys.builtin_module_names',
      ],
      note: 'SOABI confirmed by lib-dynload file names in the dump; suffix list from a CPython of the same minor version on x86_64; arm64 by the same rule',
    },
    searchPaths: {
      confidence: 'inferred',
      sources: [
        'copies of AWS /var/runtime/bootstrap.py', 'sys.path log of a live python3.13 function',
        'https://docs.aws.amazon.com/lambda/latest/dg/python-package.html',
      ],
      note: 'same bootstrap code family as the observed 3.13 log',
    },
    preinstalledPackages: {
      confidence: 'observed',
      sources: [
        'https://github.com/shogo82148/docker-lambda/tree/9db92970cf81bb46a72333fc6a8801ef74677086/dockerfiles',
      ],
      note: 'us-east-1, as of 2026-07-24; AWS changes these without notice',
    },
  },
} satisfies RuntimeFacts;

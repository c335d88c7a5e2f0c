// Written by scripts/target-facts.ts. Change the research file and run the script; do not edit.
import type { RuntimeFacts } from '../facts.ts';

export default {
  runtime: 'python3.15',
  family: 'python',
  base: 'al2023',
  glibc: '2.34',
  architectures: {
    x86_64: {
      symbolCeilings: {
        GLIBC: '2.34',
        GLIBCXX: '3.4.29',
        CXXABI: '1.3.13',
        GCC: '7.0.0',
      },
      unnumberedSymbols: [
        'CXXABI_TM_1', 'CXXABI_FLOAT128',
      ],
      languageLibraries: [
        'libbz2.so', 'libbz2.so.1', 'libbz2.so.1.0.8', 'libcrypt.so', 'libcrypt.so.1', 'libcrypt.so.1.1.0',
        'libcrypt.so.2', 'libcrypt.so.2.0.0', 'libgdbm.so.6', 'libgdbm.so.6.0.0', 'libgdbm_compat.so',
        'libgdbm_compat.so.4', 'libgdbm_compat.so.4.0.0', 'liblzma.so', 'liblzma.so.5', 'liblzma.so.5.2.5',
        'libpython3.15.so', 'libpython3.15.so.1.0', 'libpython3.so', 'libreadline.so', 'libreadline.so.8',
        'libreadline.so.8.1', 'libsqlite3.so', 'libsqlite3.so.0', 'libsqlite3.so.0.8.6', 'libzstd.so', 'libzstd.so.1',
        'libzstd.so.1.5.5',
      ],
      extensionSuffixes: [
        '.cpython-315-x86_64-linux-gnu.so', '.abi3.so', '.abi3t.so', '.so',
      ],
    },
    arm64: {
      symbolCeilings: {
        GLIBC: '2.34',
        GLIBCXX: '3.4.29',
        CXXABI: '1.3.13',
        GCC: '11.0',
      },
      unnumberedSymbols: [
        'CXXABI_TM_1',
      ],
      languageLibraries: [
        'libbz2.so', 'libbz2.so.1', 'libbz2.so.1.0.8', 'libcrypt.so', 'libcrypt.so.2', 'libcrypt.so.2.0.0',
        'libgdbm.so.6', 'libgdbm.so.6.0.0', 'libgdbm_compat.so', 'libgdbm_compat.so.4', 'libgdbm_compat.so.4.0.0',
        'liblzma.so', 'liblzma.so.5', 'liblzma.so.5.2.5', 'libpython3.15.so', 'libpython3.15.so.1.0', 'libpython3.so',
        'libreadline.so', 'libreadline.so.8', 'libreadline.so.8.1', 'libsqlite3.so', 'libsqlite3.so.0',
        'libsqlite3.so.0.8.6', 'libzstd.so', 'libzstd.so.1', 'libzstd.so.1.5.5',
      ],
      extensionSuffixes: [
        '.cpython-315-aarch64-linux-gnu.so', '.abi3.so', '.abi3t.so', '.so',
      ],
    },
  },
  layerFolders: [
    'python/lib/python3.15/site-packages', 'python',
  ],
  preinstalled: {
    awslambdaric: '4.0.0',
    boto3: '1.40.4',
    botocore: '1.40.4',
    jmespath: '1.0.1',
    pip: '26.0.1',
    'python-dateutil': '2.9.0.post0',
    s3transfer: '0.13.1',
    simplejson: '4.1.1',
    six: '1.17.0',
    'snapshot-restore-py': '1.0.0',
    urllib3: '2.6.3',
  },
  python: {
    version: '3.15',
    abi: 'cp315',
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
      note: 'dump of a real python3.15 function, last changed 2026-08-07 (779de2cde1)',
    },
    base: {
      confidence: 'inferred',
      sources: [
        'https://github.com/shogo82148/docker-lambda/tree/9db92970cf81bb46a72333fc6a8801ef74677086/dockerfiles',
      ],
      note: 'dump taken inside provided.al2023; AWS blog says the Python 3.12 runtime is based on provided.al2023',
    },
    extensionSuffixes: {
      confidence: 'documented',
      sources: [
        'https://peps.python.org/pep-0803/',
      ],
      note: 'SOABI confirmed by lib-dynload file names in the dump',
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
      note: 'us-east-1, as of 2026-08-07; AWS changes these without notice',
    },
  },
} satisfies RuntimeFacts;

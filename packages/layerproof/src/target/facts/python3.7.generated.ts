// Written by scripts/target-facts.ts. Change the research file and run the script; do not edit.
import type { RuntimeFacts } from '../facts.ts';

export default {
  runtime: 'python3.7',
  family: 'python',
  base: 'al1',
  glibc: '2.17',
  architectures: {
    x86_64: {
      symbolCeilings: {
        GLIBC: '2.17',
        GLIBCXX: '3.4.24',
        CXXABI: '1.3.11',
        GCC: '7.0.0',
      },
      unnumberedSymbols: [
        'CXXABI_TM_1', 'CXXABI_FLOAT128',
      ],
      languageLibraries: [
        'libcrypto.so', 'libcrypto.so.1.0.2k', 'libcrypto.so.10', 'libpython3.7m.so', 'libpython3.7m.so.1.0',
        'libpython3.so', 'libssl.so', 'libssl.so.1.0.2k', 'libssl.so.10',
      ],
      extensionSuffixes: [
        '.cpython-37m-x86_64-linux-gnu.so', '.abi3.so', '.so',
      ],
    },
  },
  layerFolders: [
    'python/lib/python3.7/site-packages', 'python',
  ],
  preinstalled: {
    boto3: '1.26.90',
    botocore: '1.29.90',
    certifi: '2020.11.8',
    chardet: '4.0.0',
    'charset-normalizer': '2.0.12',
    idna: '2.10',
    jmespath: '1.0.1',
    pip: '23.0.1',
    'python-dateutil': '2.8.2',
    requests: '2.26.0',
    s3transfer: '0.6.0',
    setuptools: '47.1.0',
    six: '1.16.0',
    urllib3: '1.26.6',
  },
  python: {
    version: '3.7',
    abi: 'cp37m',
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
      note: 'dump of a real python3.7 function, last changed 2023-11-28 (b759686f75)',
    },
    base: {
      confidence: 'observed',
      sources: [
        'https://github.com/shogo82148/docker-lambda/tree/9db92970cf81bb46a72333fc6a8801ef74677086/dockerfiles',
      ],
      note: 'dump of the AL1 provided runtime',
    },
    extensionSuffixes: {
      confidence: 'observed',
      sources: [
        'CPython 3.7-3.13 on Linux x86_64: importlib.machinery.EXTENSION_SUFFIXES, MAGIC_NUMBER, sys.builtin_module_names',
      ],
      note: 'SOABI confirmed by lib-dynload file names in the dump; suffix list from a CPython of the same minor version on x86_64; arm64 by the same rule',
    },
    searchPaths: {
      confidence: 'observed',
      sources: [
        'copies of AWS /var/runtime/bootstrap.py', 'sys.path log of a live python3.13 function',
        'https://docs.aws.amazon.com/lambda/latest/dg/python-package.html',
      ],
      note: 'copies of bootstrap.py of the 3.7-3.10 runtimes',
    },
    preinstalledPackages: {
      confidence: 'observed',
      sources: [
        'https://github.com/shogo82148/docker-lambda/tree/9db92970cf81bb46a72333fc6a8801ef74677086/dockerfiles',
      ],
      note: 'us-east-1, as of 2023-11-28; AWS changes these without notice',
    },
  },
} satisfies RuntimeFacts;

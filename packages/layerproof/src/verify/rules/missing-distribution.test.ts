import { metadata } from '../testing/layer-of.ts';
import { testRule } from '../testing/test-rule.ts';
import rule from './missing-distribution.ts';

const installed = (name: string, version: string, requires: readonly string[] = [], folder = 'python') => ({
  [`${folder}/${name}-${version}.dist-info/METADATA`]: metadata(name, version, requires),
});

testRule(rule, {
  accepts: {
    'a layer that holds all it needs': {
      files: { ...installed('requests', '2.31.0', ['idna<4,>=2.5']), ...installed('idna', '3.7') },
    },
    'names that are spelt in another way': {
      files: { ...installed('a', '1', ['Charset_Normalizer>=2']), ...installed('charset-normalizer', '3.1') },
    },
    'what only another system or Python needs': {
      files: installed('a', '1', [
        'colorama; sys_platform == "win32"',
        'tomli; python_version < "3.9"',
        'b; extra == "test"',
      ]),
    },
    'a package whose metadata was cut away': {
      files: { ...installed('a', '1', ['charset-normalizer']), 'python/charset_normalizer/__init__.py': '' },
    },
    'two metadata folders of one package, one of which fits': {
      files: { ...installed('a', '1', ['b<2']), ...installed('b', '2.0'), ...installed('b', '1.5') },
    },
    'a layer for Node': { target: 'nodejs24.x/arm64', files: installed('a', '1', ['missing']) },
    'what lies in a folder that Python does not search': { files: installed('a', '1', ['missing'], 'elsewhere') },
  },
  reports: {
    'a need that nothing imports, and one that may go by another name': {
      files: {
        'python/a/__init__.py': 'import os\ntry:\n    import simplejson\nexcept ImportError:\n    pass\n',
        'python/a-1.dist-info/METADATA': metadata('a', '1', ['colorlog']),
        'python/a-1.dist-info/RECORD': 'a/__init__.py,,\n',
        'python/b.py': 'def f():\n    import yaml\n',
        'python/b-1.dist-info/METADATA': metadata('b', '1', ['PyYAML']),
        'python/b-1.dist-info/RECORD': 'b.py,,\n',
      },
      findings: [
        'warning python/a-1.dist-info/METADATA: a 1 needs colorlog, which is neither in the layer nor in python3.9; nothing in a imports a module of that name',
        'python/b-1.dist-info/METADATA: b 1 needs pyyaml, which is neither in the layer nor in python3.9',
      ],
    },
    'a need that its code passes over, and modules that are of no need': {
      files: {
        'python/a/__init__.py': 'try:\n    import chardet\nexcept ImportError:\n    chardet = None\n',
        'python/a/keras.py': 'import keras, py\n',
        'python/a-1.dist-info/METADATA': metadata('a', '1', ['chardet', 'python-slugify']),
        'python/a-1.dist-info/RECORD': 'a/__init__.py,,\na/keras.py,,\n',
      },
      findings: [
        'warning python/a-1.dist-info/METADATA: a 1 needs chardet, which is neither in the layer nor in python3.9; python/a/__init__.py:2 does without it',
        'warning python/a-1.dist-info/METADATA: a 1 needs python-slugify, which is neither in the layer nor in python3.9; nothing in a imports a module of that name',
      ],
    },
    'a need under a name of its own, one that raises in other words, and one of machine code': {
      files: {
        'python/a.py': 'def f():\n    import cv2\n',
        'python/a-1.dist-info/METADATA': metadata('a', '1', ['opencv-python-headless']),
        'python/a-1.dist-info/RECORD': 'a.py,,\n',
        'python/b.py': 'try:\n    import jose\nexcept ImportError:\n    raise RuntimeError("install python-jose")\n',
        'python/b-1.dist-info/METADATA': metadata('b', '1', ['python-jose']),
        'python/b-1.dist-info/RECORD': 'b.py,,\n',
        'python/c.so': 'PyInit_c import _ftfy_backend ',
        'python/c-1.dist-info/METADATA': metadata('c', '1', ['ftfy', 'tfy']),
        'python/c-1.dist-info/RECORD': 'c.so,,\n',
      },
      findings: [
        'python/a-1.dist-info/METADATA: a 1 needs opencv-python-headless, which is neither in the layer nor in python3.9',
        'python/b-1.dist-info/METADATA: b 1 needs python-jose, which is neither in the layer nor in python3.9',
        'python/c-1.dist-info/METADATA: c 1 needs ftfy, which is neither in the layer nor in python3.9',
        'warning python/c-1.dist-info/METADATA: c 1 needs tfy, which is neither in the layer nor in python3.9; nothing in c imports a module of that name',
      ],
    },
    'each package that is missing': {
      files: installed('requests', '2.31.0', ['idna<4,>=2.5', 'certifi', 'urllib3<3']),
      findings: [
        'python/requests-2.31.0.dist-info/METADATA: requests 2.31.0 needs idna<4,>=2.5, which is neither in the layer nor in python3.9',
        'python/requests-2.31.0.dist-info/METADATA: requests 2.31.0 needs certifi, which is neither in the layer nor in python3.9',
        'note python/requests-2.31.0.dist-info/METADATA: requests 2.31.0 needs urllib3<3, which the layer leaves to python3.9: 1.26.19 when last seen, and AWS changes it without notice',
      ],
    },
    'a package that is there in another version': {
      files: { ...installed('botocore', '1.40.4', ['urllib3<1.27']), ...installed('urllib3', '2.0.4') },
      findings: [
        'python/botocore-1.40.4.dist-info/METADATA: botocore 1.40.4 needs urllib3<1.27, but the layer has urllib3 2.0.4',
      ],
    },
    'a package that the runtime has in another version': {
      files: installed('a', '1', ['urllib3>=2']),
      findings: [
        'python/a-1.dist-info/METADATA: a 1 needs urllib3>=2, which is neither in the layer nor in python3.9, which has urllib3 1.26.19',
      ],
    },
    'what the target needs, not this machine': {
      target: 'python3.9/arm64',
      files: installed('a', '1', ['b; platform_machine == "aarch64"', 'c; platform_machine == "x86_64"']),
      findings: ['python/a-1.dist-info/METADATA: a 1 needs b, which is neither in the layer nor in python3.9'],
    },
    'what an extra brings, when another package asks for it': {
      files: {
        ...installed('a', '1', ['b[fast]']),
        ...installed('b', '2', ['c; extra == "fast"', 'd; extra == "slow"']),
      },
      findings: ['python/b-2.dist-info/METADATA: b 2 needs c, which is neither in the layer nor in python3.9'],
    },
    'metadata that nobody can read': {
      files: installed('a', '1', ['==1.0']),
      findings: [
        'python/a-1.dist-info/METADATA: what a 1 needs cannot be read: Requirement `==1.0` cannot be read: it does not begin with the name of a distribution',
      ],
    },
  },
});

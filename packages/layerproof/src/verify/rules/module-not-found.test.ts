import { metadata } from '../testing/layer-of.ts';
import { testRule } from '../testing/test-rule.ts';
import rule from './module-not-found.ts';

testRule(rule, {
  accepts: {
    'what is in the layer, the standard library and the runtime': {
      files: {
        'python/page/__init__.py':
          'import json, boto3, dateutil.parser\nfrom . import letter\nfrom .deep.er import x\nimport other.part\n',
        'python/page/letter.py': 'import page.deep\n',
        'python/page/deep/__init__.py': '',
        'python/page/deep/er.cpython-39-x86_64-linux-gnu.so': '',
        'python/other/part.py': 'from page import undefined_name\n',
      },
    },
    'imports that may fail, and those that only a function does': {
      files: {
        'python/page.py':
          'try:\n    import gone\nexcept ImportError:\n    gone = None\ndef f():\n    import gone2\nif TYPE_CHECKING:\n    import gone3\n',
      },
    },
    'a module that nothing imports': {
      files: { 'python/page/__init__.py': '', 'python/page/contrib.py': 'import django\n' },
    },
    'a package that makes its modules itself': {
      files: {
        'python/six2/__init__.py': 'import sys\nsys.modules["six2.moves"] = x\n',
        'python/page.py': 'import six2.moves\n',
      },
    },
    'what a package names as its need, which is a finding of its own': {
      files: {
        'python/page.py': 'import gone\n',
        'python/page-1.0.dist-info/METADATA': metadata('page', '1.0', ['gone>=1']),
      },
    },
    'what a package keeps in a folder of its own, and puts on the path': {
      files: {
        'python/setuptools/__init__.py': 'import jaraco.text, distutils2\n',
        'python/setuptools/_vendor/jaraco/text.py': '',
        'python/setuptools/_distutils2/__init__.py': '',
      },
    },
    'a module that is there for another Python, which is a finding of its own': {
      files: {
        'python/page/__init__.py': 'from page._page import x\nimport _top\n',
        'python/page/_page.cpython-38-x86_64-linux-gnu.so': '',
        'python/_top.cp39-win_amd64.pyd': '',
      },
    },
    'what the function does not import': {
      files: { 'python/page.py': 'import gone\n', 'python/other.py': '' },
      function: { 'handler.py': 'import other, helpers\nfrom . import x\n', 'helpers.py': 'import json\n' },
    },
    'a layer for Node': { target: 'nodejs24.x/x86_64', files: { 'python/page.py': 'import gone\n' } },
  },
  reports: {
    'a module that nobody brings, where it is imported': {
      files: {
        'python/page/__init__.py': 'import os\n\nfrom page import letter\n',
        'python/page/letter.py': 'import json\nimport gone.deep\n',
      },
      findings: [
        'python/page/letter.py: line 2 imports gone, which is neither in the layer nor in python3.9; without it page cannot be imported',
      ],
    },
    'a file of a package that was lost': {
      files: { 'python/page/__init__.py': 'from . import core\nfrom .core2 import x\n', 'python/page/core.py': '' },
      findings: [
        'python/page/__init__.py: line 2 imports page.core2, which is neither in the layer nor in python3.9; without it page cannot be imported',
      ],
    },
    'what the function imports, and how it comes to that': {
      files: { 'python/page.py': 'import gone\n', 'python/other.py': '' },
      function: { 'handler.py': 'import other\ndef handle(event, context):\n    import page\n    import gone2\n' },
      findings: [
        'handler.py: line 4 imports gone2, which is neither in the layer nor in python3.9; without it handler.py cannot be imported',
        'python/page.py: line 1 imports gone, which is neither in the layer nor in python3.9; without it handler.py cannot be imported',
      ],
    },
    'a library of the function itself that was left out of its zip': {
      files: { 'python/page.py': '' },
      function: { 'handler.py': 'import page\nimport _fast\n' },
      findings: [
        'handler.py: line 2 imports _fast, which is neither in the layer nor in python3.9; without it handler.py cannot be imported',
      ],
    },
    'a module that was pruned, and that its package takes from itself': {
      files: {
        'python/page/__init__.py': 'import importlib\nfrom page import testing, name\n',
        'python/page-1.0.dist-info/METADATA': metadata('page', '1.0'),
        'python/page-1.0.dist-info/RECORD': 'page/__init__.py,,\npage/testing.py,,\npage/tests/test_all.py,,\n',
      },
      function: { 'handler.py': 'import page.testing\n' },
      findings: [
        'handler.py: line 1 imports page.testing, which is neither in the layer nor in python3.9; without it handler.py cannot be imported',
      ],
    },
    'a module beside the one that a package is for, which was lost': {
      files: {
        'python/page/__init__.py': 'import page_plugins\n',
        'python/page-1.0.dist-info/METADATA': metadata('page', '1.0'),
        'python/page-1.0.dist-info/RECORD': 'page/__init__.py,,\npage_plugins/basic.py,,\n',
      },
      findings: [
        'python/page/__init__.py: line 1 imports page_plugins, which is neither in the layer nor in python3.9; without it page cannot be imported',
      ],
    },
    'what a package names for an extra alone, and what it says that it needs and passes over': {
      files: {
        'python/page.py': 'import gone\n',
        'python/page-1.0.dist-info/METADATA': metadata('page', '1.0', ['gone; extra == "more"']),
        'python/page-1.0.dist-info/RECORD': 'page.py,,\n',
        'python/other.py': 'try:\n    import fast\nexcept ImportError:\n    pass\n',
        'python/other-1.0.dist-info/METADATA': metadata('other', '1.0', ['fast']),
        'python/other-1.0.dist-info/RECORD': 'other.py,,\n',
        'python/third.py': 'import fast\n',
      },
      findings: [
        'python/page.py: line 1 imports gone, which is neither in the layer nor in python3.9; without it page cannot be imported',
        'python/third.py: line 1 imports fast, which is neither in the layer nor in python3.9; without it third cannot be imported',
      ],
    },
    'a module of its own that was lost, of one of two packages that came together': {
      files: {
        'python/attr/__init__.py': '',
        'python/attrs/__init__.py': 'from .exceptions import *\n',
        'python/attrs-1.dist-info/METADATA': metadata('attrs', '1'),
        'python/attrs-1.dist-info/RECORD': 'attr/__init__.py,,\nattrs/__init__.py,,\nattrs/exceptions.py,,\n',
      },
      findings: [
        'python/attrs/__init__.py: line 1 imports attrs.exceptions, which is neither in the layer nor in python3.9; without it attrs cannot be imported',
      ],
    },
    'a module beside the one that a package is for': {
      files: {
        'python/page/__init__.py': '',
        'python/_page_plugin.py': 'import pytest\n',
        'python/page-1.0.dist-info/METADATA': metadata('page', '1.0'),
        'python/page-1.0.dist-info/RECORD': 'page/__init__.py,,\n_page_plugin.py,,\n',
      },
      findings: [
        'warning python/_page_plugin.py: line 1 imports pytest, which is neither in the layer nor in python3.9',
      ],
    },
  },
});

import { metadata } from '../testing/layer-of.ts';
import { testRule } from '../testing/test-rule.ts';
import rule from './syntax-too-new.ts';

const MATCH = 'def f(x):\n    match x:\n        case 1:\n            return 2\n';
const files = { 'python/page/__init__.py': 'from .read import f\n', 'python/page/read.py': MATCH };

testRule(rule, {
  accepts: {
    'a Python that has it': { target: 'python3.10/x86_64', files },
    'a module that only a newer Python imports': {
      target: 'python3.9/x86_64',
      files: {
        'python/page/__init__.py': 'import sys\nif sys.version_info >= (3, 10):\n    from .read import f\n',
        'python/page/read.py': MATCH,
      },
    },
    'a module that nothing imports': {
      target: 'python3.9/x86_64',
      files: { 'python/page/__init__.py': '', 'python/page/read.py': MATCH },
    },
    'names that are keywords elsewhere': {
      target: 'python3.7/x86_64',
      files: { 'python/page.py': 'match = type = case = 1\nmatch[0]: int\nprint(match, type is case)\n' },
    },
    'a module that the function does not import': {
      target: 'python3.9/x86_64',
      files,
      function: { 'handler.py': 'import json\n' },
    },
    'a layer for Node': { target: 'nodejs24.x/x86_64', files },
  },
  reports: {
    'a match statement on Python 3.9': {
      target: 'python3.9/x86_64',
      files,
      findings: [
        'python/page/read.py: line 2 has a `match` statement, which Python has since 3.10, and python3.9 has 3.9',
      ],
    },
    'what the function imports': {
      target: 'python3.9/arm64',
      files: { 'python/shelf/read.py': MATCH },
      function: { 'handler.py': 'from shelf.read import f\n' },
      findings: [
        'python/shelf/read.py: line 2 has a `match` statement, which Python has since 3.10, and python3.9 has 3.9',
      ],
    },
    'a package of which more is refused, at its first module': {
      target: 'python3.11/x86_64',
      files: {
        'python/page/__init__.py': 'from . import a, b\n',
        'python/page/a.py': 'type Page = list[str]\n',
        'python/page/b.py': 'def first[T](items: list[T]) -> T: ...\n',
        'python/page-1.0.dist-info/METADATA': metadata('page', '1.0'),
      },
      findings: [
        'python/page/a.py: line 1 has a `type` statement, which Python has since 3.12, and python3.11 has 3.11; the like is in 1 more of page',
      ],
    },
  },
});

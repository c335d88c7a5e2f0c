import { metadata } from '../testing/layer-of.ts';
import { testRule } from '../testing/test-rule.ts';
import rule from './missing-metadata.ts';

const ASKS = 'from importlib.metadata import version\n__version__ = version("big-page")\n';

testRule(rule, {
  accepts: {
    'metadata in the layer, whatever its name is written like': {
      files: {
        'python/page/__init__.py': ASKS,
        'python/Big_Page-1.0.dist-info/METADATA': metadata('Big.Page', '1.0'),
      },
    },
    'metadata of an older form': {
      files: { 'python/page/__init__.py': ASKS, 'python/big_page-1.0-py3.9.egg-info': 'Metadata-Version: 1.0\n' },
    },
    'metadata of the runtime and of the function': {
      files: {
        'python/page/__init__.py': `import importlib.metadata\nv = importlib.metadata.version("boto3")\n${ASKS}`,
      },
      function: { 'big_page-1.0.dist-info/METADATA': '' },
    },
    'what may fail, and what is done later': {
      files: {
        'python/page/__init__.py':
          'from importlib.metadata import version\ntry:\n    v = version("a")\nexcept Exception:\n    v = ""\ndef f():\n    return version("b")\n',
      },
    },
    'a function of the same name from elsewhere': {
      files: {
        'python/page/__init__.py': 'import importlib\nfrom .tools import version\nv = version("a")\n',
        'python/other.py':
          'from importlib.metadata import version\ndef version(name): return name\nv = version("a")\nx = page.version("b")\n',
      },
    },
    'a module that asks by its own dotted name': {
      files: { 'python/page/part.py': 'from importlib import metadata\nv = metadata.version(__name__)\n' },
    },
    'a layer for Node': { target: 'nodejs24.x/x86_64', files: { 'python/page/__init__.py': ASKS } },
  },
  reports: {
    'a package that asks for its own version': {
      files: {
        'python/page/__init__.py': 'from importlib import metadata\n__version__ = metadata.version(__name__)\n',
        'python/letter/__init__.py': 'from ._version import v\n',
        'python/letter/_version.py': 'import importlib.metadata\nv = importlib.metadata.version(__package__)\n',
        'python/stamp.py': 'import pkg_resources\nv = pkg_resources.get_distribution("stamp").version\n',
      },
      findings: [
        'python/letter/_version.py: line 2 asks for the metadata of letter (importlib.metadata.version), but neither the layer nor python3.9 has a letter-….dist-info',
        'python/page/__init__.py: line 2 asks for the metadata of page (metadata.version), but neither the layer nor python3.9 has a page-….dist-info',
        'python/stamp.py: line 2 asks for the metadata of stamp (pkg_resources.get_distribution), but neither the layer nor python3.9 has a stamp-….dist-info',
      ],
    },
    'a package that asks for another one': {
      files: { 'python/page/__init__.py': ASKS },
      findings: [
        'python/page/__init__.py: line 2 asks for the metadata of big-page (version), but neither the layer nor python3.9 has a big_page-….dist-info',
      ],
    },
    'as a warning one that its package does not import at once': {
      files: { 'python/page/__init__.py': 'def f():\n    from . import plugin\n', 'python/page/plugin.py': ASKS },
      findings: [
        'warning python/page/plugin.py: line 2 asks for the metadata of big-page (version), but neither the layer nor python3.9 has a big_page-….dist-info',
      ],
    },
    'as a warning a folder that has lost its METADATA': {
      files: { 'python/page-1.0.dist-info/RECORD': '', 'elsewhere/page-1.0.dist-info/RECORD': '' },
      findings: ['warning python/page-1.0.dist-info: has no METADATA, so that nobody learns what page 1.0 is'],
    },
  },
});

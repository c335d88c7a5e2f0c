import type { Specimen } from '../specimen.ts';
import { addDistribution, addFile, addFunction, addPackage, editText } from '../steps/files.ts';
import { takeWheel } from '../steps/wheels.ts';

/** Sources in the grammar of a newer Python: R39. */
export const PYTHON_GRAMMAR: readonly Specimen[] = [
  {
    name: 'more-itertools for Python 3.11 and later, with a match statement',
    mode: 'R39',
    target: 'python3.9/x86_64',
    build: [takeWheel('more-itertools', '11.2.1', /any/)],
    expected: ['requires-python-mismatch', 'syntax-too-new'],
  },
  {
    name: 'pycparser whose metadata were said to run anywhere',
    mode: 'R39',
    target: 'python3.9/arm64',
    build: [
      takeWheel('pycparser', '3.11', /any/),
      editText(/METADATA$/, /Requires-Python: .*/, 'Requires-Python: >=3.8'),
    ],
    expected: ['syntax-too-new', 'warning file-differs-from-record'],
    says: 'pycparser/c_lexer.py: line 115 has a `match` statement',
  },
  {
    name: 'a source in the words of Python 3.10',
    mode: 'R39',
    target: 'python3.9/x86_64',
    build: [addFile('python/page.py', 'def f(x):\n    match x:\n        case 1:\n            return 2\n')],
    expected: ['syntax-too-new'],
  },
  {
    name: 'a source with except* on Python 3.10',
    mode: 'R39',
    target: 'python3.10/x86_64',
    build: [
      addPackage('page', 'from page.tasks import run\n'),
      addFile('python/page/tasks.py', 'def run(f):\n    try:\n        f()\n    except* ValueError:\n        pass\n'),
      addDistribution('page', '1.0'),
    ],
    expected: ['syntax-too-new'],
    says: 'page/tasks.py: line 4 has `except*`',
  },
  {
    name: 'a source with type parameters that the function imports',
    mode: 'R39',
    target: 'python3.11/arm64',
    build: [
      addFile('python/shelf/lists.py', 'def first[T](items: list[T]) -> T:\n    return items[0]\n'),
      addFunction({ 'handler.py': 'from shelf.lists import first\n' }),
    ],
    expected: ['syntax-too-new'],
  },
  {
    name: 'a source with the quotes of an f-string inside of it',
    mode: 'R39',
    target: 'python3.11/x86_64',
    build: [addFile('python/page.py', 'def f(row):\n    return f"{row["name"]}: {", ".join(row)}"\n')],
    expected: ['syntax-too-new'],
    says: 'Python has since 3.12',
  },
  {
    name: 'a source with a template string on Python 3.13',
    mode: 'R39',
    target: 'python3.13/x86_64',
    build: [addFile('python/page.py', 'def f(row):\n    return t"{row}"\n')],
    expected: ['syntax-too-new'],
  },
  {
    name: 'a source with except without parentheses on Python 3.13',
    mode: 'R39',
    target: 'python3.13/arm64',
    build: [addFile('python/page.py', 'try:\n    import json\nexcept ImportError, OSError:\n    json = None\n')],
    expected: ['syntax-too-new'],
  },
];

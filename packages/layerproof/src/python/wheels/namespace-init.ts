import type { ImageEntry } from '../../image/entry.ts';

/** Longer files hold more than a declaration. */
const LARGEST = 4096;

/**
 * Statements that declare a namespace package, the way of `pkgutil` or that of `pkg_resources`, and nothing else:
 * https://packaging.python.org/en/latest/guides/packaging-namespace-packages/
 */
const DECLARATIONS: readonly RegExp[] = [
  /^try:$/,
  /^except(?: \(?[\w, .]+\)?(?: as \w+)?)?:$/,
  /^pass$/,
  /^import (?:pkgutil|pkg_resources)$/,
  /^from pkgutil import extend_path$/,
  /^from __future__ import \w+(?:, \w+)*$/,
  /^__import__\(["']pkg_resources["']\)\.declare_namespace\(__name__\)$/,
  /^pkg_resources\.declare_namespace\(__name__\)$/,
  /^__path__(?:: [\w[\].]+)? ?= ?(?:__import__\(["']pkgutil["']\)\.|pkgutil\.)?extend_path\(__path__, ?__name__\)$/,
  /^__all__(?:: [\w[\].]+)? ?= ?(?:\[\]|\(\))$/,
];

/**
 * Of two different `__init__.py` at one path, both of which only declare a namespace package, the one to keep: one that needs
 * no setuptools before one that may, a longer one before an empty one; undefined when one of them holds code, which cannot be
 * merged. In a layer all portions of a namespace lie in one folder, so that any of them finds all of it.
 */
export function mergedInit(a: ImageEntry, b: ImageEntry): ImageEntry | undefined {
  if (!a.path.endsWith('/__init__.py') || a.size > LARGEST || b.size > LARGEST) return undefined;
  const texts = [a, b].map((entry) => Buffer.from(entry.read()).toString('utf8'));
  const [first = '', second = ''] = texts;
  if (!isDeclaration(first) || !isDeclaration(second)) return undefined;
  const order = rank(first) - rank(second) || Buffer.compare(Buffer.from(first), Buffer.from(second));
  return order <= 0 ? a : b;
}

/** True for a source of nothing but declarations, comments and a docstring; the empty one is one too. */
function isDeclaration(source: string): boolean {
  const code = source.replace(/\r\n?/g, '\n').replace(/^\ufeff?(?:\s*#.*\n|\s*\n)*\s*("""|''')[\s\S]*?\1/, '');
  return code
    .split('\n')
    .flatMap((line) => line.split(';'))
    .map((statement) => statement.replace(/#.*$/, '').trim())
    .every((statement) => statement === '' || DECLARATIONS.some((form) => form.test(statement)));
}

function rank(source: string): number {
  if (source.includes('extend_path')) return source.includes('pkg_resources') ? 1 : 0;
  return source.includes('pkg_resources') ? 3 : 2;
}

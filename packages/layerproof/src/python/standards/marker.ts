// Environment markers: https://packaging.python.org/en/latest/specifications/dependency-specifiers/#environment-markers
import { repairSpecifier } from './repair.ts';
import { isInSpecifier } from './specifier.ts';
import { Cursor } from './cursor.ts';
import { badMarker } from './faults.ts';
import { normalizeName } from './name.ts';
import { normalizeVersion } from './version.ts';

const VARIABLES = [
  'os_name',
  'sys_platform',
  'platform_machine',
  'platform_python_implementation',
  'platform_release',
  'platform_system',
  'platform_version',
  'python_version',
  'python_full_version',
  'implementation_name',
  'implementation_version',
] as const;

export type MarkerVariable = (typeof VARIABLES)[number];
/** The value of every variable except `extra`, which belongs to the requirement and not to the machine. */
export type MarkerEnvironment = Readonly<Record<MarkerVariable, string>>;

/** The variables of a lock's markers, which hold a set of names each (PEP 751); in a requirement they are empty. */
const SETS = ['extras', 'dependency_groups'] as const;
export type SetVariable = (typeof SETS)[number];

type Operand =
  | { readonly kind: 'variable'; readonly name: MarkerVariable | 'extra' | SetVariable }
  | { readonly kind: 'literal'; readonly value: string };

export type Marker =
  | { readonly kind: 'and' | 'or'; readonly left: Marker; readonly right: Marker }
  | { readonly kind: 'comparison'; readonly left: Operand; readonly operator: string; readonly right: Operand };

/** Spellings of the time before PEP 508 that published metadata still holds. */
const OLD_SPELLINGS: Readonly<Record<string, MarkerVariable>> = {
  'os.name': 'os_name',
  'sys.platform': 'sys_platform',
  'platform.version': 'platform_version',
  'platform.machine': 'platform_machine',
  'platform.python_implementation': 'platform_python_implementation',
  python_implementation: 'platform_python_implementation',
};

/** Variables that hold a version and are compared as one; all others are compared as text. */
const VERSIONS: ReadonlySet<string> = new Set(['python_version', 'python_full_version', 'implementation_version']);

/** Reads a marker such as `python_version < "3.8" and extra == "socks"`. Faults with the place that is wrong. */
export function parseMarker(text: string): Marker {
  const cursor = new Cursor(text);
  const marker = parseOr(cursor);
  if (!cursor.isAtEnd) throw badMarker(text, cursor.offset, 'the end, `and` or `or`');
  return marker;
}

/**
 * True when the marker holds in the environment. With extras, it holds when it holds for one of them; without, `extra` is
 * the empty text, as pip has it.
 */
export function evaluateMarker(
  marker: Marker,
  environment: MarkerEnvironment,
  extras: readonly string[] = [],
): boolean {
  const asked = extras.length === 0 ? [''] : extras.map(normalizeName);
  return asked.some((extra) => holds(marker, environment, extra));
}

function holds(marker: Marker, environment: MarkerEnvironment, extra: string): boolean {
  if (marker.kind !== 'comparison') {
    const isLeft = holds(marker.left, environment, extra);
    const decides = marker.kind === 'and' ? !isLeft : isLeft;
    return decides ? isLeft : holds(marker.right, environment, extra);
  }
  const { left, operator, right } = marker;
  const isAboutExtra = [left, right].some((side) => side.kind === 'variable' && side.name === 'extra');
  const value = (operand: Operand): string => {
    if (operand.kind === 'literal') return isAboutExtra ? normalizeName(operand.value) : operand.value;
    if (operand.name === 'extra') return extra;
    return operand.name === 'extras' || operand.name === 'dependency_groups' ? '' : environment[operand.name];
  };
  const isAboutVersion = [left, right].some((side) => side.kind === 'variable' && VERSIONS.has(side.name));
  return compare(value(left), operator, value(right), isAboutVersion);
}

function compare(left: string, operator: string, right: string, asVersions: boolean): boolean {
  if (operator === 'in') return right.includes(left);
  if (operator === 'not in') return !right.includes(left);
  const specifier = asVersions && normalizeVersion(left) !== undefined ? repairSpecifier(operator + right) : undefined;
  if (specifier !== undefined) return isInSpecifier(left, specifier);
  switch (operator) {
    case '==':
    case '===':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      // `~=` has no meaning between texts.
      return false;
  }
}

function parseOr(cursor: Cursor): Marker {
  let left = parseAnd(cursor);
  while (cursor.match(/or\b/y) !== undefined) left = { kind: 'or', left, right: parseAnd(cursor) };
  return left;
}

function parseAnd(cursor: Cursor): Marker {
  let left = parseTerm(cursor);
  while (cursor.match(/and\b/y) !== undefined) left = { kind: 'and', left, right: parseTerm(cursor) };
  return left;
}

function parseTerm(cursor: Cursor): Marker {
  if (cursor.take('(')) {
    const inner = parseOr(cursor);
    if (!cursor.take(')')) throw badMarker(cursor.text, cursor.offset, '`)`');
    return inner;
  }
  const left = parseOperand(cursor);
  const operator = cursor.match(/===|~=|==|!=|<=|>=|<|>|in\b|not\s+in\b/y);
  if (operator === undefined) throw badMarker(cursor.text, cursor.offset, 'a comparison such as `==` or `in`');
  return { kind: 'comparison', left, operator: operator.replace(/\s+/, ' '), right: parseOperand(cursor) };
}

function parseOperand(cursor: Cursor): Operand {
  const quoted = cursor.match(/'[^']*'|"[^"]*"/y);
  if (quoted !== undefined) return { kind: 'literal', value: quoted.slice(1, -1) };
  const start = cursor.offset;
  const word = cursor.match(/[a-z_.]+/y) ?? '';
  if (word === 'extra') return { kind: 'variable', name: 'extra' };
  const set = SETS.find((variable) => variable === word);
  if (set !== undefined) return { kind: 'variable', name: set };
  const name = OLD_SPELLINGS[word] ?? VARIABLES.find((variable) => variable === word);
  if (name === undefined) throw badMarker(cursor.text, start, 'a quoted text or one of the marker variables');
  return { kind: 'variable', name };
}

import type { Target } from '../target/target.ts';

/** The part of an extension module's file name that says who may load it. */
export interface AbiTag {
  /** The module's name, without folder and ending. */
  readonly module: string;
  /** From the first dot that belongs to the tag: `.cpython-39-x86_64-linux-gnu.so`. */
  readonly suffix: string;
}

/**
 * Endings that name an interpreter: CPython's SOABI (PEP 3149, PEP 3147), the stable ABIs (PEP 384, PEP 803), PyPy's and
 * GraalPy's, and Windows' (`.cp39-win_amd64.pyd`, `.pyd`). A plain `.so` names none.
 */
const TAGGED =
  /^(?<module>[^.]+)(?<suffix>\.(?:(?:(?:cpython-\d+[a-z]*|pypy\d+|graalpy\d+|cp\d+[a-z]*)(?:-[\w-]+)?|abi3t?)\.(?:so|pyd)|pyd))$/;

/** The tag in a file's name; undefined when the name has none. */
export function abiTagOf(path: string): AbiTag | undefined {
  const { module, suffix } = TAGGED.exec(path.slice(path.lastIndexOf('/') + 1))?.groups ?? {};
  return module === undefined || suffix === undefined ? undefined : { module, suffix };
}

/** True when the target's `import` never looks for a file with this ending. */
export function isForeignAbiTag({ suffix }: AbiTag, { facts }: Target): boolean {
  return facts.family === 'python' && !facts.extensionSuffixes.includes(suffix);
}

/** Words for people: `cpython-37m (Python 3.7)`, `cpython-39 (Python 3.9 on macOS)`. The system is left out where it is the target's. */
export function describeAbiTag({ suffix }: AbiTag, { facts }: Target): string {
  const tag = suffix.slice(1, suffix.lastIndexOf('.'));
  if (suffix === '.pyd') return 'Python on Windows';
  const [, name, major, minor = '', platform = ''] =
    /^(cpython-|pypy|graalpy|cp)(\d)(\d*)[a-z]*-?(.*)$/.exec(tag) ?? [];
  if (name === undefined) return `the stable ABI ${tag}`;
  const interpreter = { pypy: 'PyPy', graalpy: 'GraalPy' }[name] ?? 'Python';
  const version = minor === '' ? major : `${major}.${minor}`;
  const isOwnSystem = facts.extensionSuffixes.some((own) => platform !== '' && own.endsWith(`-${platform}.so`));
  const short = name === 'cp' || platform === '' ? tag : tag.slice(0, -platform.length - 1);
  return `${short} (${interpreter} ${version}${isOwnSystem ? '' : systemOf(platform)})`;
}

function systemOf(platform: string): string {
  if (platform.includes('darwin')) return ' on macOS';
  if (platform.startsWith('win')) return ' on Windows';
  if (platform.includes('musl')) return ' on Alpine Linux';
  return platform === '' ? '' : ` for ${platform}`;
}

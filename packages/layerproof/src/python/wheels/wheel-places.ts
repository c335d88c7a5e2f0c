// https://packaging.python.org/en/latest/specifications/binary-distribution-format/#the-data-directory
import type { ZipEntry } from '../../formats/zip-reader.ts';
import { badWheel, wheelPathEscapes, wheelSymlink } from './faults.ts';

/** Where Lambda puts a layer's Python packages, relative to `/opt`. */
export const ROOT = 'python';

/** What becomes of a file of a wheel. */
export type Place =
  /** It lies at this path, relative to `/opt`. */
  | { readonly path: string; readonly leftOut?: undefined }
  /** It is left out; the words say what it is. */
  | { readonly path?: undefined; readonly leftOut: string };

const BYTE_CODE = 'byte code';
const PATH_FILE = 'start-up code (.pth)';
/** Of an earlier install; an installer writes its own. */
const INSTALL_NOTES: ReadonlySet<string> = new Set(['INSTALLER', 'REQUESTED', 'direct_url.json']);

/**
 * Where an installer would lay a file of a wheel, with `/opt/python` for the folder of packages (purelib and platlib) and `/opt`
 * for the prefix that the `data` scheme maps to: of the prefix, Lambda has `bin` on its PATH and `lib` on its LD_LIBRARY_PATH.
 *
 * Left out: scripts and headers, which have no place there; byte code, which another Python may have written; `.pth` files, which
 * Python does not read in a layer's folder; notes of another installer and signatures, which cover a RECORD that changes; and
 * what would lie in `/opt/extensions`, whose files Lambda runs.
 *
 * @throws Fault `bad-wheel` for a path that leads out of its folder, or into a scheme that does not exist.
 */
export function placeOf(path: string, distInfo: string, fileName: string): Place {
  if (!isInside(path)) throw wheelPathEscapes(fileName, path);
  if (path.endsWith('.pyc')) return { leftOut: BYTE_CODE };
  const [folder = '', ...rest] = path.split('/');
  if (folder === distInfo && rest.length === 1) {
    const [name = ''] = rest;
    if (INSTALL_NOTES.has(name)) return { leftOut: 'notes of an installer' };
    if (isSignature(name)) return { leftOut: 'signatures' };
  }
  if (!folder.endsWith('.data') || rest.length === 0) return inPackages(path);
  const [scheme = '', ...inScheme] = rest;
  const inside = inScheme.join('/');
  if (inside === '') throw badWheel(fileName, `${path} lies in no scheme of its data folder`);
  switch (scheme) {
    case 'purelib':
    case 'platlib':
      return inPackages(inside);
    case 'data':
      return inScheme[0] === 'extensions' ? { leftOut: 'Lambda extensions' } : { path: inside };
    case 'scripts':
    case 'headers':
      return { leftOut: scheme };
    default:
      throw badWheel(fileName, `${path} is for the scheme ${scheme}, which does not exist`);
  }
}

function inPackages(path: string): Place {
  return isPathFile(path) ? { leftOut: PATH_FILE } : { path: `${ROOT}/${path}` };
}

/** True for what Python reads at its start when it lies directly in a folder of packages (the `site` module). */
export function isPathFile(path: string): boolean {
  return path.endsWith('.pth') && /^(?:[^/]+\.data\/(?:purelib|platlib)\/)?[^/]+\.pth$/.test(path);
}

/** True for what signs RECORD, and so is not in it. */
export function isSignature(name: string): boolean {
  return name === 'RECORD.jws' || name === 'RECORD.p7s';
}

/** True when a `.pth` file adds folders to the path, and does not just run code (the `site` module: lines of `import`). */
export function addsFolders(text: string): boolean {
  return text.split(/\r?\n/).some((line) => line.trim() !== '' && !/^(?:#|import[ \t])/.test(line));
}

/** The longest name of a file that Linux takes, in bytes (limits.h, NAME_MAX). */
const LONGEST_NAME = 255;

/** No reader of zips may be led out of the folder: no absolute path, no drive, no backslash, no `.` or `..` or empty part. */
function isInside(path: string): boolean {
  return !/[\\:\0]/.test(path) && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** @throws Fault for an entry that no wheel may hold, wherever it would lie. */
export function checkEntry(entry: ZipEntry, fileName: string): void {
  if (entry.kind === 'symlink') throw wheelSymlink(fileName, entry.path);
  if (entry.path.split('/').some((part) => Buffer.byteLength(part) > LONGEST_NAME)) {
    throw badWheel(fileName, `${entry.path} has a name of more than ${LONGEST_NAME} bytes, which Linux does not take`);
  }
}

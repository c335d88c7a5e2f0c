import { posix } from 'node:path';
import type { ElfFacts } from '../../formats/elf.ts';
import type { Layer } from '../layer.ts';
import { foreignLibraryOf, isForTarget, isOfMachine, type Native } from '../native.ts';
import { optionalReason } from '../optional-native.ts';
import { abiTagOf } from '../python-abi-tag.ts';
import { defineRule, type Place } from '../rule.ts';
import { foreignPlace } from '../stand-in.ts';

export default defineRule({
  id: 'missing-shared-library',
  severity: 'error',
  isOfFile: true,
  modes: ['R12', 'R13', 'R14', 'R15', 'R16', 'R17', 'N02'],
  summary: 'A native file needs a library that the loader will not find',
  why: 'Before a native file is loaded, every library that it names must be found: in a folder that the file itself names (DT_RPATH, DT_RUNPATH), among those of the runtime, or in `lib/` of the layer. A library elsewhere in the layer is not found, and Lambda has far fewer system libraries than a desktop or a build image. The import fails with `cannot open shared object file: No such file or directory`. It is a warning for a module that the layer imports only where it passes over its failure, as numba does with its OpenMP threads.',
  messages: [
    '….so…: cannot open shared object file: No such file or directory',
    'Error relocating …',
    'libc.musl-x86_64.so.1: cannot open shared object file',
  ],
  fix: 'Put the library into `lib/` of the layer, or take a build of the package that brings its own libraries (for Python a manylinux wheel; for OpenCV `opencv-python-headless`). {rebuild} if files of a package were left out.',
  *check(layer) {
    for (const native of layer.natives) {
      const { elf, path } = native;
      if (elf === undefined || native.damage !== undefined || !isOfMachine(elf, layer.target)) continue;
      const foreign = foreignLibraryOf(elf);
      if (foreign !== undefined) yield foreignLibraryPlace(layer, native, foreign);
      // What is named for another Python is never loaded; that is a finding of its own.
      else if (abiTagOf(path) === undefined || isForTarget(native, layer.target)) yield* missing(layer, native, elf);
    }
  },
});

function* missing(layer: Layer, native: Native, elf: ElfFacts): Generator<Place, void, undefined> {
  const { path } = native;
  for (const needed of elf.needed) {
    const location = layer.loader.locate(path, elf, needed);
    if (location.where === 'absent') {
      yield graded(layer, native, `needs ${needed}, which is neither in the layer nor in ${layer.target.label}`);
    } else if (location.where === 'off-path') {
      if (isNoLibrary(layer, location.path)) {
        yield graded(layer, native, `needs ${needed}, but ${location.path} cannot be loaded`);
        continue;
      }
      const message = `needs ${needed}, which lies in the layer at ${location.path}, where the loader does not look for it`;
      // A library that another file loads first is reused under its name, whatever the folder.
      if (isLoadedByOthers(layer, needed) || isOutOfUse(layer, path))
        yield { path, message: `${message} unless another file has loaded it`, severity: 'warning' };
      else yield graded(layer, native, message);
    }
  }
}

/** A warning for a module that cannot be loaded but that everyone who imports it does without. */
function graded(layer: Layer, native: Native, message: string): Place {
  const reason = optionalReason(layer, native);
  if (reason === undefined) return { path: native.path, message };
  return {
    path: native.path,
    severity: 'warning',
    message: `${message}; ${reason}`,
    fix: 'Put the library into `lib/` of the layer if you need what this module is for.',
  };
}

function isLoadedByOthers(layer: Layer, needed: string): boolean {
  return layer.natives.some(
    ({ path, elf }) =>
      elf !== undefined && elf.needed.includes(needed) && layer.loader.locate(path, elf, needed).where === 'layer',
  );
}

/** A file of the name that is damaged, or for another system: a finding of its own, wherever it lies. */
function isNoLibrary(layer: Layer, path: string): boolean {
  const native = layer.nativeAt(path);
  return native?.elf === undefined || native.damage !== undefined;
}

/**
 * A library that came along with a module (auditwheel puts them into `NAME.libs`), when no file that can be loaded asks for it:
 * what is wrong is the module, and with it whole this library finds what it needs by the module's DT_RPATH.
 */
function isOutOfUse(layer: Layer, path: string): boolean {
  const inUse = librariesInUse.get(layer) ?? findLibrariesInUse(layer);
  librariesInUse.set(layer, inUse);
  return isBundled(path) && !inUse.has(posix.basename(path));
}

const librariesInUse = new WeakMap<Layer, ReadonlySet<string>>();

/** Names of the libraries that a module or program of the layer needs, or one that they need. */
function findLibrariesInUse({ natives, target }: Layer): ReadonlySet<string> {
  const loadable = natives.filter((native) => isForTarget(native, target));
  const bundled = Map.groupBy(loadable, ({ path }) => (isBundled(path) ? posix.basename(path) : ''));
  const found = new Set<string>();
  const toSee = bundled.get('') ?? [];
  for (let native = toSee.pop(); native !== undefined; native = toSee.pop()) {
    for (const needed of native.elf?.needed ?? []) {
      if (found.has(needed)) continue;
      found.add(needed);
      toSee.push(...(bundled.get(needed) ?? []));
    }
  }
  return found;
}

function isBundled(path: string): boolean {
  return path.includes('.libs/');
}

function foreignLibraryPlace(layer: Layer, native: Native, library: string): Place {
  const { label, facts } = layer.target;
  return foreignPlace(layer, native, `is linked against ${library}, but ${label} has glibc ${facts.glibc}`);
}

import type { Layer } from './layer.ts';
import { isForTarget, isLibraryName, type Native } from './native.ts';
import type { Place } from './rule.ts';

/** Words by which packages tell their builds for different systems apart, in the names of files, folders and npm packages. */
const PLATFORM_WORDS: ReadonlySet<string> = new Set(
  (
    'linux linuxmusl linuxglibc gnu glibc musl gnueabihf musleabihf eabihf darwin macos macosx osx apple universal universal2 ' +
    'win win32 win64 windows msvc mingw w64 x64 x86 amd64 i386 i686 ia32 arm arm64 aarch64 armv6 armv7 armv7l armv8 ppc64 ' +
    'ppc64le s390x riscv64 loong64 mips64el freebsd netbsd openbsd sunos android wasm32 intel silicon unknown pc'
  ).split(' '),
);
/** Endings of libraries, and the names of interpreters in the endings of extension modules. */
const ENDING_WORDS: ReadonlySet<string> = new Set(['so', 'dylib', 'dll', 'pyd', 'exe', 'cpython', 'abi3']);

/**
 * A foreign file as a finding: with the rule's own severity when it would be loaded, as a warning when a build for the target
 * stands beside it or its package does without.
 */
export function foreignPlace(layer: Layer, native: Native, message: string): Place {
  const instead = standIn(layer, native);
  if (instead === undefined) return optionalPlace(layer, native.path, message);
  return {
    path: native.path,
    severity: 'warning',
    message: `${message}; ${instead} is loaded in its place`,
    fix: 'Leave the files for other systems out to save space; the package picks the one it needs when it runs.',
  };
}

/**
 * A file that is of no use in the target, as a finding: a warning when its own name says that it is for one system and its
 * package says that it runs on all, since the package then does without it.
 */
export function optionalPlace(layer: Layer, path: string, message: string): Place {
  const words = path
    .slice(path.lastIndexOf('/') + 1)
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  if (!words.some((word) => PLATFORM_WORDS.has(word)) || !layer.universalFiles.has(path)) return { path, message };
  return {
    path,
    severity: 'warning',
    message: `${message}; its package says that it runs on any system, so without this file, too`,
    fix: 'Leave the file out to save space, or keep it: nothing on Lambda loads it.',
  };
}

/**
 * The file for the target that is loaded in place of this foreign one: packages such as onnxruntime-node ship a build for each
 * system and pick one when they run. Undefined when the layer has none, so that this file is what would be tried.
 */
function standIn(layer: Layer, { path }: Native): string | undefined {
  const neutral = neutralPath(path);
  const same = layer.natives.find((other) => isForTarget(other, layer.target) && neutralPath(other.path) === neutral);
  if (same !== undefined) return same.path;
  // Nothing on Linux opens a `.dll` or a `.dylib`, so any build for the target shows that the package knows the difference.
  if (isLibraryName(path)) return undefined;
  const home = packageOf(path);
  return layer.natives.find((other) => isForTarget(other, layer.target) && packageOf(other.path) === home)?.path;
}

/** A path without the words that name a system, a CPU, an interpreter or a version: equal for builds of one file. */
export function neutralPath(path: string): string {
  return path
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !/^(?:cp)?\d+[a-z]?$/.test(word))
    .filter((word) => !PLATFORM_WORDS.has(word) && !ENDING_WORDS.has(word))
    .join(' ');
}

/** The npm package or the top folder of the Python packages that a file belongs to, without the words of a system. */
function packageOf(path: string): string {
  const npm = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
  const python = /^(?:python\/(?:lib\/python[\d.]+\/site-packages\/)?)?[^/]+/.exec(path)?.[0];
  return neutralPath(npm ?? python ?? path);
}

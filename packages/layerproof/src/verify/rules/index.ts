import type { Rule } from '../rule.ts';
import cpuFeatureNeeded from './cpu-feature-needed.ts';
import danglingSymlink from './dangling-symlink.ts';
import duplicatePath from './duplicate-path.ts';
import elfWrongArch from './elf-wrong-arch.ts';
import fileDiffersFromRecord from './file-differs-from-record.ts';
import fileOwnedTwice from './file-owned-twice.ts';
import findLibraryCall from './find-library-call.ts';
import functionShadowsLayer from './function-shadows-layer.ts';
import glibcTooNew from './glibc-too-new.ts';
import knownDifficulty from './known-difficulty.ts';
import libraryVersionMissing from './library-version-missing.ts';
import misalignedSegment from './misaligned-segment.ts';
import missingDistribution from './missing-distribution.ts';
import missingMetadata from './missing-metadata.ts';
import missingSharedLibrary from './missing-shared-library.ts';
import moduleNotFound from './module-not-found.ts';
import nameNotUtf8 from './name-not-utf8.ts';
import nestedZip from './nested-zip.ts';
import notExecutable from './not-executable.ts';
import notWorldReadable from './not-world-readable.ts';
import npmPlatformPackageMissing from './npm-platform-package-missing.ts';
import numpyAbiMismatch from './numpy-abi-mismatch.ts';
import olderVersionTaken from './older-version-taken.ts';
import pathEscapes from './path-escapes.ts';
import pathFileIgnored from './path-file-ignored.ts';
import pathsDifferByCase from './paths-differ-by-case.ts';
import prismaEngineMissing from './prisma-engine-missing.ts';
import purePythonFallback from './pure-python-fallback.ts';
import pythonSymbolMissing from './python-symbol-missing.ts';
import recordedFileMissing from './recorded-file-missing.ts';
import removedStandardLibraryModule from './removed-standard-library-module.ts';
import requiresPythonMismatch from './requires-python-mismatch.ts';
import runtimePackageClash from './runtime-package-clash.ts';
import shadowedLibrary from './shadowed-library.ts';
import standardLibraryShadowed from './standard-library-shadowed.ts';
import syntaxTooNew from './syntax-too-new.ts';
import targetDiffersFromManifest from './target-differs-from-manifest.ts';
import tooManyLayers from './too-many-layers.ts';
import universalWheelWithNativeCode from './universal-wheel-with-native-code.ts';
import unusedPlatformFiles from './unused-platform-files.ts';
import unzippedTooLarge from './unzipped-too-large.ts';
import urllib3NeedsNewerOpenssl from './urllib3-needs-newer-openssl.ts';
import wrongBinaryFormat from './wrong-binary-format.ts';
import wrongNodeAbi from './wrong-node-abi.ts';
import wrongPythonAbiTag from './wrong-python-abi-tag.ts';
import wrongRootFolder from './wrong-root-folder.ts';
import zipNotReproducible from './zip-not-reproducible.ts';
import zipTooLargeForRequest from './zip-too-large-for-request.ts';

/** The catalogue. A rule is its file, its test, and its line here. */
export const RULES: readonly Rule[] = [
  cpuFeatureNeeded,
  danglingSymlink,
  duplicatePath,
  elfWrongArch,
  fileDiffersFromRecord,
  fileOwnedTwice,
  findLibraryCall,
  functionShadowsLayer,
  glibcTooNew,
  knownDifficulty,
  libraryVersionMissing,
  misalignedSegment,
  missingDistribution,
  missingMetadata,
  missingSharedLibrary,
  moduleNotFound,
  nameNotUtf8,
  nestedZip,
  notExecutable,
  notWorldReadable,
  npmPlatformPackageMissing,
  numpyAbiMismatch,
  olderVersionTaken,
  pathEscapes,
  pathFileIgnored,
  pathsDifferByCase,
  prismaEngineMissing,
  purePythonFallback,
  pythonSymbolMissing,
  recordedFileMissing,
  removedStandardLibraryModule,
  requiresPythonMismatch,
  runtimePackageClash,
  shadowedLibrary,
  standardLibraryShadowed,
  syntaxTooNew,
  targetDiffersFromManifest,
  tooManyLayers,
  universalWheelWithNativeCode,
  unusedPlatformFiles,
  unzippedTooLarge,
  urllib3NeedsNewerOpenssl,
  wrongBinaryFormat,
  wrongNodeAbi,
  wrongPythonAbiTag,
  wrongRootFolder,
  zipNotReproducible,
  zipTooLargeForRequest,
];

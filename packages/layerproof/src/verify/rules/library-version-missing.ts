import { defineRule } from '../rule.ts';
import { versionLacks } from '../version-lack.ts';

export default defineRule({
  id: 'library-version-missing',
  severity: 'error',
  modes: ['R08', 'R09'],
  summary: 'A native file wants a version of a library that the copy it gets does not define',
  why: "A library defines a name for each of its versions, and a file that was linked against it says which of them it wants. The loader compares both before it runs anything: ``version `ZLIB_1.2.9' not found (required by …)``. The copy that it takes is older than the one that the file was built with: that of the runtime, or one that another package brought.",
  messages: ["version `ZLIB_…' not found", "version `OPENSSL_…' not found", "version `…' not found (required by …)"],
  fix: 'Bring the library that the file was built with, in a folder that its DT_RPATH names (`patchelf --force-rpath --set-rpath`), or take a build of the package that does, e.g. a manylinux wheel. {rebuild} where two packages brought two versions.',
  *check(layer) {
    for (const { native, library, version, has, hides, severity } of versionLacks(layer)) {
      if (hides !== undefined) continue;
      const message = `needs ${version} of ${library}, but ${has}`;
      yield severity === undefined ? { path: native.path, message } : { path: native.path, message, severity };
    }
  },
});

import type { Layer } from '../layer.ts';
import { isForTarget, type Native } from '../native.ts';
import { defineRule } from '../rule.ts';
import { versionLacks } from '../version-lack.ts';

export default defineRule({
  id: 'shadowed-library',
  severity: 'warning',
  modes: ['R09', 'N12'],
  summary: 'A library of the layer is hidden by one that the runtime has under the same name',
  why: "The loader searches the runtime's own folders before `/opt/lib` and before DT_RUNPATH; only DT_RPATH comes earlier. Where the runtime has a library of the same name, that copy is loaded, and the one of the layer never is. It is an error where the runtime's copy is known to lack a version that the file wants: ``version `ZLIB_1.2.9' not found``. Where libraries have no versions, as glib has none, a symbol may be missing: `undefined symbol: g_once_init_leave_pointer`.",
  messages: [
    "version `ZLIB_…' not found",
    "version `OPENSSL_…' not found",
    '/opt/lib/….so…: undefined symbol: …',
    'undefined symbol: g_once_init_leave_pointer',
  ],
  fix: "Name the folder of the library in DT_RPATH of the files that need it (`patchelf --force-rpath --set-rpath '$ORIGIN/…'`), or give the library a name of its own, as auditwheel does. Leave it out where that of the runtime will do.",
  *check(layer) {
    const reported = new Set<string>();
    for (const { native, library, version, has, hides, severity } of versionLacks(layer)) {
      if (hides === undefined) continue;
      reported.add(hides);
      const message = `needs ${version} of ${library}, but in place of ${hides} that of the runtime is loaded, and ${has}`;
      yield { path: native.path, message, severity: severity ?? 'error' };
    }
    for (const [path, { library, users }] of hiddenLibraries(layer)) {
      const [first = ''] = users;
      const who = users.length === 1 ? first : `${first} and ${users.length - 1} more`;
      if (!reported.has(path))
        yield {
          path,
          message: `is not loaded for ${who}: ${layer.target.runtime} has its own ${library}, found first`,
        };
    }
  },
});

interface Hidden {
  readonly library: string;
  /** The files that need it. */
  readonly users: string[];
}

function hiddenLibraries(layer: Layer): ReadonlyMap<string, Hidden> {
  const hidden = new Map<string, Hidden>();
  for (const native of layer.natives) {
    if (!isForTarget(native, layer.target)) continue;
    for (const { library, path } of hiddenFor(layer, native)) {
      const known = hidden.get(path) ?? { library, users: [] };
      known.users.push(native.path);
      hidden.set(path, known);
    }
  }
  return hidden;
}

function hiddenFor(layer: Layer, { path, elf }: Native): { library: string; path: string }[] {
  return (elf?.needed ?? []).flatMap((library) => {
    const location = elf === undefined ? undefined : layer.loader.locate(path, elf, library);
    if (location?.where !== 'runtime' || location.hides === undefined) return [];
    return [{ library, path: location.hides }];
  });
}

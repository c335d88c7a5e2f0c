import { linkTarget } from '../layer.ts';
import { isEmptyInit } from '../lost-module.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'dangling-symlink',
  severity: 'error',
  isOfFile: true,
  modes: ['N09'],
  summary: 'A symbolic link points at nothing in the layer',
  why: 'Package managers such as pnpm lay packages out as links into a store beside them. A zip that holds the links without the store has names that lead nowhere: `Cannot find module …`, `No module named …`, or `cannot open shared object file` for a library.',
  messages: ["Cannot find module '…'", "No module named '…'"],
  fix: 'Zip the files themselves: `zip` without `--symlinks`, or for pnpm `node-linker=hoisted` in `.npmrc`; `layerproof build` keeps a link together with what it points at.',
  *check(layer) {
    // Folders need no entry of their own: the files in them make them.
    const places = new Set(
      layer.entries.flatMap(({ path, kind }) => [...(kind === 'symlink' ? [] : [path]), ...parentsOf(path)]),
    );
    for (const entry of layer.entries) {
      if (entry.kind !== 'symlink') continue;
      const target = linkTarget(entry);
      // Out of the layer: that is a finding of its own.
      if (target === undefined || places.has(layer.followLinks(target) ?? '')) continue;
      const message = `is a symbolic link to ${new TextDecoder().decode(entry.read())}, but the layer has no ${target}`;
      // In `.bin` lie commands for a shell, which no function starts by that name.
      if (entry.path.split('/').includes('.bin')) yield { path: entry.path, message, severity: 'note' };
      else if (isEmptyInit(layer, entry.path)) {
        const harmless = `${message}; it was installed empty, and Python takes its folder without it`;
        yield { path: entry.path, message: harmless, severity: 'warning' };
      } else yield { path: entry.path, message };
    }
  },
});

function parentsOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('/'));
}

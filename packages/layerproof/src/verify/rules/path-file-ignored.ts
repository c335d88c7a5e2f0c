import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'path-file-ignored',
  severity: 'error',
  modes: ['R35'],
  summary: 'A package is reached by a file that Python does not read in a layer',
  why: 'Python reads `.pth` files only in its own folders of packages, and `/opt/python` is none of them. What such a file adds to the path is not found: an editable install, whose package lies elsewhere, or a folder of packages: `No module named …`. What it would run at the start does not run.',
  messages: ["No module named '…'"],
  fix: 'Install the package itself in place of an editable install (without `-e`), and put the folders that the file names into the folder of packages of the layer.',
  *check({ entries, target }) {
    for (const entry of entries) {
      const folder = target.facts.layerFolders.find((candidate) => entry.path.startsWith(`${candidate}/`));
      const name = folder === undefined || entry.kind !== 'file' ? undefined : entry.path.slice(folder.length + 1);
      if (target.facts.python === undefined || name === undefined) continue;
      if (/^[^/]+\.egg-link$/.test(name)) {
        yield {
          path: entry.path,
          message: 'points at a package elsewhere, as a development install does, but only the layer is there',
        };
      } else if (/^(?:lib\/python[\d.]+\/site-packages\/)?[^/]+\.pth$/.test(name)) {
        const lines = new TextDecoder()
          .decode(entry.read())
          .split(/\r?\n/)
          .filter((line) => line.trim() !== '' && !line.startsWith('#'));
        const added = lines.filter((line) => !/^import[ \t]/.test(line));
        if (added.length > 0)
          yield { path: entry.path, message: `adds ${added[0]} to the path, but Python reads no such file in a layer` };
        else if (lines.length > 0)
          yield {
            path: entry.path,
            message: 'runs code at the start of Python, but is not read in a layer',
            severity: 'note',
            fix: 'Nothing needs to be done where the package works without it, as most do.',
          };
      }
    }
  },
});

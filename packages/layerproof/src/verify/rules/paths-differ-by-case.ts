import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'paths-differ-by-case',
  severity: 'warning',
  modes: ['R36', 'P12'],
  summary: 'Two paths differ only in capital letters',
  why: 'On Linux these are two files. On macOS and Windows they are one: whoever unzips the layer there, or makes it from a folder there, loses one of the two, e.g. the package `crypto` to `Crypto`. Two packages that own the same name in different letters are often meant to be one.',
  messages: [],
  fix: 'Leave one of the two out, or build and unpack the layer on Linux only.',
  *check({ entries }) {
    const seen = new Map<string, string>();
    for (const path of withFolders(entries.map((entry) => entry.path))) {
      const folded = path.toLowerCase();
      const other = seen.get(folded);
      if (other === undefined) seen.set(folded, path);
      // Below two such folders everything differs so; the folders say it.
      else if (parentOf(other) === parentOf(path))
        yield { path, message: `differs from ${other} only in capital letters` };
    }
  },
});

function withFolders(paths: readonly string[]): string[] {
  const all = new Set<string>();
  for (const path of paths) {
    const parts = path.split('/');
    for (let at = 1; at <= parts.length; at++) all.add(parts.slice(0, at).join('/'));
  }
  return [...all];
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

import { posix } from 'node:path';
import { linkTarget } from '../layer.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'path-escapes',
  severity: 'error',
  modes: ['P04', 'P12'],
  summary: 'A path leads out of the layer, or is no path on Linux',
  why: 'Lambda unzips a layer into `/opt`. A path that starts with `/`, holds `..` or a drive letter leads elsewhere, which an unzip refuses, cuts or, at worst, obeys. A backslash is no separator on Linux: `python\\a.py`, as Windows PowerShell writes it, is one file with a strange name, and the import fails with `No module named …`.',
  messages: ["No module named '…'"],
  fix: 'Make the zip again with a tool that writes relative paths with `/`: `layerproof build`, or `zip -r layer.zip python` in the folder that holds `python`.',
  *check({ entries }) {
    for (const entry of entries) {
      const { path } = entry;
      const fact = problemOf(path);
      if (fact !== undefined) {
        yield { path, message: `${fact}, but a layer holds paths under /opt, separated by /` };
      } else if (entry.kind === 'symlink' && linkTarget(entry) === undefined) {
        const target = new TextDecoder().decode(entry.read());
        const message = `is a symbolic link to ${target}, but only /opt is the layer's own`;
        // An absolute link may be meant (into /tmp, into the runtime); a relative one that climbs out of /opt never is.
        const fix = 'Put the file itself in the place of the link, or link to a file of the layer.';
        if (posix.isAbsolute(target)) yield { path, message, fix, severity: 'warning' };
        else yield { path, message, fix };
      }
    }
  },
});

function problemOf(path: string): string | undefined {
  if (path.includes('\\')) return 'holds a backslash';
  if (path.startsWith('/')) return 'is an absolute path';
  if (/^[A-Za-z]:/.test(path)) return 'starts with a drive letter';
  return path.split('/').includes('..') ? 'climbs with ..' : undefined;
}

import { defineRule } from '../rule.ts';

const RUN_BY_OTHERS = 0o001;

export default defineRule({
  id: 'not-executable',
  severity: 'error',
  modes: ['P03'],
  summary: 'A program that Lambda or the function starts may not be run',
  why: 'Lambda starts every file in `extensions/` of a layer, and `bin/` of it is on the PATH. A zip that was made on Windows has lost the permission to run: `permission denied`, and with an extension the function does not start at all (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-extensions-api.html).',
  messages: ['permission denied', 'fork/exec /opt/extensions/…: permission denied'],
  fix: 'Give programs mode 0755 before zipping: `chmod 755 bin/* extensions/*`, on Linux or macOS; or build the layer with `layerproof build`, which keeps the permission of the files of a folder.',
  *check({ entries }) {
    for (const entry of entries) {
      const { path, kind, mode } = entry;
      const folder = /^(bin|extensions)\/[^/]+$/.exec(path)?.[1];
      if (folder === undefined || kind !== 'file' || (mode & RUN_BY_OTHERS) !== 0 || !isProgram(entry.read())) continue;
      const message = `has mode 0${(mode & 0o777).toString(8)}, but a program needs 0755`;
      if (folder === 'extensions') yield { path, message };
      // Whether the function starts it is not known.
      else yield { path, message, severity: 'warning' };
    }
  },
});

/** ELF, or a script with the line that names its interpreter (execve(2)). */
function isProgram(bytes: Uint8Array): boolean {
  return (bytes[0] === 0x7f && bytes[1] === 0x45) || (bytes[0] === 0x23 && bytes[1] === 0x21);
}

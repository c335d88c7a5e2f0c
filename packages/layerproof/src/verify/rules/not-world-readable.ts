import { defineRule } from '../rule.ts';

const READ_BY_OTHERS = 0o004;
const ENTER_BY_OTHERS = 0o001;

export default defineRule({
  id: 'not-world-readable',
  severity: 'error',
  isOfFile: true,
  isPastImportError: true,
  modes: ['P02'],
  summary: 'A file or folder may not be read by the user that runs the function',
  why: 'Lambda runs the function as a user that owns none of the files of a layer. A file without read permission for others, or a folder that others may not enter, gives `Permission denied` or `No module named …` (https://docs.aws.amazon.com/lambda/latest/dg/python-package.html).',
  messages: ['[Errno 13] Permission denied: …/opt/', "No module named '…'", "EACCES: permission denied, open '/opt/…"],
  fix: 'Give files mode 0644, programs and folders 0755 before zipping: `chmod -R u=rwX,go=rX .`, or build the layer with `layerproof build`, which does so.',
  *check({ entries }) {
    for (const { path, kind, mode } of entries) {
      if (kind === 'symlink') continue;
      const wanted = kind === 'directory' ? READ_BY_OTHERS | ENTER_BY_OTHERS : READ_BY_OTHERS;
      if ((mode & wanted) === wanted) continue;
      const needs = kind === 'directory' ? '0755' : (mode & 0o100) === 0 ? '0644' : '0755';
      yield { path, message: `has mode ${octal(mode)}, but others than its owner must read it, as with ${needs}` };
    }
  },
});

function octal(mode: number): string {
  return `0${(mode & 0o777).toString(8).padStart(3, '0')}`;
}

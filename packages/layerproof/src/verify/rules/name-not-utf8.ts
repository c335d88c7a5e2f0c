import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'name-not-utf8',
  severity: 'warning',
  modes: ['P12'],
  summary: 'A file has a name that is not the same for every reader of the zip',
  why: 'A name in a zip is of UTF-8 where the zip says so, and else of whatever code the machine had that wrote it (APPNOTE.TXT, appendix D). Where it is no UTF-8, each tool makes another name of it, and whatever opens the file by its name in Lambda may not find it.',
  messages: ['FileNotFoundError: [Errno 2] No such file or directory', "ENOENT: no such file or directory, open '…'"],
  fix: 'Give the file a name of ASCII letters, or write the zip with a tool that writes names in UTF-8 (Info-ZIP 3, 7-Zip with `-mcu=on`, Python).',
  *check({ zips }) {
    for (const path of zips.flatMap(({ foreignNames }) => foreignNames)) {
      yield { path, message: 'has a name that is no UTF-8 in the zip; it stands here as MS-DOS would read it' };
    }
  },
});

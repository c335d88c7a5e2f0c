import { describe, expect, test } from 'vitest';
import { parseRecord, printRecord } from './record.ts';

const NAME = 'a-1-py3-none-any.whl';

describe('parseRecord', () => {
  test.each([
    ['a.py,sha256=x,5\n', [{ path: 'a.py', hash: 'sha256=x', size: 5 }]],
    [
      'a.py,sha256=x,5\r\na-1.dist-info/RECORD,,\r\n',
      [
        { path: 'a.py', hash: 'sha256=x', size: 5 },
        { path: 'a-1.dist-info/RECORD', hash: '', size: undefined },
      ],
    ],
    [
      '"a,b ""c"".py",sha256=x,5\nd.py,sha256=y,\n',
      [
        { path: 'a,b "c".py', hash: 'sha256=x', size: 5 },
        { path: 'd.py', hash: 'sha256=y', size: undefined },
      ],
    ],
    ['"a\nb.py",sha256=x,5', [{ path: 'a\nb.py', hash: 'sha256=x', size: 5 }]],
    ['a,b.py,sha256=x,5', [{ path: 'a,b.py', hash: 'sha256=x', size: 5 }]],
    ['"a.py",,', [{ path: 'a.py', hash: '', size: undefined }]],
    ['', []],
  ])('%j', (text, expected) => expect(parseRecord(NAME, text)).toEqual(expected));

  test.each(['a.py', 'a.py,sha256=x', 'a.py,sha256=x,five', ',sha256=x,5', '"a.py"b,sha256=x,5', '"a.py,sha256=x,5'])(
    '%j is refused',
    (text) => expect(() => parseRecord(NAME, text)).toThrow(`${NAME} is not a sound wheel: its RECORD`),
  );
});

test('printRecord sorts by bytes and quotes what needs it, so that it is read back', () => {
  const lines = [
    { path: '\u{1f40d}.py', hash: 'sha256=x', size: 1 },
    { path: '\uff5e.py', hash: 'sha256=x', size: 1 },
    { path: 'a,"b".py', hash: 'sha256=x', size: 1 },
    { path: 'RECORD', hash: '', size: undefined },
  ];
  const text = printRecord(lines);
  expect(text).toBe('RECORD,,\n"a,""b"".py",sha256=x,1\n\uff5e.py,sha256=x,1\n\u{1f40d}.py,sha256=x,1\n');
  expect(parseRecord(NAME, text)).toEqual(lines.toReversed());
});

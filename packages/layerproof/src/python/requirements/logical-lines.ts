// `preprocess` in pip/_internal/req/req_file.py

export interface LogicalLine {
  /** Of its first line, from 1. */
  readonly number: number;
  readonly text: string;
}

const WHOLE_COMMENT = /^(?:$|\s+)?#.*$/;
const COMMENT = /(^|\s+)#.*$/;

/**
 * Lines joined at a trailing backslash, then without comments (a `#` at the start or after space) and without empty lines. As in pip
 * a comment line never continues, and ends the line that it stands in.
 */
export function* logicalLines(text: string): Generator<LogicalLine> {
  let pending = '';
  let start = 0;
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (pending === '') start = index + 1;
    const isComment = WHOLE_COMMENT.test(line);
    if (line.endsWith('\\') && !isComment) {
      pending += line.replace(/^\\+|\\+$/g, '');
      continue;
    }
    yield* withoutComment(start, `${pending}${isComment ? ' ' : ''}${line}`);
    pending = '';
  }
  yield* withoutComment(start, pending);
}

function* withoutComment(number: number, text: string): Generator<LogicalLine> {
  const plain = text.replace(COMMENT, '').trim();
  if (plain !== '') yield { number, text: plain };
}

/** What the demo says: facts on stdout, what it is doing at the moment on a terminal's stderr alone. */
export interface Report {
  heading(text: string): void;
  line(text?: string): void;
  /** Indented, each line of it. */
  block(text: string, indent?: number): void;
  /** Shown on a terminal until the next output; silent in a pipe. */
  doing(text: string): void;
}

// Carriage return, then "erase in line" (ECMA-48 8.3.41).
const CLEAR_LINE = '\r\u001B[2K';

export function openReport(): Report {
  const isTerminal = process.stderr.isTTY;
  const clear = () => {
    if (isTerminal) process.stderr.write(CLEAR_LINE);
  };
  const line = (text = '') => {
    clear();
    process.stdout.write(`${text}\n`);
  };
  return {
    line,
    heading(text) {
      line();
      line(text);
      line('-'.repeat(text.length));
    },
    block(text, indent = 4) {
      for (const each of text.split('\n')) line(each === '' ? '' : ' '.repeat(indent) + each);
    },
    doing(text) {
      clear();
      if (isTerminal) process.stderr.write(`${text} …`.slice(0, Math.max(20, process.stderr.columns - 1)));
    },
  };
}

/** A number or letter with or without its bracket or point, a Roman numeral, a bullet. */
const MARK = /^(?:\(?(?:\d{1,3}|\p{L}|[ivxlc]{1,5})[.):]?|\p{P}|\p{S})$/u;

/** Whether this stands before a line to count or point it out, and says nothing by itself. */
export function isLineMark(text: string): boolean {
  return MARK.test(text);
}

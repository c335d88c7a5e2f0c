import { legalText } from './xml.ts';

/** What begins markup anywhere in a line: https://spec.commonmark.org/0.31.2/#backslash-escapes, and the bar of GitHub's tables. */
const INLINE = /[\\`*[\]|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** HTML and character references are written as references: a backslash does not stop every reader. An ampersand alone is none. */
const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Text as it may stand anywhere in a line of Markdown: on one line, and without what no text file should hold. */
export function escapeMarkdown(text: string): string {
  return legalText(text)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(INLINE, (character) => `\\${character}`)
    .replaceAll(/[<>]|&(?=#?\w+;)/g, (character) => REFERENCES[character] ?? character);
}

/** The same at the beginning of a line, where some more characters make a heading, a rule or a list. */
export function escapeLineStart(text: string): string {
  return escapeMarkdown(text).replace(/^(?=[#+=-])|(?<=^\d{1,9})(?=[.)](?:\s|$))/, '\\');
}

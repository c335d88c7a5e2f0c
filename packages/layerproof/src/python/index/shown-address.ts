/**
 * An address that cannot be read, as it may be shown: of what has no form, nobody knows where a password ends, so all before the last
 * `@` is left out, and what follows a `?` or `#`.
 */
export function shownAddress(text: string): string {
  return text.replace(/^.*@/s, '…@').replace(/[?#].*$/s, '…');
}

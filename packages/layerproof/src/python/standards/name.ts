/** The one spelling of a distribution's or an extra's name: lower case, runs of `-`, `_` and `.` as one `-` (PEP 503, PEP 685). */
export function normalizeName(name: string): string {
  return name.replace(/[-_.]+/g, '-').toLowerCase();
}

/** True for a name that an index may hold: letters, digits, and `-`, `_`, `.` between them (PEP 508, "Names"). */
export function isName(text: string): boolean {
  return /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(text);
}

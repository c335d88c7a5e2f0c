/** What TOML, INI and JSON of others give, taken apart without trust: what is not of the wanted kind counts as not there. */
export type Untyped = Readonly<Record<string, unknown>>;

/** The fields of an object; none for anything else. */
export function asRecord(value: unknown): Untyped {
  return typeof value === 'object' && value !== null ? (value as Untyped) : {};
}

/** The objects of a list; none for anything else. */
export function recordsOf(value: unknown): Untyped[] {
  return Array.isArray(value) ? value.map((item: unknown) => asRecord(item)) : [];
}

/** The text; undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The texts of a list; none for anything else. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

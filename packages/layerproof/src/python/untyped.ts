/** What TOML, INI and JSON of others give, taken apart without trust: what is not of the wanted kind counts as not there. */
export type Untyped = Readonly<Record<string, unknown>>;

export function asRecord(value: unknown): Untyped {
  return typeof value === 'object' && value !== null ? (value as Untyped) : {};
}

export function recordsOf(value: unknown): Untyped[] {
  return Array.isArray(value) ? value.map((item: unknown) => asRecord(item)) : [];
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

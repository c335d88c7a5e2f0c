/** Settings as pip or uv words them, before they are merged; undefined where a source says nothing. */
export interface IndexSource {
  readonly indexUrl?: string | undefined;
  readonly extraIndexUrls?: readonly string[] | undefined;
  readonly findLinks?: readonly string[] | undefined;
  readonly noIndex?: boolean | undefined;
}

export interface Machine {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform?: NodeJS.Platform;
  readonly home?: string;
  /** Where uv.toml is looked for, upwards. */
  readonly folder?: string;
}

/** Words apart by space, as lists stand in variables and pip's files. */
export function words(text: string | undefined): string[] {
  return (text ?? '').split(/\s+/).filter((word) => word !== '');
}

/** True for the words that pip and uv take for a yes. */
export function isTrue(text: string | undefined): boolean {
  return /^(?:1|true|yes|on|y|t)$/i.test(text ?? '');
}

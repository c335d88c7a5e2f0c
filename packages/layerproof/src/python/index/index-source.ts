import type { NetworkOptions } from '../../artifact/network-settings.ts';

/** An index as configuration names it. */
export interface IndexEntry {
  /** May hold credentials. */
  readonly url: string;
  /** Who sets it, for messages: `PIP_INDEX_URL`, or a file. */
  readonly origin?: string | undefined;
  /** uv's name for it, which its credentials are found by. */
  readonly name?: string | undefined;
  /** Only for distributions that are pinned to it. */
  readonly isExplicit?: boolean;
  /** Statuses by which it says that it does not have a distribution (`ignore-error-codes` of uv). */
  readonly absentStatuses?: readonly number[];
}

/** Which index counts when several know a name, by uv's words. */
export type IndexStrategy = 'first-index' | 'unsafe-best-match';

/** Settings as pip or uv word them, before they are merged; undefined where a source says nothing. */
export interface IndexSource {
  readonly main?: IndexEntry | undefined;
  readonly extra?: readonly IndexEntry[] | undefined;
  /** Folders, pages and wheels. */
  readonly findLinks?: readonly string[] | undefined;
  readonly noIndex?: boolean | undefined;
  readonly prereleases?: boolean | undefined;
  readonly offline?: boolean | undefined;
  readonly strategy?: IndexStrategy | undefined;
  /** Ask the program `keyring` for passwords. */
  readonly keyring?: boolean | undefined;
  readonly network?: NetworkOptions | undefined;
}

export interface Machine {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform?: NodeJS.Platform;
  readonly home?: string;
  /** Where uv.toml and pyproject.toml are looked for, upwards. */
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

/** Yes or no; undefined when nothing is said, or the empty text. */
export function flagOf(text: string | undefined): boolean | undefined {
  return text === undefined || text === '' ? undefined : isTrue(text);
}

/** A number that is not negative; undefined for anything else. */
export function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : undefined;
}

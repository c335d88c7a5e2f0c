/** Who may read what. Headers are made when they are needed, and sent nowhere else. */
export interface Credentials {
  /** The `Authorization` header for an address; undefined when none is known. */
  headerFor(url: URL): Promise<string | undefined>;
  /** Credentials that came with an address, for everything at the same origin that lies nearest to it. */
  add(address: string, header: Header): void;
}

/** A header, or a way to ask for it once, as of a keyring. */
export type Header = string | (() => Promise<string | undefined>);

interface Entry {
  readonly origin: string;
  readonly path: readonly string[];
  readonly header: () => Promise<string | undefined>;
}

/**
 * Credentials by address. Of several at one origin those count whose path has most in common with the address, as for pip:
 * indexes of several projects often share a host, and have tokens of their own.
 *
 * @param others What is known of other addresses, as by a netrc file.
 */
export function credentialsBook(others: (url: URL) => string | undefined = () => undefined): Credentials {
  const entries: Entry[] = [];
  return {
    async headerFor(url) {
      const path = partsOf(url);
      let best: Entry | undefined;
      for (const entry of entries) {
        if (entry.origin !== url.origin) continue;
        if (best === undefined || common(entry.path, path) > common(best.path, path)) best = entry;
      }
      return (await best?.header()) ?? others(url);
    },
    add(address, header) {
      const url = new URL(address);
      const same = entries.findIndex(
        (entry) => entry.origin === url.origin && entry.path.join('/') === partsOf(url).join('/'),
      );
      const entry = { origin: url.origin, path: partsOf(url), header: asked(header) };
      if (same === -1) entries.push(entry);
      else entries[same] = entry;
    },
  };
}

function partsOf({ pathname }: URL): string[] {
  return pathname.split('/').filter((part) => part !== '');
}

function common(a: readonly string[], b: readonly string[]): number {
  const end = a.findIndex((part, index) => part !== b[index]);
  return end === -1 ? a.length : end;
}

function asked(header: Header): () => Promise<string | undefined> {
  if (typeof header === 'string') return () => Promise.resolve(header);
  let answer: Promise<string | undefined> | undefined;
  return () => (answer ??= header());
}

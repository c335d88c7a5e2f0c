import type { Digest } from '../../artifact/store.ts';
import { readWheelName } from '../standards/wheel-name.ts';
import { asRecord, textOf, type Untyped } from '../untyped.ts';
import type { IndexPage, WheelFile } from './index-file.ts';
import { projectStatus } from './index-page.ts';

/** The number changes with the form, so that an older cache is not misread. */
const FORM = 3;

/** What the server said of a page, to ask for it again. */
export interface PageValidity {
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  /** Milliseconds that it counts as current. */
  readonly maxAge: number;
}

export interface StoredPage extends PageValidity {
  readonly page: IndexPage;
}

/** An index page as text for the cache: the facts that are used, and of a name only the file name. */
export function compactPage({ page, ...validity }: StoredPage): string {
  const wheels = page.wheels.map(({ name, ...facts }) => ({ name: name.fileName, ...facts }));
  return JSON.stringify({ form: FORM, ...validity, wheels, sourceVersions: page.sourceVersions, status: page.status });
}

/** Undefined for a text of another form, or one that is damaged: the page is then asked for again. */
export function expandPage(text: string): StoredPage | undefined {
  const stored = parse(text);
  const { form, wheels, sourceVersions, etag, lastModified, maxAge } = stored;
  if (form !== FORM || !Array.isArray(wheels) || !Array.isArray(sourceVersions) || typeof maxAge !== 'number') {
    return undefined;
  }
  const files = wheels.flatMap((wheel: unknown) => wheelOf(asRecord(wheel)) ?? []);
  const status = projectStatus(stored['status']);
  const versions = sourceVersions.map(String);
  const page = { wheels: files, sourceVersions: versions, ...(status === undefined ? {} : { status }) };
  return { page, etag: textOf(etag), lastModified: textOf(lastModified), maxAge };
}

function wheelOf(wheel: Untyped): WheelFile | undefined {
  const { name: fileName, url, sha256, size, requiresPython, yanked, metadata, uploaded } = wheel;
  if (typeof url !== 'string') return undefined;
  const text = String(fileName);
  // A part of the address costs a tenth of a text of its own, and a page may have ten thousand of them.
  const name = readWheelName(url.endsWith(text) ? url.slice(url.length - text.length) : text);
  if (name === undefined) return undefined;
  const digest = digestOf(asRecord(wheel['digest']));
  return {
    name,
    url,
    sha256: textOf(sha256),
    ...(digest === undefined ? {} : { digest }),
    size: typeof size === 'number' ? size : undefined,
    requiresPython: textOf(requiresPython),
    yanked: textOf(yanked),
    metadata: metadata === true ? true : textOf(metadata),
    uploaded: textOf(uploaded),
  };
}

function digestOf({ algorithm, hex }: Untyped): Digest | undefined {
  return typeof algorithm === 'string' && typeof hex === 'string' ? { algorithm, hex } : undefined;
}

function parse(text: string): Untyped {
  try {
    return asRecord(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

import { timingSafeEqual } from 'node:crypto';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';

/** What the embedded store signs with: made at random for each data folder, known to nobody else. */
export interface SigningKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** The parts of a request that a signature covers. */
export interface SignedParts {
  readonly url: URL;
  /** By lower-case name, `host` among them. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface SigningTime {
  readonly date: Date;
  /** Seconds, at most 604800: a week, the most that AWS Signature Version 4 allows. */
  readonly expiresIn: number;
}

const SIGNATURE = 'X-Amz-Signature';
const SIGNED_HEADERS = 'X-Amz-SignedHeaders';

/** Query parameters that signing adds. Whatever else stands in the address is signed as it is. */
const ADDED = ['X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Date', 'X-Amz-Expires', SIGNED_HEADERS, SIGNATURE];

/**
 * Signs the query of a PUT as S3 does, every given header included.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
export async function presignPut(parts: SignedParts, time: SigningTime, key: SigningKey): Promise<URL> {
  const signer = new SignatureV4({
    service: 's3',
    region: 'local',
    credentials: key,
    sha256: Sha256,
    // S3 alone signs the path as it stands.
    uriEscapePath: false,
    applyChecksum: false,
  });
  const { url } = parts;
  const names = new Set(Object.keys(parts.headers));
  const request = {
    method: 'PUT',
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    // The content is fixed by its own signed headers, length and checksum.
    headers: { ...parts.headers, 'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD' },
  };
  const { query = {} } = await signer.presign(request, {
    signingDate: time.date,
    expiresIn: time.expiresIn,
    signableHeaders: names,
    unhoistableHeaders: names,
  });
  const signed = new URL(url);
  signed.search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();
  return signed;
}

/** What a presigned address says of itself, before anything of it is believed. */
export interface PresignedQuery extends SigningTime {
  readonly signedHeaders: readonly string[];
}

/** Undefined when a parameter is missing, given twice or malformed. */
export function readPresignedQuery({ searchParams }: URL): PresignedQuery | undefined {
  const names = [...searchParams.keys()];
  if (new Set(names).size !== names.length || ADDED.some((name) => !searchParams.has(name))) return undefined;
  const date = searchParams.get('X-Amz-Date')?.match(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/);
  const expiresIn = searchParams.get('X-Amz-Expires') ?? '';
  const signedHeaders = (searchParams.get(SIGNED_HEADERS) ?? '').split(';');
  if (!date || !/^\d{1,6}$/.test(expiresIn) || Number(expiresIn) > 604_800) return undefined;
  const [, year, month, day, hour, minute, second] = date;
  const parsed = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(parsed.getTime()) || !signedHeaders.includes('host')) return undefined;
  return { date: parsed, expiresIn: Number(expiresIn), signedHeaders };
}

/** True when signing the same parts again with the key gives the same address, parameter by parameter. */
export async function isSignedWith(
  { url, headers }: SignedParts,
  query: PresignedQuery,
  key: SigningKey,
): Promise<boolean> {
  const unsigned = new URL(url);
  for (const name of [...ADDED, 'X-Amz-Content-Sha256']) unsigned.searchParams.delete(name);
  const covered: Record<string, string> = {};
  for (const name of query.signedHeaders) {
    const value = headers[name];
    if (value === undefined) return false;
    covered[name] = value;
  }
  const expected = await presignPut({ url: unsigned, headers: covered }, query, key);
  return canonical(expected).length === canonical(url).length && timingSafeEqual(canonical(expected), canonical(url));
}

function canonical({ searchParams }: URL): Buffer {
  return Buffer.from(JSON.stringify([...searchParams].toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

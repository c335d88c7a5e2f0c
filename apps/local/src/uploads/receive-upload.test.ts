import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fileBlobStore } from '../store/blob-store.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { receiveUpload } from './receive-upload.ts';
import { presignPut } from './request-signature.ts';
import { openSigningKey } from './signing-key.ts';
import { localUploadSigner } from './upload-signer.ts';

const BYTES = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 7) % 256);
const OTHER_BYTES = BYTES.toReversed();
const ID = '01k00000000000000000000000';
const NOW = Date.parse('2026-01-31T12:00:00Z');

/** A store behind a real socket, and one presigned upload to it. */
async function presigned({ checksum = true } = {}) {
  const folder = temporaryFolder();
  const key = openSigningKey(folder);
  const blobs = fileBlobStore(folder);
  let now = NOW;
  const receiver = { key, blobs, clock: { now: () => new Date(now) }, bytesAtMost: 1_000_000 };
  const server = createServer(getRequestListener((request) => receiveUpload(ID, request, receiver)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const request = await localUploadSigner(origin, key).sign({
    id: ID,
    key: `uploads/${ID}`,
    contentType: 'image/png',
    size: BYTES.byteLength,
    sha256: checksum ? createHash('sha256').update(BYTES).digest('base64') : undefined,
    createdAt: new Date(NOW).toISOString(),
    expiresAt: new Date(NOW + 600_000).toISOString(),
  });
  return {
    ...request,
    key,
    stored: () => blobs.read(`uploads/${ID}`),
    half: () => readdirSync(join(folder, 'temporary')),
    pass: (milliseconds: number) => void (now += milliseconds),
  };
}

type Presigned = Awaited<ReturnType<typeof presigned>>;
type Attack = Partial<{ url: string; headers: Record<string, string>; body: Uint8Array }>;

function without(headers: Readonly<Record<string, string>>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));
}

function withQuery(url: string, change: (query: URLSearchParams) => void): string {
  const changed = new URL(url);
  change(changed.searchParams);
  return changed.href;
}

const set =
  (name: string, value: string) =>
  ({ url }: Presigned) => ({
    url: withQuery(url, (query) => query.set(name, value)),
  });
const header =
  (name: string, value: string) =>
  ({ headers }: Presigned) => ({ headers: { ...headers, [name]: value } });
const no =
  (name: string) =>
  ({ headers }: Presigned) => ({ headers: without(headers, name) });

const ATTACKS: Record<string, [attack: (upload: Presigned) => Attack, refusal: string]> = {
  'no signature at all': [({ url }) => ({ url: url.replace(/\?.*/, '') }), '403 AccessDenied'],
  'a signature with one digit changed': [
    ({ url }) => ({
      url: url.replace(/(X-Amz-Signature=)(.)/, (_, name, digit) => name + (digit === '0' ? '1' : '0')),
    }),
    '403 SignatureDoesNotMatch',
  ],
  'a short signature': [set('X-Amz-Signature', 'abc'), '403 SignatureDoesNotMatch'],
  'an empty signature': [set('X-Amz-Signature', ''), '403 SignatureDoesNotMatch'],
  'a longer time': [set('X-Amz-Expires', '6000'), '403 SignatureDoesNotMatch'],
  'more than a week': [set('X-Amz-Expires', '604801'), '400 AuthorizationQueryParametersError'],
  'a time that is no number': [set('X-Amz-Expires', '6e2'), '400 AuthorizationQueryParametersError'],
  'another date': [set('X-Amz-Date', '20260131T120001Z'), '403 SignatureDoesNotMatch'],
  'a date that is none': [set('X-Amz-Date', '20261331T120000Z'), '400 AuthorizationQueryParametersError'],
  'another key': [set('X-Amz-Credential', 'other/20260131/local/s3/aws4_request'), '403 SignatureDoesNotMatch'],
  'another region': [set('X-Amz-Credential', 'local/20260131/eu/s3/aws4_request'), '403 SignatureDoesNotMatch'],
  'another algorithm': [set('X-Amz-Algorithm', 'none'), '403 SignatureDoesNotMatch'],
  'signed content instead of none': [set('X-Amz-Content-Sha256', 'a'.repeat(64)), '403 SignatureDoesNotMatch'],
  'fewer signed headers': [set('X-Amz-SignedHeaders', 'host'), '403 AccessDenied'],
  'fewer signed headers, and those not sent': [
    ({ url, headers }) => ({
      ...set('X-Amz-SignedHeaders', 'content-length;host')({ url } as Presigned),
      headers: { 'content-length': headers['content-length'] ?? '' },
    }),
    '403 SignatureDoesNotMatch',
  ],
  'no signed headers': [
    ({ url }) => ({ url: withQuery(url, (query) => query.delete('X-Amz-SignedHeaders')) }),
    '400 AuthorizationQueryParametersError',
  ],
  'a parameter more': [set('acl', 'public-read'), '403 SignatureDoesNotMatch'],
  'a parameter twice': [
    ({ url }) => ({ url: withQuery(url, (query) => query.append('X-Amz-Expires', '600')) }),
    '400 AuthorizationQueryParametersError',
  ],
  'another path': [({ url }) => ({ url: url.replace('/content?', '/content/?') }), '403 SignatureDoesNotMatch'],
  'another host name': [header('host', 'localhost:8787'), '403 SignatureDoesNotMatch'],
  'another content-type': [header('content-type', 'text/html'), '403 SignatureDoesNotMatch'],
  'no content-type': [no('content-type'), '403 SignatureDoesNotMatch'],
  'another if-none-match': [header('if-none-match', '"etag"'), '403 SignatureDoesNotMatch'],
  'no if-none-match': [no('if-none-match'), '403 SignatureDoesNotMatch'],
  'the checksum of other bytes, with these': [
    (upload) => ({
      ...header('x-amz-checksum-sha256', createHash('sha256').update(OTHER_BYTES).digest('base64'))(upload),
      body: OTHER_BYTES,
    }),
    '403 SignatureDoesNotMatch',
  ],
  'no checksum': [no('x-amz-checksum-sha256'), '403 SignatureDoesNotMatch'],
  'an AWS header more': [header('x-amz-acl', 'public-read'), '403 AccessDenied'],
  'other bytes of the same size': [() => ({ body: OTHER_BYTES }), '400 BadDigest'],
  'fewer bytes, and saying so': [
    ({ headers }) => ({ headers: { ...headers, 'content-length': '10' }, body: BYTES.subarray(0, 10) }),
    '403 SignatureDoesNotMatch',
  ],
  'more bytes, and saying so': [
    ({ headers }) => ({ headers: { ...headers, 'content-length': '200001' }, body: new Uint8Array(200_001) }),
    '403 SignatureDoesNotMatch',
  ],
  'more bytes than any upload may have': [
    ({ headers }) => ({ headers: { ...headers, 'content-length': '1000001' }, body: new Uint8Array(1_000_001) }),
    '400 EntityTooLarge',
  ],
  'no content-length': [
    ({ headers }) => ({ headers: { ...without(headers, 'content-length'), 'transfer-encoding': 'chunked' } }),
    '411 MissingContentLength',
  ],
};

async function put({ url, headers }: Presigned, attack: Attack = {}): Promise<string> {
  const response = await rawRequest(attack.url ?? url, 'PUT', attack.headers ?? headers, attack.body ?? BYTES);
  if (response.status === 200) return '200';
  expect(response.headers['content-type']).toBe('application/xml');
  expect(response.body).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<Error><Code>/);
  return `${response.status} ${/<Code>(\w+)<\/Code>/.exec(response.body)?.[1]}`;
}

describe('a presigned PUT', () => {
  test.each([true, false])('sent as it was given stores every byte (with a checksum: %s)', async (checksum) => {
    const upload = await presigned({ checksum });
    expect(await put(upload)).toBe('200');
    expect(Buffer.compare(Buffer.from((await upload.stored()) ?? []), Buffer.from(BYTES))).toBe(0);
    expect(upload.half()).toEqual([]);
  });

  test.each(Object.entries(ATTACKS))('with %s is refused', async (_name, [attack, refusal]) => {
    const upload = await presigned();
    expect(await put(upload, attack(upload))).toBe(refusal);
    expect(await upload.stored()).toBeUndefined();
    expect(upload.half()).toEqual([]);
    expect(await put(upload), 'the honest request still works').toBe('200');
  });

  test('a second time is refused, with the same bytes and with others, and the first ones stay', async () => {
    const upload = await presigned({ checksum: false });
    expect(await put(upload)).toBe('200');
    expect(await put(upload)).toBe('412 PreconditionFailed');
    expect(await put(upload, { body: OTHER_BYTES })).toBe('412 PreconditionFailed');
    expect(Buffer.compare(Buffer.from((await upload.stored()) ?? []), Buffer.from(BYTES))).toBe(0);
  });

  test('several times at once stores one of them', async () => {
    const upload = await presigned({ checksum: false });
    const answers = await Promise.all([put(upload), put(upload), put(upload)]);
    expect(answers.sort()).toEqual(['200', '412 PreconditionFailed', '412 PreconditionFailed']);
    expect(upload.half()).toEqual([]);
  });

  test('is good until its last millisecond and not longer', async () => {
    const upload = await presigned();
    upload.pass(600_000);
    const response = await rawRequest(upload.url, 'PUT', upload.headers, BYTES);
    expect(response.status).toBe(403);
    expect(response.body).toContain('<Code>AccessDenied</Code><Message>Request has expired</Message>');
    upload.pass(-1);
    expect(await put(upload)).toBe('200');
  });

  // Without a checksum, the count of bytes alone tells half a file from a whole one.
  test.each([true, false])(
    'that breaks off leaves nothing, and can be sent again (with a checksum: %s)',
    async (checksum) => {
      const upload = await presigned({ checksum });
      const { hostname, port, pathname, search, host } = new URL(upload.url);
      const socket = connect(Number(port), hostname);
      const head = Object.entries({ host, ...upload.headers }).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.write(`PUT ${pathname}${search} HTTP/1.1\r\n${head.join('')}\r\n`);
      socket.write(BYTES.subarray(0, 100_000));
      await expect.poll(() => upload.half().length).toBe(1);
      socket.destroy();
      await expect.poll(() => upload.half()).toEqual([]);
      expect(await upload.stored()).toBeUndefined();
      expect(await put(upload)).toBe('200');
    },
  );

  test('signed with the key of another data folder is refused', async () => {
    const [upload, other] = [await presigned(), await presigned()];
    const { host, origin, pathname } = new URL(upload.url);
    const headers = { ...upload.headers, host };
    const time = { date: new Date(NOW), expiresIn: 600 };
    const forged = await presignPut({ url: new URL(pathname, origin), headers }, time, other.key);
    expect(await put(upload, { url: forged.href })).toBe('403 SignatureDoesNotMatch');
    const honest = await presignPut({ url: new URL(pathname, origin), headers }, time, upload.key);
    expect(await put(upload, { url: honest.href })).toBe('200');
  });
});

import { expect, test } from 'vitest';
import { s3UploadSigner } from './s3-upload-signer.ts';

const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const upload = {
  id: '01k00000000000000000000000',
  key: 'uploads/01k00000000000000000000000',
  contentType: 'image/png',
  size: 1234,
  sha256: 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=',
  createdAt: '2026-01-31T12:00:00.000Z',
  expiresAt: '2026-01-31T12:10:00.000Z',
};

test('signs for the regional, virtual-hosted address of the bucket, from creation to expiry', async () => {
  const { url } = await s3UploadSigner({ region: 'eu-central-1', credentials }, 'documents').sign(upload);
  expect(url.replaceAll('&', '\n&')).toMatchInlineSnapshot(`
    "https://documents.s3.eu-central-1.amazonaws.com/uploads/01k00000000000000000000000?X-Amz-Algorithm=AWS4-HMAC-SHA256
    &X-Amz-Content-Sha256=UNSIGNED-PAYLOAD
    &X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20260131%2Feu-central-1%2Fs3%2Faws4_request
    &X-Amz-Date=20260131T120000Z
    &X-Amz-Expires=600
    &X-Amz-Signature=73411aadbc0e0b5156464a31acfa0f3b7be3f2a02b787c881f6d6e4b122ab76e
    &X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost%3Bif-none-match%3Bx-amz-checksum-sha256
    &x-id=PutObject"
  `);
});

test('signs the same upload to the same address, and another size to another signature', async () => {
  const signer = s3UploadSigner({ region: 'eu-central-1', credentials }, 'documents');
  const signature = async (changes: Partial<typeof upload>) =>
    new URL((await signer.sign({ ...upload, ...changes })).url).searchParams.get('X-Amz-Signature');
  expect(await signature({})).toBe(await signature({}));
  const others = await Promise.all([
    signature({ size: 1235 }),
    signature({ contentType: 'image/jpeg' }),
    signature({ sha256: 'AAAAv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=' }),
    signature({ key: 'uploads/another' }),
  ]);
  expect(new Set([...others, await signature({})]).size).toBe(5);
});

import { testUploadSigner } from '@ocr-pipeline/pipeline/contracts';
import { expect, test } from 'vitest';
import { localUploadSigner } from './upload-signer.ts';

const key = { accessKeyId: 'local', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };

testUploadSigner('embedded', async () => localUploadSigner('http://127.0.0.1:8787', key));

test('signs the same upload to the same address', async () => {
  const upload = {
    id: '01k00000000000000000000000',
    key: 'uploads/01k00000000000000000000000',
    contentType: 'image/png',
    size: 1234,
    sha256: 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=',
    createdAt: '2026-01-31T12:00:00.000Z',
    expiresAt: '2026-01-31T12:10:00.000Z',
  };
  const { url } = await localUploadSigner('http://127.0.0.1:8787', key).sign(upload);
  expect(url.replaceAll('&', '\n&')).toMatchInlineSnapshot(`
    "http://127.0.0.1:8787/v1/uploads/01k00000000000000000000000/content?X-Amz-Content-Sha256=UNSIGNED-PAYLOAD
    &X-Amz-Algorithm=AWS4-HMAC-SHA256
    &X-Amz-Credential=local%2F20260131%2Flocal%2Fs3%2Faws4_request
    &X-Amz-Date=20260131T120000Z
    &X-Amz-Expires=600
    &X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost%3Bif-none-match%3Bx-amz-checksum-sha256
    &X-Amz-Signature=ca58a286a5965e919324e861445312f03edc682caa3f116136e60be31a55320c"
  `);
});

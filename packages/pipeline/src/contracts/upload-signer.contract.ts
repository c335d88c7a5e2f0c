import { describe, expect, test } from 'vitest';
import type { UploadSigner } from '../ports.ts';
import { sampleUpload } from './samples.contract.ts';

const SHA256 = 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=';

/** What every UploadSigner must do. Whether the store refuses other requests is tested with the store. */
export function testUploadSigner(name: string, open: () => Promise<UploadSigner>): void {
  const sign = async (sha256: string | undefined) => {
    const now = Date.now();
    const upload = sampleUpload({
      sha256,
      createdAt: new Date(now).toISOString(),
      expiresAt: new Date(now + 600_000).toISOString(),
    });
    const request = await (await open()).sign(upload);
    return { upload, request, url: new URL(request.url) };
  };

  describe(`UploadSigner: ${name}`, () => {
    test('asks for a PUT with the headers that fix type, size, content and write-once', async () => {
      const { upload, request } = await sign(SHA256);
      expect(request.method).toBe('PUT');
      expect(request.headers).toEqual({
        'content-type': upload.contentType,
        'content-length': String(upload.size),
        'if-none-match': '*',
        'x-amz-checksum-sha256': SHA256,
      });
    });

    test('signs each of these headers, and puts none of them into the address', async () => {
      const { request, url } = await sign(SHA256);
      const signed = url.searchParams.get('X-Amz-SignedHeaders')?.split(';');
      expect(signed).toEqual([...Object.keys(request.headers), 'host'].sort());
      const names = [...url.searchParams.keys()].map((key) => key.toLowerCase());
      expect(names.filter((key) => key.includes('checksum') || key in request.headers)).toEqual([]);
    });

    test('leaves the checksum out where none was declared', async () => {
      const { request, url } = await sign(undefined);
      expect(Object.keys(request.headers).sort()).toEqual(['content-length', 'content-type', 'if-none-match']);
      expect(url.searchParams.get('X-Amz-SignedHeaders')).toBe('content-length;content-type;host;if-none-match');
    });

    test('is good for ten minutes', async () => {
      const { url } = await sign(SHA256);
      expect(url.searchParams.get('X-Amz-Algorithm')).toBe('AWS4-HMAC-SHA256');
      expect(Number(url.searchParams.get('X-Amz-Expires'))).toBeLessThanOrEqual(600);
      expect(Number(url.searchParams.get('X-Amz-Expires'))).toBeGreaterThan(590);
    });
  });
}

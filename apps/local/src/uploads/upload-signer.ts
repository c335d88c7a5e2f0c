import type { UploadSigner } from '@ocr-pipeline/pipeline';
import { presignPut, type SigningKey } from './request-signature.ts';

/** The path that takes the bytes of an upload. */
export function contentPath(uploadId: string): string {
  return `/v1/uploads/${uploadId}/content`;
}

/** Presigned PUTs to this server, at `origin`: the stand-in for a bucket, with the same headers signed in the same way. */
export function localUploadSigner(origin: string, key: SigningKey): UploadSigner {
  return {
    async sign({ id, contentType, size, sha256, createdAt, expiresAt }) {
      const headers = {
        'content-type': contentType,
        'content-length': String(size),
        'if-none-match': '*',
        ...(sha256 === undefined ? {} : { 'x-amz-checksum-sha256': sha256 }),
      };
      const url = new URL(contentPath(id), origin);
      const date = new Date(createdAt);
      const expiresIn = Math.round((Date.parse(expiresAt) - date.getTime()) / 1000);
      const signed = await presignPut({ url, headers: { ...headers, host: url.host } }, { date, expiresIn }, key);
      return { method: 'PUT', url: signed.href, headers };
    },
  };
}

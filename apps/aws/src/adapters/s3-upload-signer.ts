import { PutObjectCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { UploadSigner } from '@ocr-pipeline/pipeline';

/** Headers that must be sent exactly as signed. The presigner leaves content-type and content-length unsigned unless told. */
const SIGNED_HEADERS = new Set(['host', 'content-type', 'content-length', 'if-none-match', 'x-amz-checksum-sha256']);

/** The presigner would move these into the address, where a browser's request could leave them out. */
const HEADERS_KEPT_AS_HEADERS = new Set(['if-none-match', 'x-amz-checksum-sha256']);

/**
 * Presigned PUTs of S3. It makes its own client: the default one signs the CRC32 of an empty body into the address, and S3 then
 * refuses every real file (https://github.com/aws/aws-sdk-js-v3/issues/6810).
 *
 * A request is valid from the upload's creation to its expiry, so signing twice gives the same address.
 */
export function s3UploadSigner(settings: S3ClientConfig, bucket: string): UploadSigner {
  const client = new S3Client({ ...settings, requestChecksumCalculation: 'WHEN_REQUIRED' });
  return {
    async sign({ key, contentType, size, sha256, createdAt, expiresAt }) {
      const signingDate = new Date(createdAt);
      const command = new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        ContentType: contentType,
        ContentLength: size,
        IfNoneMatch: '*',
        ...(sha256 === undefined ? {} : { ChecksumSHA256: sha256 }),
      });
      const url = await getSignedUrl(client, command, {
        signingDate,
        expiresIn: Math.floor((Date.parse(expiresAt) - signingDate.getTime()) / 1000),
        signableHeaders: SIGNED_HEADERS,
        unhoistableHeaders: HEADERS_KEPT_AS_HEADERS,
      });
      return {
        method: 'PUT',
        url,
        headers: {
          'content-type': contentType,
          'content-length': String(size),
          'if-none-match': '*',
          ...(sha256 === undefined ? {} : { 'x-amz-checksum-sha256': sha256 }),
        },
      };
    },
  };
}

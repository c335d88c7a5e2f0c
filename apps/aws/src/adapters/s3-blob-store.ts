import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';
import type { S3Client } from '@aws-sdk/client-s3';
import type { BlobStore } from '@ocr-pipeline/pipeline';

/** Blobs as the objects of one bucket. S3 itself gives a reader either the old object or the new one, whole. */
export function s3BlobStore(client: S3Client, bucket: string): BlobStore {
  return {
    async read(key) {
      const object = await unlessMissing(client.send(new GetObjectCommand({ Bucket: bucket, Key: key })));
      return object?.Body?.transformToByteArray();
    },
    async size(key) {
      const object = await unlessMissing(client.send(new HeadObjectCommand({ Bucket: bucket, Key: key })));
      return object?.ContentLength;
    },
    async write(key, bytes, contentType) {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: contentType }));
    },
  };
}

/** Undefined for an object that is not there. A bucket that is not there is an error: it was taken away or misnamed. */
async function unlessMissing<Answer>(request: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await request;
  } catch (error) {
    // HEAD has no body, so its error has no code of S3: the SDK names it NotFound, for an object and for a bucket.
    const missing = error instanceof S3ServiceException && (error.name === 'NoSuchKey' || error.name === 'NotFound');
    if (missing) return undefined;
    throw error;
  }
}

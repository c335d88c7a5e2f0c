import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { LargeResults } from '@ocr-pipeline/pipeline';

/**
 * A function's answer may have 6 MB (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html), as JSON: bytes are
 * a third longer in it, and text by what is escaped.
 */
const OVER = 4_000_000;
/** Seconds. A client follows at once; what is left is for one that is slow to begin. */
const VALID = 300;

/** Presigned GETs of S3 for the results that are too large for the answer of a function. */
export function s3LargeResults(client: S3Client, bucket: string): LargeResults {
  return {
    over: OVER,
    sign: (key) => getSignedUrl(client, new GetObjectCommand({ Bucket: bucket, Key: key }), { expiresIn: VALID }),
  };
}

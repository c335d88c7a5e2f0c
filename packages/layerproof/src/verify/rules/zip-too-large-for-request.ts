import limits from '../../target/facts/limits.generated.ts';
import { defineRule } from '../rule.ts';

/** Of an entry of a zip without its data and its name: local header 30, directory header 46 (APPNOTE.TXT 4.3.7, 4.3.12). */
const HEADERS = 30 + 46;

export default defineRule({
  id: 'zip-too-large-for-request',
  severity: 'note',
  modes: ['P07'],
  summary: 'The zip is too large to be published in one request',
  why: 'A zip of up to 50 MB may be sent with the request that publishes it. A larger one is refused: `Request must be smaller than 70167211 bytes for the PublishLayerVersion operation` (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html). It goes into an S3 bucket first, and the request names it there.',
  messages: ['Request must be smaller than 70167211 bytes for the PublishLayerVersion operation'],
  fix: 'Publish it through S3: `aws s3 cp layer.zip s3://BUCKET/` and then `aws lambda publish-layer-version --content S3Bucket=BUCKET,S3Key=layer.zip`.',
  *check({ entries }) {
    let size = 0;
    for (const { compressed, kind, path } of entries) {
      // A folder on disk is no zip yet, and what it will come to is not known.
      if (kind === 'file' && compressed === undefined) return;
      size += HEADERS + 2 * Buffer.byteLength(path) + (compressed?.size ?? 0);
    }
    const limit = limits.zippedDirectUploadBytes;
    if (size <= limit) return;
    yield {
      message: `is a zip of about ${(size / 1e6).toFixed(1)} MB, but a request takes ${(limit / 1e6).toFixed(1)} MB`,
    };
  },
});

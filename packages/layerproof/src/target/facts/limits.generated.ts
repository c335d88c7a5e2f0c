// Written by scripts/target-facts.ts. Change the research file and run the script; do not edit.
import type { Limits } from '../facts.ts';

export default {
  unzippedBytes: 262144000,
  zippedDirectUploadBytes: 52428800,
  requestBodyBytes: 70167211,
  layersPerFunction: 5,
  evidence: {
    default: {
      confidence: 'documented',
      sources: [
        'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
      ],
      note: undefined,
    },
    bytes: {
      confidence: 'observed',
      sources: [
        'verbatim API errors "Unzipped size must be smaller than 262144000 bytes" and "Request must be smaller than 70167211 bytes for the PublishLayerVersion operation"',
      ],
      note: undefined,
    },
    requestBodyBytes: {
      confidence: 'observed',
      sources: [
        'verbatim API errors "Unzipped size must be smaller than 262144000 bytes" and "Request must be smaller than 70167211 bytes for the PublishLayerVersion operation"',
      ],
      note: undefined,
    },
  },
} satisfies Limits;

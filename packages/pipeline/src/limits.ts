/** What the service accepts. Published at `/v1/limits`, enforced before any work is done. */
export interface Limits {
  /** Bytes of one upload. */
  readonly uploadBytes: number;
  /** Media types that an upload may declare; the reader still decides by the bytes themselves. */
  readonly contentTypes: readonly string[];
  /** How long a presigned request may be used. */
  readonly uploadSeconds: number;
  /** What one page may take to be read, where its process can be stopped; on AWS Lambda, the function's own limits hold. */
  readonly pageSeconds?: number;
  readonly pageMemoryBytes?: number;
}

export const DEFAULT_LIMITS: Limits = {
  uploadBytes: 50 * 1024 * 1024,
  contentTypes: [
    'application/pdf',
    'image/png',
    'image/jpeg',
    'image/tiff',
    'image/webp',
    'image/gif',
    // https://www.rfc-editor.org/rfc/rfc7903, section 1.1; the second is what older systems say.
    'image/bmp',
    'image/x-ms-bmp',
  ],
  uploadSeconds: 600,
};

/** Bytes of a JSON request body. The largest that the routes define is under 1 KB. */
export const REQUEST_BODY_BYTES = 16 * 1024;

/** How often a job may be begun. A queue in front of it must deliver a message at least once more, so that the end is recorded. */
export const JOB_ATTEMPTS = 5;

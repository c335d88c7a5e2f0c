import { contentTypeUnsupported, uploadTooLarge } from './faults.ts';
import { newId } from './ids.ts';
import type { Limits } from './limits.ts';
import type { Ports, PresignedRequest, Upload } from './ports.ts';

/** What a client says of a file before it sends it. */
export interface UploadDeclaration {
  readonly contentType: string;
  /** Bytes, exactly. */
  readonly size: number;
  /** Base64 of the SHA-256 of the bytes. */
  readonly sha256: string | undefined;
}

/**
 * Records an upload under a key that the service chooses and signs the one request that may fill it.
 *
 * Throws a Fault `upload-too-large` or `content-type-unsupported`; nothing is recorded then.
 */
export async function declareUpload(
  { contentType, size, sha256 }: UploadDeclaration,
  limits: Limits,
  { uploads, signer, clock }: Pick<Ports, 'uploads' | 'signer' | 'clock'>,
): Promise<{ upload: Upload; request: PresignedRequest }> {
  if (!limits.contentTypes.includes(contentType)) throw contentTypeUnsupported(contentType, limits.contentTypes);
  if (size > limits.uploadBytes) throw uploadTooLarge(size, limits.uploadBytes);

  const now = clock.now();
  const id = newId(clock);
  const upload: Upload = {
    id,
    key: `uploads/${id}`,
    contentType,
    size,
    sha256,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + limits.uploadSeconds * 1000).toISOString(),
  };
  await uploads.put(upload);
  return { upload, request: await signer.sign(upload) };
}

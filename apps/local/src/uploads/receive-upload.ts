import { createHash, randomUUID } from 'node:crypto';
import type { Clock } from '@ocr-pipeline/pipeline';
import type { BlobWriter, FileBlobStore } from '../store/blob-store.ts';
import { isSignedWith, readPresignedQuery, type SigningKey } from './request-signature.ts';
import { type Refusal, refusalResponse } from './s3-refusal.ts';

const CHECKSUM = 'x-amz-checksum-sha256';

export interface UploadReceiver {
  readonly key: SigningKey;
  readonly blobs: FileBlobStore;
  readonly clock: Clock;
  /** The largest body, whatever was signed. */
  readonly bytesAtMost: number;
}

/**
 * Takes the bytes of a presigned PUT, or refuses them as S3 would. Streams to disk: memory holds a chunk, and no more bytes are
 * taken than the signed content-length says.
 *
 * The signature covers content-type, content-length, if-none-match and the checksum: another value, or none, is another signature.
 */
export async function receiveUpload(uploadId: string, request: Request, receiver: UploadReceiver): Promise<Response> {
  const requestId = randomUUID();
  const refuse = (refusal: Refusal) => refusalResponse(refusal, new URL(request.url).pathname, requestId);

  const refusal = refusalOfHead(request, receiver) ?? (await refusalOfSignature(request, receiver));
  if (refusal !== undefined) return refuse(refusal);
  const blobKey = `uploads/${uploadId}`;
  if ((await receiver.blobs.size(blobKey)) !== undefined) return refuse(ALREADY_THERE);

  const writer = await receiver.blobs.writer();
  try {
    const received = await writeBody(request, writer);
    if ('code' in received) return refuse(received);
    if (!(await writer.commitOnce(blobKey))) return refuse(ALREADY_THERE);
    const headers = { etag: `"${received.sha256.slice(0, 32)}"`, 'x-amz-request-id': requestId };
    return new Response(null, { status: 200, headers });
  } finally {
    await writer.discard();
  }
}

const ALREADY_THERE: Refusal = {
  code: 'PreconditionFailed',
  message: 'At least one of the pre-conditions you specified did not hold',
};

const INCOMPLETE: Refusal = {
  code: 'IncompleteBody',
  message: 'You did not provide the number of bytes specified by the Content-Length HTTP header',
};

function refusalOfHead({ headers }: Request, { bytesAtMost }: UploadReceiver): Refusal | undefined {
  const length = headers.get('content-length');
  if (length === null) {
    return { code: 'MissingContentLength', message: 'You must provide the Content-Length HTTP header.' };
  }
  if (Number(length) > bytesAtMost) {
    return { code: 'EntityTooLarge', message: 'Your proposed upload exceeds the maximum allowed size' };
  }
  return undefined;
}

async function refusalOfSignature(request: Request, { key, clock }: UploadReceiver): Promise<Refusal | undefined> {
  const url = new URL(request.url);
  if (!url.searchParams.has('X-Amz-Signature')) return { code: 'AccessDenied', message: 'Access Denied' };
  const query = readPresignedQuery(url);
  if (query === undefined) {
    return {
      code: 'AuthorizationQueryParametersError',
      message: 'Query-string authentication version 4 requires well-formed X-Amz-* parameters, each of them once',
    };
  }
  const headers = Object.fromEntries(request.headers);
  const unsigned = Object.keys(headers).filter(
    (name) => name.startsWith('x-amz-') && !query.signedHeaders.includes(name),
  );
  if (unsigned.length > 0) {
    return {
      code: 'AccessDenied',
      message: `There were headers present in the request which were not signed: ${unsigned.join(', ')}`,
    };
  }
  if (!(await isSignedWith({ url, headers }, query, key))) {
    return {
      code: 'SignatureDoesNotMatch',
      message:
        'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    };
  }
  if (clock.now().getTime() >= query.date.getTime() + query.expiresIn * 1000) {
    return { code: 'AccessDenied', message: 'Request has expired' };
  }
  return undefined;
}

/** Writes the body, and gives the hex SHA-256 of it when it is what the headers promised. */
async function writeBody(request: Request, writer: BlobWriter): Promise<Refusal | { readonly sha256: string }> {
  const promised = Number(request.headers.get('content-length'));
  const hash = createHash('sha256');
  const reader = request.body?.getReader();
  let received = 0;
  for (let chunk = await readChunk(reader); chunk !== undefined; chunk = await readChunk(reader)) {
    received += chunk.byteLength;
    if (received > promised) return INCOMPLETE;
    hash.update(chunk);
    await writer.write(chunk);
  }
  if (received !== promised) return INCOMPLETE;

  const digest = hash.digest();
  const checksum = request.headers.get(CHECKSUM);
  if (checksum !== null && checksum !== digest.toString('base64')) {
    return { code: 'BadDigest', message: 'The SHA256 you specified did not match the calculated checksum.' };
  }
  return { sha256: digest.toString('hex') };
}

/** Undefined at the end of the body. Its stream fails only when the client goes away; the count of bytes tells that apart. */
async function readChunk(reader: ReadableStreamDefaultReader<Uint8Array> | undefined): Promise<Uint8Array | undefined> {
  try {
    return (await reader?.read())?.value;
  } catch {
    return undefined;
  }
}

/** How S3 refuses a PUT. https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const REFUSALS = {
  AccessDenied: 403,
  AuthorizationQueryParametersError: 400,
  BadDigest: 400,
  EntityTooLarge: 400,
  IncompleteBody: 400,
  MissingContentLength: 411,
  PreconditionFailed: 412,
  SignatureDoesNotMatch: 403,
} as const;

export interface Refusal {
  readonly code: keyof typeof REFUSALS;
  readonly message: string;
}

/** The answer, in the XML of S3, so that a client meets the same errors here and there. */
export function refusalResponse({ code, message }: Refusal, resource: string, requestId: string): Response {
  const fields = { Code: code, Message: message, Resource: resource, RequestId: requestId };
  const xml = Object.entries(fields).map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`);
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n<Error>${xml.join('')}</Error>`, {
    status: REFUSALS[code],
    headers: {
      'content-type': 'application/xml',
      'x-amz-request-id': requestId,
      'x-content-type-options': 'nosniff',
      // The rest of the body is not read: the connection cannot carry another request.
      connection: 'close',
    },
  });
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

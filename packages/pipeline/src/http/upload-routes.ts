import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Limits } from '../limits.ts';
import type { Ports } from '../ports.ts';
import { declareUpload } from '../uploads.ts';
import type { AppEnvironment } from './options.ts';
import { problemResponse, upload, uploadDeclaration } from './schemas.ts';

const declareUploadRoute = createRoute({
  method: 'post',
  path: '/v1/uploads',
  summary: 'Declare a file and get the presigned request that sends it',
  request: { body: { required: true, content: { 'application/json': { schema: uploadDeclaration } } } },
  responses: {
    201: {
      description: 'Send the bytes with this request, exactly as given',
      content: { 'application/json': { schema: upload } },
    },
    default: problemResponse,
  },
});

export function addUploadRoutes(app: OpenAPIHono<AppEnvironment>, ports: Ports, limits: Limits): void {
  app.openapi(declareUploadRoute, async (c) => {
    const { content_type, size, sha256 } = c.req.valid('json');
    const { upload: declared, request } = await declareUpload(
      { contentType: content_type, size, sha256 },
      limits,
      ports,
    );
    return c.json(
      {
        upload_id: declared.id,
        method: request.method,
        url: request.url,
        headers: { ...request.headers },
        expires_at: declared.expiresAt,
      },
      201,
    );
  });
}

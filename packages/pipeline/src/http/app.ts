import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { requestId } from 'hono/request-id';
import { DEFAULT_LIMITS, REQUEST_BODY_BYTES } from '../limits.ts';
import type { Ports } from '../ports.ts';
import { addJobRoutes } from './job-routes.ts';
import { addOperationRoutes } from './operation-routes.ts';
import type { AppEnvironment, AppOptions } from './options.ts';
import { problem, problemHandler } from './problems.ts';
import { addResultRoutes } from './result-routes.ts';
import { addUploadRoutes } from './upload-routes.ts';
import { invalidRequest } from './validation.ts';

/** The HTTP interface of the service: `Request` in, `Response` out, wherever it runs. Every error is a problem of RFC 9457. */
export function createApp(ports: Ports, options: AppOptions): Hono<AppEnvironment> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const app = new OpenAPIHono<AppEnvironment>({ defaultHook: invalidRequest });
  app.use(requestId());
  app.use(safeHeaders);
  if (options.hosts !== undefined) app.use(onlyHosts(options.hosts));
  app.use(bodyLimit({ maxSize: REQUEST_BODY_BYTES, onError: requestTooLarge }));

  addUploadRoutes(app, ports, limits);
  addJobRoutes(app, ports);
  addResultRoutes(app, ports, options.largeResults);
  addOperationRoutes(app, ports, limits, options.reportError);
  refuseOtherMethods(app);

  app.notFound((c) => problem(c, 404, { code: 'route-unknown', detail: `There is nothing at ${c.req.path}` }));
  app.onError(problemHandler(options.reportError));
  return app;
}

/** Text of a scan is hostile input: a browser must never take a result for a page of ours. */
const safeHeaders: MiddlewareHandler<AppEnvironment> = async (c, next) => {
  await next();
  c.header('x-content-type-options', 'nosniff');
  c.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  c.header('cache-control', 'no-store');
};

function onlyHosts(hosts: ReadonlySet<string>): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host;
    if (hosts.has(host.toLowerCase())) return next();
    return problem(c, 421, {
      code: 'host-unknown',
      detail: `The request is for ${host}, which is not a name of this server`,
      hint: `Use one of ${[...hosts].join(', ')}.`,
    });
  };
}

function requestTooLarge(c: Context<AppEnvironment>): Response {
  return problem(c, 413, {
    code: 'request-too-large',
    detail: `The body of a request may have ${REQUEST_BODY_BYTES} bytes`,
    hint: 'Files do not go here: declare an upload with POST /v1/uploads and send the file where the answer says.',
  });
}

/** Answers 405 with the methods that each known path takes. Called when all routes are there. */
function refuseOtherMethods(app: OpenAPIHono<AppEnvironment>): void {
  const methods = new Map<string, Set<string>>();
  for (const { method, path } of app.routes) {
    if (method === 'ALL') continue;
    methods.set(path, (methods.get(path) ?? new Set()).add(method));
  }
  for (const [path, known] of methods) {
    if (known.has('GET')) known.add('HEAD');
    const allow = [...known].sort().join(', ');
    app.all(path, (c) => {
      c.header('allow', allow);
      return problem(c, 405, {
        code: 'method-not-allowed',
        detail: `${c.req.path} takes ${allow}, not ${c.req.method}`,
      });
    });
  }
}

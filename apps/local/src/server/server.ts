import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import {
  type Clock,
  createApp,
  DEFAULT_LIMITS,
  type DocumentReader,
  isId,
  type ReportError,
} from '@ocr-pipeline/pipeline';
import { portForbidden, portInUse } from '../faults.ts';
import { fileBlobStore } from '../store/blob-store.ts';
import { type DataFolder, openDataFolder } from '../store/data-folder.ts';
import { sqliteJobQueue } from '../store/job-queue.ts';
import { sqliteJobStore } from '../store/job-store.ts';
import { sqliteUploadStore } from '../store/upload-store.ts';
import { receiveUpload, type UploadReceiver } from '../uploads/receive-upload.ts';
import { openSigningKey } from '../uploads/signing-key.ts';
import { contentPath, localUploadSigner } from '../uploads/upload-signer.ts';
import { PAGE_LIMITS } from './process-reader.ts';
import { startWorkerPool } from './worker-pool.ts';

/** The server is for this machine: other machines cannot reach it. */
const HOST = '127.0.0.1';

/** How long a worker may be silent. It is no limit of the work: a worker that lives keeps its message. */
const LEASE_MILLISECONDS = 60_000;

/** How long a client may take for its last answer once the server is asked to stop. */
const LAST_ANSWER_MILLISECONDS = 5000;

const CLOCK: Clock = { now: () => new Date() };

export interface ServerOptions {
  readonly dataFolder: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Makes the PDFs that clients ask for. */
  readonly reader: DocumentReader;
  /** One reader for each file that is read at the same time. */
  readonly workers: readonly DocumentReader[];
  readonly reportError: ReportError;
}

export interface RunningServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Ends what was begun, then frees port and data folder. */
  stop(): Promise<void>;
}

/**
 * Starts API, store and workers on one data folder, which belongs to this server until it stops. Jobs that an earlier server
 * left unfinished are run.
 *
 * Throws a Fault `data-folder-in-use`, `data-folder-unusable`, `data-folder-too-new`, `port-in-use` or `port-forbidden`.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { reader, reportError } = options;
  const folder = openDataFolder(options.dataFolder);
  try {
    const stores = openStores(folder);
    const server = await listen(options.port);
    const origin = `http://${HOST}:${portOf(server)}`;
    const { key, ...ports } = { ...stores, signer: localUploadSigner(origin, stores.key), reader };

    const app = createApp(ports, { reportError, hosts: hostsOf(server), limits: PAGE_LIMITS });
    const receiver = { key, blobs: ports.blobs, clock: CLOCK, bytesAtMost: DEFAULT_LIMITS.uploadBytes };
    server.on('request', getRequestListener(withUploads((request) => app.fetch(request), receiver, reportError)));

    const pool = startWorkerPool({
      queue: ports.queue,
      workers: options.workers.map((worker) => ({ ...ports, reader: worker })),
      leaseMilliseconds: LEASE_MILLISECONDS,
      reportError,
    });
    return {
      origin,
      async stop() {
        await Promise.all([close(server), pool.stop()]);
        folder.close();
      },
    };
  } catch (error) {
    folder.close();
    throw error;
  }
}

function openStores({ path, database }: DataFolder) {
  const queue = sqliteJobQueue(database, CLOCK, LEASE_MILLISECONDS);
  queue.recover();
  return {
    key: openSigningKey(path),
    uploads: sqliteUploadStore(database),
    jobs: sqliteJobStore(database),
    blobs: fileBlobStore(path),
    queue,
    clock: CLOCK,
  };
}

type Fetch = (request: Request) => Response | Promise<Response>;

/** The API, and beside it the one address that stands in for a bucket. */
function withUploads(api: Fetch, receiver: UploadReceiver, reportError: ReportError): Fetch {
  const content = new RegExp(`^${contentPath('([^/]+)')}$`);
  return async (request) => {
    const id = request.method === 'PUT' ? content.exec(new URL(request.url).pathname)?.[1] : undefined;
    if (id === undefined || !isId(id)) return api(request);
    try {
      return await receiveUpload(id, request, receiver);
    } catch (error) {
      reportError(error, id);
      return new Response(null, { status: 500 });
    }
  };
}

async function listen(port: number): Promise<Server> {
  const server = createServer();
  try {
    server.listen(port, HOST);
    await once(server, 'listening');
    return server;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') throw portInUse(port, error);
    if (code === 'EACCES') throw portForbidden(port, error);
    throw error;
  }
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** Names by which a browser on this machine may call the server. Any other is a page that had its own name lead here. */
function hostsOf(server: Server): ReadonlySet<string> {
  const port = portOf(server);
  const names = [HOST, 'localhost'];
  return new Set([...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])]);
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const timer = setTimeout(() => server.closeAllConnections(), LAST_ANSWER_MILLISECONDS);
  await closed;
  clearTimeout(timer);
}

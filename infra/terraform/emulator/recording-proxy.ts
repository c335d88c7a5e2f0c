import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** One call of AWS's API, as a policy names it. */
export interface Call {
  /** `dynamodb:PutItem`. */
  readonly action: string;
  /** The ARN's last part: `table/records`, `jobs`, or bucket and key. */
  readonly resource: string;
}

export interface RecordingProxy {
  /** What the function takes for AWS. */
  readonly endpoint: string;
  readonly calls: readonly Call[];
  stop(): void;
}

/** Passes every request on to `target` as it came, and notes what a role must allow for it. */
export async function startRecordingProxy(target: string): Promise<RecordingProxy> {
  const calls: Call[] = [];
  const server = createServer((incoming, outgoing) => {
    const pass = async () => {
      const body = await buffer(incoming);
      calls.push(callOf(incoming, body));
      const onward = request(new URL(incoming.url ?? '/', target), {
        method: incoming.method,
        headers: incoming.headers,
      });
      onward.once('error', (error) => outgoing.destroy(error));
      onward.once('response', (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      onward.end(body);
    };
    pass().catch((error: unknown) => outgoing.destroy(error instanceof Error ? error : new Error(String(error))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    calls,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** HEAD needs s3:GetObject: https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html. */
const S3_ACTIONS: Readonly<Record<string, string>> = { GET: 's3:GetObject', HEAD: 's3:GetObject', PUT: 's3:PutObject' };

function callOf({ method = '', url = '', headers }: IncomingMessage, body: Buffer): Call {
  const [service, operation] = String(headers['x-amz-target'] ?? '').split('.');
  if (service !== undefined && operation !== undefined) {
    const { TableName, QueueUrl } = JSON.parse(body.toString('utf8')) as { TableName?: string; QueueUrl?: string };
    if (service.startsWith('DynamoDB_')) return { action: `dynamodb:${operation}`, resource: `table/${TableName}` };
    if (service === 'AmazonSQS') {
      return { action: `sqs:${operation}`, resource: String(QueueUrl?.split('/').at(-1)) };
    }
  }
  const path = decodeURIComponent(new URL(url, 'http://localhost').pathname).slice(1);
  return { action: S3_ACTIONS[method] ?? `${method} of an unknown service`, resource: path };
}

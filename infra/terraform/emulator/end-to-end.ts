import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { clientSettings } from '../../../apps/aws/src/testing/moto.ts';
import type { FunctionName } from '../../../scripts/aws-artifacts/function-bundle.ts';
import { sampleScan } from '../../../test/typeset/sample-scan.ts';
import { shareOfWordsRead } from '../../../test/typeset/words.ts';
import { type RunningFunction, startFunction } from './lambda.ts';

/** What the engine promises for this scan. */
const WORDS_AT_LEAST = 0.98;

export interface EndToEndSetup {
  /** Address of the emulator. */
  readonly endpoint: string;
  /** Folder with the zips. */
  readonly artifacts: string;
  /** An empty folder. */
  readonly work: string;
  /** What a function is told to be AWS's address, when that is not the emulator itself. */
  readonly endpointOf?: (name: FunctionName) => string;
  /** The environment variables of a function, as it is deployed. */
  readonly environmentOf: (name: FunctionName) => Promise<Readonly<Record<string, string>>>;
}

/**
 * Sends one scan through both bundled functions: declare, upload, start, take the message from the queue as Lambda would, read
 * the result. Returns what happened, a fact a line; throws when anything is not as it must be.
 */
export async function runEndToEnd(setup: EndToEndSetup): Promise<string[]> {
  const running: RunningFunction[] = [];
  const keep = async (starting: Promise<RunningFunction>) => {
    const started = await starting;
    running.push(started);
    return started;
  };
  try {
    const api = await keep(start('presigned-url', setup));
    const processor = await keep(start('ocr-processor', setup));
    const { bytes, text: truth } = await sampleScan();
    const page = new Uint8Array(bytes);
    const jobId = await uploadAndStart(api, page);
    const { QUEUE_URL } = await setup.environmentOf('presigned-url');
    const lambda = new SQSClient({ ...clientSettings(setup), useQueueUrlAsEndpoint: false });
    await deliver(processor, lambda, QUEUE_URL, jobId);
    const text = await textOf(api, jobId);
    const pdf = await call(api, 'GET', `/v1/jobs/${jobId}/result?format=pdf`, 200);
    if (!pdf.startsWith('%PDF-')) throw new Error(`The searchable PDF is none: ${pdf.slice(0, 80)}`);
    const share = shareOfWordsRead(truth, text);
    if (share < WORDS_AT_LEAST) throw new Error(`Only ${percent(share)} of the words were read:\n${text}`);
    return [
      `both functions ran on Node ${api.node} with nothing but their zip and the layer`,
      `a scan of ${page.length} bytes was uploaded by its presigned request, read by ocr-processor and fetched as text and as PDF`,
      `${percent(share)} of its words were read; it begins: ${text.trim().split('\n', 1).join('')}`,
    ];
  } finally {
    for (const started of running) started.stop();
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

async function start(
  name: FunctionName,
  { artifacts, work, endpoint, endpointOf, environmentOf }: EndToEndSetup,
): Promise<RunningFunction> {
  const { region, credentials } = clientSettings({ endpoint });
  return startFunction({
    folder: join(work, name),
    code: join(artifacts, `${name}.zip`),
    layer: join(artifacts, 'layer.zip'),
    environment: {
      ...(await environmentOf(name)),
      AWS_ENDPOINT_URL: endpointOf?.(name) ?? endpoint,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    },
  });
}

async function uploadAndStart(api: RunningFunction, page: Uint8Array<ArrayBuffer>): Promise<string> {
  const declaration = {
    content_type: 'image/jpeg',
    size: page.length,
    sha256: createHash('sha256').update(page).digest('base64'),
  };
  const upload = JSON.parse(await call(api, 'POST', '/v1/uploads', 201, declaration)) as {
    upload_id: string;
    url: string;
    headers: Record<string, string>;
  };
  const sent = await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: page });
  if (sent.status !== 200) throw new Error(`The upload answered ${sent.status}: ${await sent.text()}`);
  const job = await call(api, 'POST', '/v1/jobs', 202, { upload_id: upload.upload_id });
  return (JSON.parse(job) as { id: string }).id;
}

/** Hands the one waiting message to the function, in the shape of Lambda's SQS event, and deletes it when it was processed. */
async function deliver(
  processor: RunningFunction,
  client: SQSClient,
  queueUrl: string | undefined,
  jobId: string,
): Promise<void> {
  const { Messages: [message] = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl: queueUrl }));
  if (message?.Body !== jobId) throw new Error(`The queue holds ${message?.Body ?? 'nothing'}, not job ${jobId}`);
  const record = { messageId: message.MessageId, receiptHandle: message.ReceiptHandle, body: message.Body };
  const answer = await processor.invoke({ Records: [{ ...record, eventSource: 'aws:sqs' }] });
  if (JSON.stringify(answer) !== '{"batchItemFailures":[]}')
    throw new Error(`The batch failed: ${JSON.stringify(answer)}`);
  await client.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: message.ReceiptHandle }));
}

async function textOf(api: RunningFunction, jobId: string): Promise<string> {
  const answer = await call(api, 'GET', `/v1/jobs/${jobId}`, 200);
  if ((JSON.parse(answer) as { status: string }).status !== 'succeeded') throw new Error(`Not succeeded: ${answer}`);
  return call(api, 'GET', `/v1/jobs/${jobId}/result?format=text`, 200);
}

/** Calls the function by an event of an HTTP API, payload 2.0, and returns the body of its answer. */
async function call(
  api: RunningFunction,
  method: string,
  target: string,
  status: number,
  body?: unknown,
): Promise<string> {
  const url = new URL(target, 'https://api.example.com');
  const answer = (await api.invoke({
    version: '2.0',
    routeKey: '$default',
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: { host: url.host, 'content-type': 'application/json' },
    requestContext: {
      domainName: url.host,
      http: { method, path: url.pathname, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'end-to-end' },
      stage: '$default',
    },
    body: body === undefined ? null : JSON.stringify(body),
    isBase64Encoded: false,
  })) as { statusCode: number; body: string; isBase64Encoded: boolean };
  const text = answer.isBase64Encoded ? Buffer.from(answer.body, 'base64').toString('utf8') : answer.body;
  if (answer.statusCode !== status) throw new Error(`${method} ${target} answered ${answer.statusCode}: ${text}`);
  return text;
}

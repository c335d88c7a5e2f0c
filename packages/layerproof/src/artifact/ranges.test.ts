import { afterEach, expect, test } from 'vitest';
import { NotFetched, openRemote, type RemoteFile } from './ranges.ts';
import { type Answer, openServers } from './testing/serve.ts';
import { httpTransport } from './transport.ts';

const servers = openServers();
afterEach(() => servers.close());

const CONTENT = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 256));

const parts: Answer = (request, response) => {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  const from = first === '' ? CONTENT.length - Number(last) : Number(first);
  const to = first === '' ? CONTENT.length : Number(last) + 1;
  response
    .writeHead(206, { 'content-range': `bytes ${from}-${to - 1}/${CONTENT.length}` })
    .end(CONTENT.subarray(from, to));
};

async function open(answer: Answer = parts, size?: number) {
  const { origin, requests } = await servers.serve(answer);
  const remote = await openRemote(origin, 100, httpTransport({ waits: [] }), undefined, size);
  return { remote, ranges: () => requests.map(({ headers }) => headers.range) };
}

function missingOf(remote: RemoteFile | undefined, offset: number, length: number): [number, number] | undefined {
  try {
    remote?.read(offset, length, 'test');
    return undefined;
  } catch (error) {
    if (error instanceof NotFetched) return [error.from, error.to];
    throw error;
  }
}

test('parts that touch are read as one, and only what is missing is asked for', async () => {
  const { remote, ranges } = await open();
  expect(remote?.size).toBe(1000);
  expect(missingOf(remote, 900, 100)).toBeUndefined();
  expect(missingOf(remote, 700, 300)).toEqual([700, 900]);
  expect(missingOf(remote, 100, 50)).toEqual([100, 150]);
  expect(await remote?.fetch(100, 150)).toBe(true);
  expect(missingOf(remote, 120, 50)).toEqual([150, 170]);
  expect(await remote?.fetch(140, 200)).toBe(true);
  expect(await remote?.fetch(700, 900)).toBe(true);
  expect(Buffer.from(remote?.read(100, 100, 'test') ?? []).equals(CONTENT.subarray(100, 200))).toBe(true);
  expect(Buffer.from(remote?.read(700, 300, 'test') ?? []).equals(CONTENT.subarray(700))).toBe(true);
  expect(ranges()).toEqual(['bytes=-100', 'bytes=100-149', 'bytes=140-199', 'bytes=700-899']);
});

test('where the size is known the last bytes are asked for by their numbers, which more servers understand', async () => {
  expect((await open(parts, 1000)).ranges()).toEqual(['bytes=900-999']);
});

test.each<[string, Answer]>([
  ['the whole file', (_, response) => void response.end(CONTENT)],
  [
    'more than was asked for',
    (_, response) => void response.writeHead(206, { 'content-range': 'bytes 0-999/1000' }).end(CONTENT),
  ],
  ['nothing', (_, response) => void response.writeHead(404).end()],
  ['that the range is none', (_, response) => void response.writeHead(416, { 'content-range': 'bytes */1000' }).end()],
])('a server that answers %s gives no parts', async (_, answer) => {
  expect((await open(answer)).remote).toBeUndefined();
});

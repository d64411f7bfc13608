import { createServer, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { bodyLimit, createBodyReader, type Body } from '../../../electron/browser/read-body.ts';

interface Reader {
  readonly port: number;
  /** What became of each body, and the response that still holds it. */
  readonly read: { readonly body: Body; readonly response: ServerResponse }[];
}

async function startReader(most: number, maxBytes: number): Promise<Reader> {
  const readBody = createBodyReader(most);
  const read: Reader['read'] = [];
  const server = createServer((incoming, response) => {
    void readBody(incoming, response, maxBytes).then((body) => {
      read.push({ body, response });
      response.writeHead(200).write('read');
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  onTestFinished(() => { server.closeAllConnections(); server.close(); });
  return { port: (server.address() as AddressInfo).port, read };
}

/** Sends a body in pieces and waits until the other side has read it or given up. */
function send({ port }: Reader, bytes: number, announced: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method: 'POST',
      headers: announced ? { 'content-length': bytes } : {}, agent: false });
    sent.once('response', () => { resolve(); });
    sent.once('error', reject);
    for (let left = bytes; left > 0; left -= 1000)
      sent.write(Buffer.alloc(Math.min(1000, left), 0x61));
    sent.end();
  });
}

const kinds = ({ read }: Reader): readonly (string | number)[] =>
  read.map(({ body }) => (typeof body === 'string' ? body : body.length));

test.each([
  [true], [false],
])('a body is read whole up to its limit, announced: %s', async (announced) => {
  const reader = await startReader(1e6, 50_000);
  await send(reader, 50_000, announced);
  await send(reader, 50_001, announced);
  expect(kinds(reader)).toEqual([50_000, 'too-large']);
  const [first] = reader.read;
  expect(Buffer.isBuffer(first?.body) && first.body.every((byte) => byte === 0x61)).toBe(true);
});

test('bodies together have a limit, which an answered call gives back', async () => {
  const reader = await startReader(100_000, 60_000);
  await send(reader, 60_000, true);
  await send(reader, 60_000, true);
  await send(reader, 60_000, false);
  expect(kinds(reader)).toEqual([60_000, 'too-many', 'too-many']);
  const closed = reader.read.map(({ response }) => new Promise((resolve) => {
    response.once('close', resolve);
  }));
  for (const { response } of reader.read) response.end();
  await Promise.all(closed);
  await send(reader, 60_000, true);
  expect(kinds(reader).at(-1)).toBe(60_000);
});

test('only calls that carry much may be large', () => {
  expect([bodyLimit('app:info'), bodyLimit('constructor')]).toEqual([1024 * 1024, 1024 * 1024]);
  expect(bodyLimit('export:file')).toBeGreaterThan(32 * 1024 * 1024);
});

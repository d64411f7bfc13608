import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CommandName } from '../../shared/backend.ts';

const megabyte = 1024 * 1024;

/** The largest calls a page makes, as JSON; every other is short. */
const largeCalls: Partial<Readonly<Record<CommandName, number>>> = {
  // An exported file of 24 MB as base64.
  'export:file': 33 * megabyte,
  // Fifty thousand changes of the usual length.
  'project:commit': 33 * megabyte,
  // A picture of a megabyte, and room for what is refused for its size with a better word.
  'attachment:put': 9 * megabyte,
};
const usualBytes = megabyte;

/** Bodies held at once, over all calls: while they are parsed they are there three times. */
const heldBytes = 64 * megabyte;

/** @example bodyLimit('app:info') // 1048576 */
export const bodyLimit = (command: string): number =>
  (Object.hasOwn(largeCalls, command) ? largeCalls[command as CommandName] ?? usualBytes
    : usualBytes);

export type Body = Buffer | 'too-large' | 'too-many';

/** Reads the body of one request, held until its response has gone. */
export type ReadBody =
  (request: IncomingMessage, response: ServerResponse, maxBytes: number) => Promise<Body>;

/**
 * Makes the reader of one host. It stops reading as soon as a body is too large, whatever
 * its headers say, or as soon as all bodies together are.
 */
export function createBodyReader(most: number = heldBytes): ReadBody {
  let held = 0;
  return (request, response, maxBytes) => new Promise((resolve, reject) => {
    const announced = Number(request.headers['content-length'] ?? 0);
    if (announced > maxBytes) return resolve('too-large');
    if (held + announced > most) return resolve('too-many');
    // One block for a body whose length is known, instead of pieces and a copy of them.
    let body = Buffer.allocUnsafe(announced);
    let bytes = 0;
    let mine = announced;
    held += mine;
    response.once('close', () => { held -= mine; });
    const stop = (why: Body): void => {
      request.removeAllListeners('data');
      resolve(why);
    };
    request.on('data', (chunk: Buffer) => {
      const after = bytes + chunk.length;
      if (after > maxBytes) return stop('too-large');
      if (after > body.length) {
        const size = Math.min(maxBytes, Math.max(2 * body.length, after));
        if (held + size - mine > most) return stop('too-many');
        held += size - mine;
        mine = size;
        body = Buffer.concat([body.subarray(0, bytes)], size);
      }
      body.set(chunk, bytes);
      bytes = after;
    });
    request.once('end', () => { resolve(body.subarray(0, bytes)); });
    request.once('error', reject);
  });
}

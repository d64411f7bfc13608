import type { IncomingMessage } from 'node:http';

/** Reads a whole request body, and stops reading as soon as it is too large, whatever its headers say. */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | 'too-large'> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) return resolve('too-large');
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= maxBytes) chunks.push(chunk);
      else {
        request.removeAllListeners('data');
        resolve('too-large');
      }
    });
    request.once('end', () => { resolve(Buffer.concat(chunks)); });
    request.once('error', reject);
  });
}

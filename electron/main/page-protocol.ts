import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { protocol, type Session } from 'electron';
import { contentSecurityPolicy } from '../backend/content-security.ts';
import { pageScheme } from './page-address.ts';
import { resolvePage } from './resolve-page.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js':
    'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.json': 'application/json', '.svg':
    'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2', '.wasm': 'application/wasm',
};

/** Must run before the app is ready: only then can a scheme be given the rights of https. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

const unpack = promisify(brotliDecompress);

/**
 * A packed application holds its scripts and styles as Brotli files, a checkout as they
 * were built.
 */
async function readPage(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch {
    return await unpack(await readFile(`${path}.br`));
  }
}

const refusal = (status: number): Response => new Response(null, { status });

/** Answers one request for a page file: GET only, known types only, nothing outside `root`. */
export async function servePage(
  root: string, request: Pick<Request, 'method' | 'url'>,
): Promise<Response> {
  if (request.method !== 'GET') return refusal(405);
  const path = resolvePage(root, request.url);
  if (!path.ok) return refusal(404);
  const type = types[extname(path.value)];
  if (type === undefined) return refusal(404);
  try {
    return respond(await readPage(path.value), type, path.value);
  } catch {
    return refusal(404);
  }
}

/**
 * The page carries a fresh nonce for the styles it adds while running; its policy names
 * the same one.
 */
function respond(file: Buffer, type: string, path: string): Response {
  const nonce = randomBytes(16).toString('base64');
  const body = type.startsWith('text/html') ? file.toString('utf8')
    .replaceAll('__CSP_NONCE__', nonce) : new Uint8Array(file);
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Security-Policy': contentSecurityPolicy(nonce, path),
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    },
  });
}

/** Serves the built pages to one session. */
export function servePages(session: Session, root: string): void {
  session.protocol.handle(pageScheme, (request) => servePage(root, request));
}

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { contentSecurityPolicy } from '../backend/content-security.ts';
import { isInside } from '../backend/paths.ts';

/** An answer before it is written to a socket. */
export interface Page {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

/** Kinds of file the pages are made of; nothing else is served. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Place in index.html where the page reads the nonce its own styles must carry. */
const noncePlace = '__CSP_NONCE__';

const notFound: Page = {
  status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: 'Not found',
};

/** Answers a GET for a file below `root`, and for nothing above it. */
export async function servePage(root: string, pathname: string): Promise<Page> {
  const file = resolveFile(root, pathname);
  const type = file === null ? undefined : types[extname(file)];
  if (file === null || type === undefined) return notFound;
  try {
    return respond(await readFile(file), type);
  } catch {
    return notFound;
  }
}

/**
 * Decoded once and compared as a path: `..`, `%2e%2e`, `%2f` and backslashes cannot climb
 * out.
 */
export function resolveFile(root: string, pathname: string): string | null {
  const name = decode(pathname);
  if (name === null || /[\0\\]/.test(name)) return null;
  const file = join(root, name === '/' ? 'index.html' : name);
  return isInside(root, file) ? file : null;
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

function respond(content: Buffer, type: string): Page {
  if (type.startsWith('text/html')) {
    const nonce = randomBytes(16).toString('base64url');
    const headers =
      { 'Content-Type': type, 'Content-Security-Policy': contentSecurityPolicy(nonce) };
    return { status: 200, headers,
      body: content.toString('utf8').replaceAll(noncePlace, nonce) };
  }
  return { status: 200, headers: { 'Content-Type': type }, body: content };
}

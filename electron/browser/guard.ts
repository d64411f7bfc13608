import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A reason to turn a request away, as its HTTP status. */
export type Refusal = 401 | 403 | 421;

/** Header in which a program may present the token; a page has its cookie. */
const tokenHeader = 'x-aifp-token';

/** Decides who may talk to the host. Other pages in the same browser, other machines and guessers may not. */
export interface Guard {
  /** Printed at the start and part of the first address; exchanged for the cookie at once. */
  readonly token: string;
  readonly origin: string;
  /** `Set-Cookie` for whoever presents the right token, else null. */
  readonly exchange: (token: string) => string | null;
  /** Why a request is turned away, or null when it may go on. */
  readonly check: (request: IncomingMessage) => Refusal | null;
}

export function createGuard(port: number): Guard {
  const token = randomBytes(32).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const origins = hosts.map((host) => `http://${host}`);
  // Cookies are shared between ports: the name keeps two hosts apart.
  const cookie = `aifp-${port}`;

  function check(request: IncomingMessage): Refusal | null {
    const { host, origin } = request.headers;
    // A foreign name that resolves to this machine (DNS rebinding) shows in Host.
    if (host === undefined || !hosts.includes(host)) return 421;
    if (origin !== undefined && !origins.includes(origin)) return 403;
    const hasCookie = sameSecret(readCookie(request.headers.cookie ?? '', cookie), secret);
    if (!hasCookie) return sameSecret(headerOf(request, tokenHeader), token) ? null : 401;
    // A browser sends Origin with every POST of a page; without it a cookie proves nothing.
    return request.method === 'POST' && origin === undefined ? 403 : null;
  }

  return {
    token, origin: `http://127.0.0.1:${port}`, check,
    exchange: (given) =>
      (sameSecret(given, token) ? `${cookie}=${secret}; Path=/; HttpOnly; SameSite=Strict` : null),
  };
}

function headerOf(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

/** @example readCookie('a=1; b=2', 'b') // '2' */
export function readCookie(header: string, name: string): string {
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (at >= 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return '';
}

/** Compares digests, so that neither length nor first difference shows in the time taken. */
function sameSecret(given: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(right));
}

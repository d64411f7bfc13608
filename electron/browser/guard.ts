import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A reason to turn a request away, as its HTTP status. */
export type Refusal = 401 | 403 | 421;

/**
 * Addresses given out and not used: a printed one, one for a window, one for a report.
 * More are a mistake.
 */
const mostTokens = 20;

/**
 * Decides who may talk to the host. Other pages in the same browser, other machines and
 * guessers may not.
 */
export interface Guard {
  readonly origin: string;
  /** A new token, part of an address that lets one visitor in once. */
  readonly mint: () => string;
  /**
   * `Set-Cookie` for whoever presents a token first, else null. The token is spent either
   * way.
   */
  readonly exchange: (token: string) => string | null;
  /** Why a request is turned away, or null when it may go on. */
  readonly check: (request: IncomingMessage) => Refusal | null;
}

/**
 * @param secret what cookies are made of; a host that takes over from a failed one is
 *   given its secret
 */
export function createGuard(port: number, secret: string): Guard {
  const tokens: string[] = [];
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const origins = hosts.map((host) => `http://${host}`);
  // Cookies are shared between ports: what one host gives out is worth nothing to
  // another, or at another port.
  const cookie = `aifp-${port}-${keyed(secret, `name ${port}`).slice(0, 8)}`;
  const value = keyed(secret, `cookie ${port}`);

  function check(request: IncomingMessage): Refusal | null {
    const { host, origin } = request.headers;
    // A foreign name that resolves to this machine (DNS rebinding) shows in Host.
    if (host === undefined || !hosts.includes(host)) return 421;
    if (origin !== undefined && !origins.includes(origin)) return 403;
    if (isFromElsewhere(request)) return 403;
    if (!sameSecret(readCookie(request.headers.cookie ?? '', cookie), value)) return 401;
    // A browser sends Origin with every POST of a page; without it a cookie proves nothing.
    return request.method === 'POST' && origin === undefined ? 403 : null;
  }

  return {
    origin: `http://127.0.0.1:${port}`, check,
    mint: () => {
      const token = randomBytes(32).toString('base64url');
      tokens.push(token);
      if (tokens.length > mostTokens) tokens.shift();
      return token;
    },
    exchange: (given) => {
      const at = tokens.findIndex((token) => sameSecret(given, token));
      if (at < 0) return null;
      tokens.splice(at, 1);
      return `${cookie}=${value}; Path=/; HttpOnly; SameSite=Strict`;
    },
  };
}

/**
 * A page of another site or port that asks for something else than to be followed here.
 * Old browsers do not say.
 */
function isFromElsewhere({ method, headers }: IncomingMessage): boolean {
  const { 'sec-fetch-site': site, 'sec-fetch-mode': mode } = headers;
  return (site === 'same-site' || site === 'cross-site')
    && !(method === 'GET' && mode === 'navigate');
}

const keyed = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text).digest('base64url');

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

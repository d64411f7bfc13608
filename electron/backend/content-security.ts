/**
 * The policy every page is served with: code from our own files only, no connection but
 * to the host.
 * @param nonce value of the page's `csp-nonce` meta tag; styles added while running carry it
 * @example contentSecurityPolicy('abc').includes("script-src 'self'") // true
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // Chart tooltips and drawings carry colours and places as style attributes; these
    // load and run nothing.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    // Texts become markup or scripts through the page's own rules only
    // (renderer/backend/trusted-types.ts).
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

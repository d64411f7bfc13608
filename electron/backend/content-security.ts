/** The worker that may compile WebAssembly (the solver of linear programs), by its file. */
const compiles = /(?:^|[\\/])compute\.worker-[^\\/]+\.js$/;

/**
 * The policy every page is served with: code from our own files only, no connection but
 * to the host. A worker has the policy of its own file; only the one that computes may
 * compile WebAssembly, and no page may.
 * @param nonce value of the page's `csp-nonce` meta tag; styles added while running carry it
 * @param file path or name of the file that is served
 * @example contentSecurityPolicy('abc').includes("script-src 'self';") // true
 */
export function contentSecurityPolicy(nonce: string, file = ''): string {
  return [
    "default-src 'none'",
    compiles.test(file) ? "script-src 'self' 'wasm-unsafe-eval'" : "script-src 'self'",
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

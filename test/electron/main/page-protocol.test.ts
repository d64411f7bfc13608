import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declarePageScheme, servePage } from '../../../electron/main/page-protocol.ts';
import { protocol } from '../../doubles/electron.ts';

const folder = mkdtempSync(join(tmpdir(), 'aifp-pages-'));
const root = join(folder, 'renderer');
const get = (url: string, method = 'GET'): Promise<Response> =>
  servePage(root, { url, method });

beforeAll(() => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">');
  writeFileSync(join(root, 'assets', 'a.js'), 'export const a = "__CSP_NONCE__";');
  writeFileSync(join(root, 'assets', 'b.js.br'), brotliCompressSync('export const b = 1;'));
  writeFileSync(join(root, 'assets', 'c.js.br'), 'not what it says');
  writeFileSync(join(root, 'notes.exe'), 'x');
  writeFileSync(join(folder, 'secret.js'), 'secret');
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

describe('serving pages', () => {
  it('gives the page a fresh nonce, the same in its text and its policy', async () => {
    const nonces = await Promise.all(['', 'index.html'].map(async (name) => {
      const response = await get(`app://planner/${name}`);
      const nonce = /content="([^"]+)"/.exec(await response.text())?.[1] ?? '';
      expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
      expect(response.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
      return nonce;
    }));
    expect(new Set(nonces).size).toBe(2);
  });

  it('serves files as they are, under a policy without remote origins or inline script', async () => {
    const response = await get('app://planner/assets/a.js');
    expect(await response.text()).toBe('export const a = "__CSP_NONCE__";');
    expect(response.headers.get('content-type')).toContain('text/javascript');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*|script-src[^;]*unsafe/);
  });

  it('unpacks what a packed application holds as Brotli files', async () => {
    const response = await get('app://planner/assets/b.js');
    expect(await response.text()).toBe('export const b = 1;');
    expect(response.headers.get('content-type')).toContain('text/javascript');
  });

  it.each([
    ['app://planner/assets/c.js', 'GET', 404],
    ['app://planner/assets/b.js.br', 'GET', 404],
    ['app://planner/missing.js', 'GET', 404], ['app://planner/notes.exe', 'GET', 404],
    ['app://planner/assets', 'GET', 404],
    ['app://planner/%2e%2e%2fsecret.js', 'GET', 404],
    ['app://elsewhere/index.html', 'GET', 404], ['app://planner/index.html', 'POST', 405],
  ])('%s by %s answers %i', async (url, method, status) => {
    expect((await get(url, method)).status).toBe(status);
  });

  it('asks for a scheme that is standard and secure, and bypasses no policy', () => {
    declarePageScheme();
    expect(protocol.privileged).toEqual([{ scheme: 'app', privileges: {
      standard: true, secure: true, supportFetchAPI: true, codeCache: true,
    } }]);
  });
});

import fc from 'fast-check';
import { resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOurPage } from '../../../electron/main/page-address.ts';
import { resolvePage } from '../../../electron/main/resolve-page.ts';

const root = resolve('/app/out/renderer');

describe('isOurPage', () => {
  it.each([
    'app://planner/', 'app://planner/index.html?view=report',
    'app://planner/assets/a.js#x',
  ])('knows %s', (address) => {
    expect(isOurPage(address)).toBe(true);
  });

  it.each([
    'app://planner.evil/', 'app://evil/planner', 'app://planner@evil/',
    'app://user@planner/', 'https://planner/', 'file:///app/planner', 'app:planner',
    'javascript:alert(1)', 'planner', '',
  ])('refuses %s', (address) => { expect(isOurPage(address)).toBe(false); });
});

describe('resolvePage', () => {
  it.each([
    ['app://planner/', 'index.html'],
    ['app://planner/index.html?view=report#top', 'index.html'],
    ['app://planner/assets/main.js', 'assets/main.js'],
    ['app://planner/assets/my%20font.woff2', 'assets/my font.woff2'],
    ['app://planner/..hidden/a.js', '..hidden/a.js'],
  ])('maps %s into the folder', (address, file) => {
    expect(resolvePage(root, address)).toEqual({ ok: true, value: resolve(root, file) });
  });

  it.each([
    ['app://elsewhere/index.html', 'foreign'],
    ['https://example.org/index.html', 'foreign'],
    ['app://planner/%2e%2e%2fsecret', 'outside'],
    ['app://planner/assets/..%2f..%2fmain%2fmain.js', 'outside'],
    ['app://planner//', 'outside'], ['app://planner/..%5c..%5csecret', 'malformed'],
    ['app://planner/%00', 'malformed'], ['app://planner/%e0%a4%a', 'malformed'],
    ['app://planner/C:/secret', 'malformed'],
    ['app://planner/assets/c%3a/secret', 'malformed'],
  ])('refuses %s as %s', (address, problem) => {
    expect(resolvePage(root, address)).toEqual({ ok: false, error: problem });
  });

  it('never leaves the folder, whatever is asked', () => {
    const part = fc.oneof(
      fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '/', '\\', 'C:', '%00', '%25', '~'),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const result = resolvePage(root, `app://planner/${parts.join('/')}`);
      expect(result.ok ? resolve(result.value).startsWith(root + sep) : true).toBe(true);
    }), { numRuns: 2000 });
  });
});

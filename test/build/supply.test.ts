import { describe, expect, it } from 'vitest';
import { checkPackages } from '../../build/supply/check.ts';
import { isAllowed } from '../../build/supply/licence.ts';
import { nameAt, readLock, readOwnLock, resolveFrom } from '../../build/supply/lockfile.ts';

const hash = `sha512-${'A'.repeat(86)}==`;
const sound = { path: 'node_modules/a', name: 'a', version: '1.0.0', integrity: hash, license: 'MIT' };

describe('the packages we install', () => {
  it('all have a hash, no address, no unknown script and a licence we allow', () => {
    const packages = readOwnLock();
    expect(packages.length).toBeGreaterThan(400);
    expect(checkPackages(packages)).toEqual([]);
  });

  it.each([
    ['no hash', { integrity: undefined }, /no SHA-512 hash/], ['a weak hash', { integrity: 'sha1-abc=' }, /no SHA-512 hash/],
    ['a short hash', { integrity: 'sha512-abc==' }, /no SHA-512 hash/],
    ['an address', { resolved: 'https://example.org/a.tgz' }, /download address/],
    ['an install script', { hasInstallScript: true }, /runs a script/],
    ['a licence that binds', { license: 'GPL-3.0-only' }, /GPL-3\.0-only/], ['no licence', { license: undefined }, /none stated/],
  ])('%s is refused', (_what, change, problem) => {
    const { integrity, license, ...rest } = { ...sound, ...change };
    const changed = { ...rest, ...(integrity === undefined ? {} : { integrity }), ...(license === undefined ? {} : { license }) };
    expect(checkPackages([changed])).toEqual([expect.stringMatching(problem)]);
  });

  it('a sound one passes', () => { expect(checkPackages([sound])).toEqual([]); });
});

describe('licence expressions', () => {
  it.each([
    ['MIT', true], ['(MIT OR GPL-3.0-only)', true], ['MIT AND GPL-3.0-only', false], ['MIT AND (ISC OR GPL-2.0-only)', true],
    ['GPL-3.0-only', false], ['', false], ['(MIT', false], ['MIT ISC', false], ['MIT OR', false], ['SEE LICENSE IN x', false],
  ])('%s: %s', (expression, allowed) => { expect(isAllowed(expression)).toBe(allowed); });
});

describe('reading a lockfile', () => {
  it('refuses another version', () => {
    expect(() => readLock('{"lockfileVersion":1,"packages":{}}')).toThrow(/lockfileVersion/);
  });

  it('finds names and packages as Node does', () => {
    expect(nameAt('node_modules/a/node_modules/@b/c')).toBe('@b/c');
    const paths = new Set(['node_modules/b', 'node_modules/a/node_modules/b', 'node_modules/a', 'node_modules/d']);
    expect(resolveFrom('node_modules/a', 'b', paths)).toBe('node_modules/a/node_modules/b');
    expect(resolveFrom('node_modules/a/node_modules/b', 'd', paths)).toBe('node_modules/d');
    expect(resolveFrom('node_modules/d', 'b', paths)).toBe('node_modules/b');
    expect(resolveFrom('node_modules/d', 'none', paths)).toBeNull();
  });
});

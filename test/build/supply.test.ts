import { describe, expect, it } from 'vitest';
import { checkPackages } from '../../build/supply/check.ts';
import { isAllowed } from '../../build/supply/licence.ts';
import { licencePage } from '../../build/supply/licences.ts';
import {
  nameAt,
  readLock,
  readOwnLock,
  resolveFrom,
  type LockedPackage,
} from '../../build/supply/lockfile.ts';
import { makeNotices } from '../../build/supply/notices.ts';
import { makeSbom } from '../../build/supply/sbom.ts';
import { root } from '../architecture/source.ts';

const hash = `sha512-${'A'.repeat(86)}==`;
const sound = { path: 'node_modules/a', name: 'a', version: '1.0.0', integrity: hash,
  license: 'MIT' };

describe('the packages we install', () => {
  it('all have a hash, no address, no unknown script and a licence we allow', () => {
    const packages = readOwnLock();
    expect(packages.length).toBeGreaterThan(400);
    expect(checkPackages(packages)).toEqual([]);
  });

  it.each([
    ['no hash', { integrity: undefined }, /no SHA-512 hash/],
    ['a weak hash', { integrity: 'sha1-abc=' }, /no SHA-512 hash/],
    ['a short hash', { integrity: 'sha512-abc==' }, /no SHA-512 hash/],
    ['an address', { resolved: 'https://example.org/a.tgz' }, /download address/],
    ['an install script', { hasInstallScript: true }, /runs a script/],
    ['a licence that binds', { license: 'GPL-3.0-only' }, /GPL-3\.0-only/],
    ['no licence', { license: undefined }, /none stated/],
  ])('%s is refused', (_what, change, problem) => {
    const { integrity, license, ...rest } = { ...sound, ...change };
    const changed = {
      ...rest,
      ...(integrity === undefined ? {} : { integrity }),
      ...(license === undefined ? {} : { license }),
    };
    expect(checkPackages([changed])).toEqual([expect.stringMatching(problem)]);
  });

  it('a sound one passes', () => {
    expect(checkPackages([sound])).toEqual([]);
  });
});

describe('licence expressions', () => {
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['MIT AND GPL-3.0-only', false],
    ['MIT AND (ISC OR GPL-2.0-only)', true],
    ['GPL-3.0-only', false],
    ['', false],
    ['(MIT', false],
    ['MIT ISC', false],
    ['MIT OR', false],
    ['SEE LICENSE IN x', false],
  ])('%s: %s', (expression, allowed) => {
    expect(isAllowed(expression)).toBe(allowed);
  });
});

describe('reading a lockfile', () => {
  it('refuses another version', () => {
    expect(() => readLock('{"lockfileVersion":1,"packages":{}}')).toThrow(/lockfileVersion/);
  });

  it('finds names and packages as Node does', () => {
    expect(nameAt('node_modules/a/node_modules/@b/c')).toBe('@b/c');
    const paths = new Set([
      'node_modules/b',
      'node_modules/a/node_modules/b',
      'node_modules/a',
      'node_modules/d',
    ]);
    expect(resolveFrom('node_modules/a', 'b', paths)).toBe('node_modules/a/node_modules/b');
    expect(resolveFrom('node_modules/a/node_modules/b', 'd', paths)).toBe('node_modules/d');
    expect(resolveFrom('node_modules/d', 'b', paths)).toBe('node_modules/b');
    expect(resolveFrom('node_modules/d', 'none', paths)).toBeNull();
  });
});

describe('the bill of materials', () => {
  const packages: readonly LockedPackage[] = [
    {
      path: 'node_modules/@a/b',
      name: '@a/b',
      version: '1.0.0',
      integrity: hash,
      license: 'MIT',
      dependencies: { c: '^2.0.0' },
    },
    {
      path: 'node_modules/@a/b/node_modules/c',
      name: 'c',
      version: '2.0.0',
      integrity: hash,
      license: '(MIT OR CC0-1.0)',
    },
    {
      path: 'node_modules/c',
      name: 'c',
      version: '1.0.0',
      integrity: hash,
      license: 'ISC',
      optionalDependencies: { none: '1' },
    },
  ];
  const bom = makeSbom(packages, ['node_modules/@a/b'], { name: 'planner', version: '1.2.3' });

  it('names every package once with its hash, its licence and what it asks for', () => {
    expect(bom.components).toEqual([
      {
        type: 'library',
        'bom-ref': 'pkg:npm/%40a/b@1.0.0',
        group: '@a',
        name: 'b',
        version: '1.0.0',
        scope: 'required',
        hashes: [{ alg: 'SHA-512', content: '0'.repeat(128) }],
        licenses: [{ license: { id: 'MIT' } }],
        purl: 'pkg:npm/%40a/b@1.0.0',
      },
      expect.objectContaining({
        purl: 'pkg:npm/c@1.0.0',
        scope: 'excluded',
        licenses: [{ license: { id: 'ISC' } }],
      }),
      expect.objectContaining({
        purl: 'pkg:npm/c@2.0.0',
        licenses: [{ expression: '(MIT OR CC0-1.0)' }],
      }),
    ]);
    expect(bom.dependencies).toEqual([
      { ref: 'pkg:npm/planner@1.2.3', dependsOn: ['pkg:npm/%40a/b@1.0.0'] },
      { ref: 'pkg:npm/%40a/b@1.0.0', dependsOn: ['pkg:npm/c@2.0.0'] },
      { ref: 'pkg:npm/c@2.0.0', dependsOn: [] },
      { ref: 'pkg:npm/c@1.0.0', dependsOn: [] },
    ]);
  });

  it('is the same file for the same packages, and another for others', () => {
    const again = makeSbom(packages, ['node_modules/@a/b'],
      { name: 'planner', version: '1.2.3' });
    const other = makeSbom(packages.slice(1), [], { name: 'planner', version: '1.2.3' });
    expect(JSON.stringify(again)).toBe(JSON.stringify(bom));
    expect(other.serialNumber).not.toBe(bom.serialNumber);
    expect(bom.serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('of our own packages refers only to what it lists', () => {
    const own = makeSbom(readOwnLock(), [], { name: 'planner', version: '1.2.3' });
    const refs = new Set([...own.components.map(({ purl }) => purl), 'pkg:npm/planner@1.2.3']);
    expect(
      own.dependencies
        .flatMap(({ ref, dependsOn }) => [ref, ...dependsOn])
        .filter((ref) => !refs.has(ref)),
    ).toEqual([]);
    expect(
      own.components.filter(
        ({ hashes, licenses }) => hashes.length !== 1 || licenses.length !== 1,
      ),
    ).toEqual([]);
  });

  it('comes with a page of licences that tells what is carried from what builds it', () => {
    const page = licencePage(packages, ['node_modules/@a/b']);
    expect(page).toContain('| @a/b | 1.0.0 | MIT |');
    expect(page).toContain('| ISC | 1 |');
    expect(page).not.toContain('| c | 1.0.0');
  });
});

describe('the notices we pass on', () => {
  it('hold the licence of each data set that asks for it', () => {
    const notices = makeNotices([], [], root);
    expect(notices).toContain('Copyright (c) 2008, Frances Y. Kuo and Stephen Joe');
    expect(notices).toContain('THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS');
  });
});

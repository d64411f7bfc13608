import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freePath, isInside, safeFileName, safeName } from '../../../electron/backend/paths.ts';
import { contentSecurityPolicy } from '../../../electron/backend/content-security.ts';
import { fileVersion } from '../../../db/layout.ts';
import { errorOf, temporaryFolder, unwrap } from '../../db/support.ts';
import { startHost } from './support.ts';

describe('a call', () => {
  test.each([
    ['project:open', {}],
    ['project:open', { path: 7 }],
    ['project:open', { path: 'a', more: 1 }],
    ['project:open', null],
    ['project:open', { path: 'a\0b' }], ['app:info', []],
    ['project:journal', { session: 's', limit: 0.5 }],
    ['project:commit', {
      session: 's',
      command: { label: 'x', changes: [{ id: 'a', before: null, after: { id: 'a' } }] },
    }],
    ['app:preferences', { set: { theme: 'pink' } }],
    ['report:pdf', { session: 's', scenarioId: 'b', kind: 'novel', path: null }],
  ])('of %s with %j is refused before its handler', async (name, args) => {
    expect(await startHost().callRaw(name, args))
      .toMatchObject({ ok: false, error: { code: 'bad-arguments', command: name } });
  });
  const unknown = ['project:nothing', 'toString', '__proto__', 'constructor', ''];
  test.each(unknown)('of the unknown command %j is refused', async (name) => {
    expect(await startHost().callRaw(name, {}))
      .toEqual({ ok: false, error: { code: 'refused', command: name } });
  });
  test('by an untrusted sender is refused', async () => {
    expect(await startHost().callRaw('app:info', {}, false))
      .toEqual({ ok: false, error: { code: 'refused', command: 'app:info' } });
  });
  test('whose handler fails gives the message, and the log the place', async () => {
    const host = startHost({ openLink: () => Promise.reject(new Error('no desktop')) });
    expect(errorOf(await host.call('app:open-link', {
      url: 'https://mlcommons.org/benchmarks/inference-datacenter/',
    })))
      .toEqual({ code: 'internal', detail: 'no desktop' });
    expect(host.logged.join()).toContain('application.test.ts');
  });
  test('tells what the host is', async () => {
    expect(unwrap(await startHost().call('app:info', {})))
      .toMatchObject({ kind: 'double', appVersion: '1.2.3', fileVersion });
  });
  test('for one of our links says who opens it', async () => {
    expect(unwrap(await startHost().call('app:open-link', {
      url: 'https://www.apache.org/licenses/LICENSE-2.0',
    })))
      .toEqual({ open: 'page' });
  });
  test('for a link that is not ours is refused', async () => {
    expect(errorOf(await startHost().call('app:open-link', { url: 'https://a.example/' })))
      .toMatchObject({ code: 'refused' });
  });
});

describe('preferences', () => {
  // The system's user name until somebody enters another.
  const author: unknown = expect.any(String);
  const defaults = { theme: 'system', navigationCollapsed: false, inspectorOpen: true,
    tourOffered: false, author };
  test('are kept across starts, and what a newer version added with them', async () => {
    const host = startHost();
    expect(unwrap(await host.call('app:preferences', { set: null }))).toEqual(defaults);
    const file = join(host.folder, 'data', 'preferences.json');
    mkdirSync(join(host.folder, 'data'), { recursive: true });
    writeFileSync(file, JSON.stringify({ theme: 7, navigationCollapsed: true, later: 'kept' }));
    const changed =
      unwrap(await startHost({}, host.folder)
        .call('app:preferences', { set: { inspectorOpen: false } }));
    expect(changed)
      .toEqual({ theme: 'system', navigationCollapsed: true, inspectorOpen: false,
        tourOffered: false, author });
    expect(JSON.parse(readFileSync(file, 'utf8')))
      .toEqual({ theme: 7, navigationCollapsed: true, later: 'kept', inspectorOpen: false });
  });
  test('that cannot be read give the defaults, and are set aside before the first change', async () => {
    const host = startHost();
    const file = join(host.folder, 'data', 'preferences.json');
    mkdirSync(join(host.folder, 'data'));
    writeFileSync(file, '{ "theme": "dark", ');
    expect(unwrap(await host.call('app:preferences', { set: null }))).toEqual(defaults);
    expect(existsSync(`${file}.damaged`)).toBe(false);
    unwrap(await host.call('app:preferences', { set: { theme: 'light' } }));
    expect(readFileSync(`${file}.damaged`, 'utf8')).toBe('{ "theme": "dark", ');
  });
});

describe('recent files', () => {
  test('mark those that are gone, forget on request, and survive spoilt entries', async () => {
    const host = startHost();
    mkdirSync(join(host.folder, 'data'));
    const gone = '/nowhere/gone.aifp';
    writeFileSync(join(host.folder, 'data', 'recent.json'), JSON.stringify(
      [7, { path: gone, openedAt: '2027-01-01T00:00:00Z' }],
    ));
    expect(unwrap(await host.call('app:recent', {})))
      .toEqual([{ path: gone, name: 'gone', openedAt: '2027-01-01T00:00:00Z', exists: false }]);
    unwrap(await host.call('app:forget-recent', { path: gone }));
    expect(unwrap(await host.call('app:recent', {}))).toEqual([]);
  });
});

describe('exports', () => {
  test('write text and bytes under a free name', async () => {
    const host = startHost();
    const text =
      unwrap(await host.call('export:file',
        { suggestedName: 'costs.csv', encoding: 'utf8', data: 'a;ü' }));
    const bytes = unwrap(
      await host.call('export:file',
        { suggestedName: 'costs.csv', encoding: 'base64', data: 'AAH/' }),
    );
    expect([text, bytes].map((f) => basename(f?.path ?? '')))
      .toEqual(['costs.csv', 'costs 2.csv']);
    expect(readFileSync(text?.path ?? '', 'utf8')).toBe('a;ü');
    expect([...readFileSync(bytes?.path ?? '')]).toEqual([0, 1, 255]);
  });
  test.each([
    'run.sh', 'run.exe', 'noextension', 'x.csv.lnk',
  ])('of %s are refused', async (suggestedName) => {
    const made = await startHost()
      .call('export:file', { suggestedName, encoding: 'utf8', data: '' });
    expect(errorOf(made)).toMatchObject({ code: 'bad-arguments' });
  });
  test('cancelled in the dialog write nothing', async () => {
    const projectsFolder = join(temporaryFolder(), 'p');
    const host =
      startHost({ host: {
        kind: 'double', appVersion: '1', nativeDialogs: true, projectsFolder,
      } });
    expect(unwrap(await host.call('export:file', {
      suggestedName: 'a.csv', encoding: 'utf8', data: '',
    })))
      .toBeNull();
  });
});

describe('names of files', () => {
  test.each([
    ['../../etc/passwd', 'etc passwd'],
    ['a\u0000b\nc', 'a b c'],
    ['  . ', 'Untitled'],
    ['CON', 'Untitled'],
    ['a\u202Efdp.exe', 'a fdp.exe'],
    ['x'.repeat(300), 'x'.repeat(100)], ['Größe 1', 'Größe 1'], ['', 'Untitled'],
  ])('%j becomes %j', (text, name) => { expect(safeName(text)).toBe(name); });
  test('keep their extension and lose their folder', () => {
    expect(safeFileName('../a.CSV')).toBe('a.csv');
    expect(safeFileName('.csv')).toBeNull();
  });
  test('are inside a folder only below it', () => {
    expect(['/a/b', '/a/b/../c', '/a', '/ab/c', '/a/../b'].map((p) => isInside('/a', p)))
      .toEqual([true, true, false, false, false]);
  });
  test('are counted up until one is free', () => {
    const folder = temporaryFolder();
    writeFileSync(freePath(folder, 'a', '.csv'), '');
    expect(basename(freePath(folder, 'a', '.csv'))).toBe('a 2.csv');
  });
});

test('the policy allows no code, frame or connection from elsewhere', () => {
  const policy = contentSecurityPolicy('abc');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/https?:|unsafe-eval|\*/);
  const script = (file: string): string | undefined => contentSecurityPolicy('abc', file)
    .split('; ').find((p) => p.startsWith('script-src'));
  expect(script('')).toBe("script-src 'self'");
  expect(script('/out/renderer/index.html')).toBe("script-src 'self'");
  expect(script('/out/renderer/assets/start-B4.js')).toBe("script-src 'self'");
  // Only the worker that computes compiles the solver of linear programs.
  expect(script('/out/renderer/assets/compute.worker-B4_x.js'))
    .toBe("script-src 'self' 'wasm-unsafe-eval'");
});

import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportQuery } from '../../../electron/backend/services.ts';
import { findBrowser } from '../../../electron/browser/find-browser.ts';
import { printPage } from '../../../electron/browser/print.ts';
import { printReport } from '../../../electron/browser/print-report.ts';
import { documentOf } from '../../../shared/project/templates.ts';
import { errorOf, sampleRecords, unwrap } from '../../db/support.ts';
import { callAs, enter, makePages, startTestServer, type TestServer } from './support.ts';

const job =
  { document: documentOf(sampleRecords), kind: 'executive', sections: null,
    scenarioIds: null, name: 'sample', log: () => undefined } as const;

describe('printing in an installed browser', () => {
  test('gives a tagged PDF that names its project', async () => {
    const { bytes, pages } =
      unwrap(await printReport({ ...job, scenarioId: 'base', pages: makePages() }));
    expect(pages).toBe(1);
    const pdf = await PDFDocument.load(bytes);
    expect(pdf.getTitle()).toBe('Sample: Executive brief');
    const entries =
      ['MarkInfo', 'StructTreeRoot', 'Outlines'].map((entry) => PDFName.of(entry));
    expect(entries.map((entry) => pdf.catalog.has(entry))).toEqual([true, true, true]);
  });
  test('shows what the page was told, reaches nobody else, and styles what carries the nonce', async () => {
    const server = await startTestServer();
    const { session, path } = await createLake(server);
    const address = server.server.address(reportQuery({
      session, scenarioId: 'base', kind: 'full', sections: null, scenarioIds: null,
    }));
    const printed = unwrap(await printPage(address, new AbortController().signal));
    const title = (await PDFDocument.load(printed, { updateMetadata: false })).getTitle();
    expect(title).toBe(`${path} | full | blocked | rgb(1, 2, 3)`);
  });
  test('says what went wrong on the page, without the token', async () => {
    const problem = errorOf(
      await printReport({ ...job, scenarioId: 'broken', pages: makePages() },
        AbortSignal.timeout(60_000)),
    );
    expect(problem)
      .toMatchObject({
        code: 'print-failed', detail: expect.stringContaining('the report page failed'),
      });
  });
  test('can be cancelled', async () => {
    const problem = errorOf(
      await printReport({ ...job, scenarioId: 'never', pages: makePages() },
        AbortSignal.timeout(1500)),
    );
    expect(problem).toEqual({ code: 'cancelled' });
  });
  test('works from a running host as well', async () => {
    const server = await startTestServer();
    const { session } = await createLake(server);
    const reply = await callAs(
      server, await enter(server), 'report:pdf', { session, scenarioId: 'base',
        kind: 'full', sections: null, scenarioIds: null, path: null },
    );
    expect(JSON.parse(reply.body))
      .toMatchObject({
        ok: true, value: { path: join(server.projects, 'Lake, Base case - full.pdf'), pages: 1 },
      });
  });
});

async function createLake(server: TestServer): Promise<{ session: string; path: string }> {
  const reply = await callAs(
    server, await enter(server), 'project:create',
    { templateId: 'b200-1mw', path: null, name: 'Lake' },
  );
  return (JSON.parse(reply.body) as { value: { session: string; path: string } }).value;
}

describe('finding a browser', () => {
  const find = (
    platform: NodeJS.Platform, env: Record<string, string>, present: readonly string[],
  ) =>
    findBrowser({ platform, env, exists: (path) => present.includes(path) });
  test.each<[NodeJS.Platform, Record<string, string>, string]>([
    ['linux', { PATH: '/opt/bin' }, '/usr/bin/chromium'],
    ['linux', { PATH: '/opt/bin:/x' }, '/opt/bin/google-chrome'],
    ['darwin', {}, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['darwin', { HOME: '/Users/a' },
      '/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium'],
    ['win32', { 'PROGRAMFILES(X86)': 'C:\\P (x86)' },
      'C:\\P (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
  ])('on %s with %j',
    (platform, env, path) => { expect(unwrap(find(platform, env, [path]))).toBe(path); });
  test('prefers the one named, and says when that does not exist', () => {
    expect(unwrap(find('linux', { AIFP_BROWSER: '/my/chrome' }, [
      '/my/chrome', '/usr/bin/chromium',
    ])))
      .toBe('/my/chrome');
    expect(
      errorOf(find('linux', { AIFP_BROWSER: '/my/chrome' }, ['/usr/bin/chromium']))?.detail,
    )
      .toContain('/my/chrome');
  });
  test('says how to get one', () => {
    expect(errorOf(find('linux', {}, [])))
      .toEqual({ code: 'no-browser',
        detail: expect.stringContaining('Install Google Chrome') });
  });
});

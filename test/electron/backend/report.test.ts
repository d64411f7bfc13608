import { PDFDocument } from '@cantoo/pdf-lib';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hashPlan, hashProject } from '../../../electron/backend/hash.ts';
import { describePdf, finishPdf } from '../../../electron/backend/pdf.ts';
import { reportQuery } from '../../../electron/backend/services.ts';
import { documentOf } from '../../../shared/project/templates.ts';
import { ok, refuse } from '../../../shared/units/result.ts';
import { errorOf, noonMs, sampleRecords, unwrap } from '../../db/support.ts';
import { startHost, type TestHost } from './support.ts';

async function twoPages(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  pdf.addPage();
  return pdf.save();
}

async function open(host: TestHost): Promise<string> {
  return unwrap(
    await host.call('project:create', { templateId: 'sample', path: null, name: 'Lake' }),
  ).session;
}

describe('a report', () => {
  test('is printed, described and written under a free name', async () => {
    const host = startHost({ printPdf: async () => ok(await twoPages()) });
    const report = unwrap(await host.call(
      'report:pdf', { session: await open(host), scenarioId: 'base', kind: 'executive',
        sections: null, scenarioIds: null, path: null },
    ));
    expect([basename(report.path), report.pages]).toEqual(['Lake, Base - executive.pdf', 2]);
    const bytes = readFileSync(report.path);
    expect(bytes.length).toBe(report.bytes);
    const pdf = await PDFDocument.load(bytes);
    expect([pdf.getTitle(), pdf.getSubject()])
      .toEqual(['Lake: Executive brief', 'Executive brief, scenario Base']);
    expect(pdf.getKeywords()).toMatch(/project sha256 [0-9a-f]{64} plan sha256 [0-9a-f]{64}/);
    expect(host.pushed.map((push) => (Array.isArray(push) ? push[0] : null)))
      .toEqual(Array(3).fill('task:progress'));
  });
  test('is called as the project is now, without what a system forbids', async () => {
    const host = startHost({ printPdf: async () => ok(await twoPages()) });
    const session = await open(host);
    const { document } = unwrap(await host.call('project:get', { session }));
    const before = Object.values(document).find(({ kind }) => kind === 'project');
    if (before === undefined) throw new Error('no project record');
    const after = { ...before, body: { values: { name: 'Client X: 20 MW / Abilene?' } } };
    unwrap(await host.call('project:commit', { session,
      command: { label: 'rename', changes: [{ id: before.id, before, after }] } }));
    const report = unwrap(await host.call('report:pdf', { session, scenarioId: 'base',
      kind: 'comparison', sections: null, scenarioIds: null, path: null }));
    expect(basename(report.path)).toBe('Client X 20 MW Abilene - comparison.pdf');
    expect(unwrap(await host.call('app:recent', {})).map(({ name }) => name))
      .toEqual(['Client X: 20 MW / Abilene?']);
    unwrap(await host.call('project:undo', { session }));
    expect(unwrap(await host.call('app:recent', {})).map(({ name }) => name)).toEqual(['Lake']);
    expect(unwrap(await host.call('project:list', {})).map(({ name }) => name)).toEqual(['Lake']);
  });
  test('is shown by a host with a desktop, and nothing else is', async () => {
    const shown: unknown[] = [];
    const host = startHost({ printPdf: async () => ok(await twoPages()),
      showFile: (path, how) => { shown.push([path, how]); return Promise.resolve(true); } });
    const { path } = unwrap(await host.call('report:pdf', { session: await open(host),
      scenarioId: 'base', kind: 'full', sections: null, scenarioIds: null, path: null }));
    expect(unwrap(await host.call('report:show', { path, how: 'folder' })))
      .toEqual({ shown: true });
    expect(errorOf(await host.call('report:show', { path: '/bin/sh', how: 'open' })))
      .toMatchObject({ code: 'refused' });
    expect(shown).toEqual([[path, 'folder']]);
  });
  test('can be cancelled, and then writes nothing', async () => {
    const host = startHost({
      printPdf: (_request, signal) => new Promise((resolve) => {
        signal.addEventListener('abort', () => { resolve(refuse({ code: 'cancelled' })); });
      }),
    });
    const session = await open(host);
    const path = 'cancelled.pdf';
    const printing = host.call('report:pdf',
      { session, scenarioId: 'base', kind: 'full', sections: null, scenarioIds: null, path });
    unwrap(await host.call('report:cancel', { session }));
    expect(errorOf(await printing)).toEqual({ code: 'cancelled' });
    expect(existsSync(`${host.projectsFolder}/${path}`)).toBe(false);
  });
  test('says that there is no browser, or that the project is closed', async () => {
    const host = startHost();
    const session = await open(host);
    const request = {
      session, scenarioId: 'base', kind: 'full', sections: null, scenarioIds: null,
      path: null,
    } as const;
    expect(errorOf(await host.call('report:pdf', request)))
      .toMatchObject({ code: 'no-browser' });
    expect(errorOf(await host.call('report:pdf', { ...request, session: 'none' })))
      .toMatchObject({ code: 'not-open' });
    expect(errorOf(await host.call('report:pdf', { ...request, path: '/tmp/elsewhere.pdf' })))
      .toMatchObject({ code: 'denied' });
  });
});

test('the page of a report is addressed the same way by every host', () => {
  expect(reportQuery({
    session: 's', scenarioId: 'a&b', kind: 'full', sections: null, scenarioIds: null,
  }))
    .toBe('view=report&session=s&scenario=a%26b&kind=full');
});

describe('fingerprints', () => {
  const document = documentOf(sampleRecords);
  test('depend on content, not on the order of records', () => {
    expect(hashProject(documentOf(sampleRecords.toReversed()))).toBe(hashProject(document));
    expect(hashPlan(documentOf(sampleRecords.toReversed()), 'base', '1'))
      .toBe(hashPlan(document, 'base', '1'));
  });
  test('of a plan differ by scenario, inputs and program', () => {
    const dearer = documentOf(sampleRecords.map((r) =>
      (r.kind === 'finance' && r.scenarioId === 'base' ? { ...r, body: { values: {
        discountRate: 0.11,
      } } } : r)));
    const hashes = [hashPlan(document, 'base', '1'), hashPlan(document, 'dear', '1'), hashPlan(
      document, 'base', '2',
    ), hashPlan(dearer, 'base', '1')];
    expect(new Set(hashes).size).toBe(4);
  });
});

test('finishing a PDF twice with the same facts gives the same bytes', async () => {
  const facts = describePdf(documentOf(sampleRecords), 'base', 'technical', '1.0', noonMs);
  const printed = await twoPages();
  expect((await finishPdf(printed, facts)).bytes)
    .toEqual((await finishPdf(printed, facts)).bytes);
});

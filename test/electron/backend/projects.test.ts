import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OpenProject } from '../../../shared/backend.ts';
import { firstAnswers } from '../../../shared/project/guided-start.ts';
import type { Command } from '../../../shared/project/record.ts';
import {
  digest, errorOf, financeId, noonMs, temporaryFolder, unwrap,
} from '../../db/support.ts';
import { startHost, type TestHost } from './support.ts';

const createSample = async (host: TestHost, name: string | null = null): Promise<OpenProject> =>
  unwrap(await host.call('project:create', { templateId: 'sample', path: null, name }));

function rateCommand(open: OpenProject, rate: number): Command {
  const before = open.document[financeId] ?? null;
  if (before === null) throw new Error('no finance record');
  return { label: `Rate ${rate}`, changes: [
    { id: financeId, before, after: { ...before, body: { values: { discountRate: rate } } } },
  ] };
}

const rateIn = (open: OpenProject): unknown =>
  open.document[financeId]?.body.values['discountRate'];

describe('a project made from a template', () => {
  test('is a file in the projects folder, named after itself and never over another', async () => {
    const host = startHost();
    const first = await createSample(host, 'Lake / North: 1 MW');
    const second = await createSample(host, 'Lake / North: 1 MW');
    expect([first, second].map((p) => basename(p.path)))
      .toEqual(['Lake North 1 MW.aifp', 'Lake North 1 MW 2.aifp']);
    expect(first.document['document:project:project']?.body.values['name'])
      .toBe('Lake / North: 1 MW');
    expect(unwrap(await host.call('app:recent', {})).map((r) => r.name))
      .toEqual(['Lake / North: 1 MW', 'Lake / North: 1 MW']);
    expect(unwrap(await host.call('project:list', {}))).toHaveLength(2);
  });
  test('needs a template that exists', async () => {
    const made = await startHost()
      .call('project:create', { templateId: 'none', path: null, name: null });
    expect(errorOf(made)).toMatchObject({ code: 'bad-arguments' });
  });
});

describe('a project made of the answers of a start', () => {
  test('is a file named after site and power, with a scenario for each system', async () => {
    const open = unwrap(await startHost()
      .call('project:start', { answers: firstAnswers, path: null }));
    expect(basename(open.path)).toBe('20 MW, Ashburn, Virginia.aifp');
    expect(Object.values(open.document).filter(({ kind }) => kind === 'scenario'))
      .toHaveLength(firstAnswers.systems.length);
  });
  test('is refused in words where the answers are wrong', async () => {
    const host = startHost();
    const made = await host
      .call('project:start', { answers: { ...firstAnswers, utilityMw: 0 }, path: null });
    expect(errorOf(made)).toMatchObject({ code: 'bad-arguments',
      detail: 'The utility capacity is between 0.05 MW and 5,000 MW.' });
    expect(unwrap(await host.call('project:list', {}))).toEqual([]);
  });
  test('may be empty', async () => {
    const open = unwrap(await startHost()
      .call('project:create', { templateId: 'blank', path: null, name: null }));
    expect(basename(open.path)).toBe('Empty project.aifp');
  });
});

describe('an open project', () => {
  test('takes commands, undoes and redoes them, and tells its history', async () => {
    const host = startHost();
    const open = await createSample(host);
    const { session } = open;
    expect(unwrap(await host.call('project:commit', {
      session, command: rateCommand(open, 0.2),
    })))
      .toMatchObject({ undo: 'Rate 0.2' });
    expect(unwrap(await host.call('project:undo', { session })).history)
      .toMatchObject({ undo: null, redo: 'Rate 0.2' });
    unwrap(await host.call('project:redo', { session }));
    expect(rateIn(unwrap(await host.call('project:get', { session })))).toBe(0.2);
    expect(unwrap(await host.call('project:journal', { session, limit: 5 }))).toHaveLength(1);
  });
  test('is the same session however often it is opened', async () => {
    const host = startHost();
    const open = await createSample(host);
    expect(unwrap(await host.call('project:open', { path: open.path })).session)
      .toBe(open.session);
    expect(unwrap(await host.call('project:open', { path: basename(open.path) })).session)
      .toBe(open.session);
  });
  test('keeps everything when the host stops', async () => {
    const host = startHost();
    const open = await createSample(host);
    unwrap(await host.call('project:commit',
      { session: open.session, command: rateCommand(open, 0.2) }));
    host.backend.close();
    const again =
      unwrap(await startHost({}, host.folder).call('project:open', { path: open.path }));
    expect([rateIn(again), again.history.undo]).toEqual([0.2, 'Rate 0.2']);
  });
  test('is gone after closing', async () => {
    const host = startHost();
    const { session } = await createSample(host);
    unwrap(await host.call('project:close', { session }));
    for (const name of [
      'project:get', 'project:close', 'project:undo', 'project:redo',
    ] as const) {
      expect(await host.callRaw(name, { session }))
        .toEqual({ ok: false, error: { code: 'not-open', session } });
    }
  });
});

describe('a copy', () => {
  test('goes to the projects folder under a free name, or where a dialog said', async () => {
    const chosen = join(temporaryFolder(), 'chosen.aifp');
    const host = startHost({
      host: {
        kind: 'double', appVersion: '1', nativeDialogs: true,
        projectsFolder: join(temporaryFolder(), 'p'),
      },
      chooseFile: () => Promise.resolve(chosen),
    });
    const { session } = await createSample(host);
    expect(basename(unwrap(await host.call('project:save-copy', { session, path: null })).path))
      .toBe('Sample small copy.aifp');
    expect(errorOf(await host.call('project:save-copy', { session, path: chosen })))
      .toEqual({ code: 'denied', path: chosen });
    await host.call('app:choose-file', { purpose: 'save', suggestedName: 'x.aifp' });
    expect(unwrap(await host.call('project:save-copy', { session, path: chosen })).path)
      .toBe(chosen);
    expect(unwrap(await host.call('project:save-copy', { session, path: chosen })).path)
      .toBe(chosen);
  });
  test('never replaces a file nobody was asked about, nor lands outside', async () => {
    const host = startHost();
    const { session, path } = await createSample(host);
    expect(errorOf(await host.call('project:save-copy', { session, path })))
      .toEqual({ code: 'exists', path });
    for (const outside of ['../escape.aifp', '/etc/escape.aifp']) {
      expect(errorOf(await host.call('project:save-copy', { session, path: outside })))
        .toMatchObject({ code: 'denied' });
    }
  });
});

describe('backups', () => {
  test('are made at opening and closing, once per revision, and can be restored as a new file', async () => {
    const host = startHost();
    const open = await createSample(host, 'Lake');
    unwrap(await host.call('project:close', { session: open.session }));
    const again = unwrap(await host.call('project:open', { path: open.path }));
    unwrap(await host.call('project:commit',
      { session: again.session, command: rateCommand(again, 0.2) }));
    unwrap(await host.call('project:close', { session: again.session }));
    const backups = unwrap(await host.call('app:backups', {}));
    expect(backups.map((b) => [b.projectName, b.savedAt]))
      .toEqual(Array(2).fill(['Lake', new Date(noonMs).toISOString()]));
    writeFileSync(open.path, 'ruined');
    const before = digest(open.path);
    expect(errorOf(await host.call('project:open', { path: open.path })))
      .toMatchObject({ code: 'not-ours' });
    const newest = backups.find((b) => basename(b.path).includes(' r1 '));
    const restored = unwrap(await host.call('project:recover', { backup: newest?.path ?? '' }));
    expect([basename(restored.path), rateIn(restored)]).toEqual(['Lake restored.aifp', 0.2]);
    expect(digest(open.path)).toBe(before);
  });
  test('are only taken from the backup folder', async () => {
    const host = startHost();
    const { path } = await createSample(host);
    expect(errorOf(await host.call('project:recover', { backup: path })))
      .toEqual({ code: 'denied', path });
  });
  test('that cannot be written are told and stop nobody', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'backups'), 'a file where a folder should be');
    const host = startHost({}, folder);
    const open = await createSample(host);
    expect(existsSync(open.path)).toBe(true);
    expect(host.logged.join()).toContain('no backup');
  });
});

test('nothing temporary is left beside the projects', async () => {
  const host = startHost();
  const { session } = await createSample(host);
  await host.call('project:save-copy', { session, path: null });
  host.backend.close();
  expect(readdirSync(host.projectsFolder).toSorted())
    .toEqual(['Sample small copy.aifp', 'Sample small.aifp']);
});

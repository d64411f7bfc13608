import {
  copyFileSync, existsSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createBackupPace } from '../../../electron/backend/backup-pace.ts';
import { whyBadName } from '../../../electron/backend/paths.ts';
import { watchPlace } from '../../../electron/backend/watch-place.ts';
import type { Displacement, OpenProject, Pushes } from '../../../shared/backend.ts';
import type { Command } from '../../../shared/project/record.ts';
import {
  errorOf, financeId, makeProject, noonMs, temporaryFolder, unwrap,
} from '../../db/support.ts';
import { startHost, type TestHost } from './support.ts';

type Told = Pushes['project:displaced'];

const createSample = async (host: TestHost, name: string | null = null): Promise<OpenProject> =>
  unwrap(await host.call('project:create', { templateId: 'sample', path: null, name }));

async function commitRate(
  host: TestHost, session: string, rate: number,
): Promise<{ displaced?: Displacement }> {
  const open = unwrap(await host.call('project:get', { session }));
  const before = open.document[financeId] ?? null;
  if (before === null) throw new Error('no finance record');
  const after = { ...before, body: { values: { discountRate: rate } } };
  const command: Command = { label: `Rate ${rate}`,
    changes: [{ id: financeId, before, after }] };
  return unwrap(await host.call('project:commit', { session, command }));
}

const rateIn = (open: OpenProject): unknown =>
  open.document[financeId]?.body.values['discountRate'];

function replace(path: string): void {
  const beside = join(dirname(path), 'incoming.part');
  copyFileSync(makeProject(), beside);
  renameSync(beside, path);
}

/** A host, and a promise of its first news that a file is gone. */
function startTold(): {
  readonly host: TestHost; readonly told: Promise<Told>; readonly count: () => number
} {
  const { promise, resolve } = Promise.withResolvers<Told>();
  let count = 0;
  const host = startHost({ push: (name, push) => {
    if (name !== 'project:displaced') return;
    count += 1;
    resolve(push as Told);
  } });
  return { host, told: promise, count: () => count };
}

describe('a file that another program takes away from an open session', () => {
  test('is told to the page without being asked', async () => {
    const { host, told, count } = startTold();
    const { session, path } = await createSample(host, 'Lake');
    await commitRate(host, session, 0.2);
    replace(path);
    const copy = join(host.projectsFolder, 'Lake rescued.aifp');
    expect(await told).toEqual({ session, code: 'replaced', original: path, path: copy });
    expect(unwrap(await host.call('project:place', { session })))
      .toEqual({ path: copy, displaced: { code: 'replaced', original: path, path: copy } });
    // The first answer says so as well: whoever sends commands without listening has to
    // learn of it.
    expect((await commitRate(host, session, 0.3)).displaced)
      .toMatchObject({ code: 'replaced' });
    expect(await commitRate(host, session, 0.4)).not.toHaveProperty('displaced');
    expect(count()).toBe(1);
  });
  test('is in the answer to the next command, and the session goes on', async () => {
    const { host } = startTold();
    const { session, path } = await createSample(host, 'Lake');
    rmSync(path);
    expect((await commitRate(host, session, 0.2)).displaced)
      .toMatchObject({ code: 'deleted', original: path });
    const recent = unwrap(await host.call('app:recent', {}))
      .map(({ name, exists }) => [name, exists]);
    expect(recent).toEqual([['Lake rescued', true], ['Lake', false]]);
    host.backend.close();
    const again = unwrap(
      await startHost({}, host.folder).call('project:open', { path: 'Lake rescued.aifp' }),
    );
    expect([rateIn(again), again.history.revision]).toEqual([0.2, 1]);
  });
  test('opens afresh under its path: two projects, each with its own session', async () => {
    const { host } = startTold();
    const first = await createSample(host, 'Lake');
    await commitRate(host, first.session, 0.2);
    replace(first.path);
    const second = unwrap(await host.call('project:open', { path: first.path }));
    expect(second.session).not.toBe(first.session);
    await commitRate(host, first.session, 0.3);
    await commitRate(host, second.session, 0.4);
    const both = await Promise.all(
      [first, second].map(({ session }) => host.call('project:get', { session })),
    );
    expect(both.map((open) => [basename(unwrap(open).path), rateIn(unwrap(open))]))
      .toEqual([['Lake rescued.aifp', 0.3], ['Lake.aifp', 0.4]]);
  });
  test('is not forgotten when the session is closed before anybody noticed', async () => {
    const { host } = startTold();
    const { session, path } = await createSample(host, 'Lake');
    await commitRate(host, session, 0.2);
    rmSync(path);
    unwrap(await host.call('project:close', { session }));
    expect(rateIn(unwrap(await host.call('project:open', { path: 'Lake rescued.aifp' }))))
      .toBe(0.2);
  });
  test('moved within the projects folder, both files open', async () => {
    const { host } = startTold();
    const { session, path } = await createSample(host, 'Lake');
    await commitRate(host, session, 0.2);
    const moved = join(host.projectsFolder, 'Moved.aifp');
    renameSync(path, moved);
    const other = unwrap(await host.call('project:open', { path: moved }));
    await commitRate(host, session, 0.3);
    expect([rateIn(other), other.path]).toEqual([0.2, moved]);
    expect(readdirSync(host.projectsFolder).filter((name) => name.endsWith('.aifp')).toSorted())
      .toEqual(['Lake rescued.aifp', 'Moved.aifp']);
  });
});

describe('a watch', () => {
  test('on a folder that is not there is none, and ends quietly', () => {
    const stop = watchPlace(join(temporaryFolder(), 'none', 'x.aifp'), () => undefined);
    expect(stop).not.toThrow();
  });
});

describe('local versions', () => {
  test('are kept while the work goes on, every fifty commands', async () => {
    const host = startHost();
    const { session } = await createSample(host);
    const counts: number[] = [];
    for (let i = 1; i <= 100; i++) {
      await commitRate(host, session, i / 1000);
      counts.push(unwrap(await host.call('app:backups', {})).length);
    }
    expect([counts[48], counts[49], counts[98], counts[99]]).toEqual([1, 2, 2, 3]);
    const [newest] = unwrap(await host.call('app:backups', {}));
    const restored = unwrap(await host.call('project:recover', { backup: newest?.path ?? '' }));
    expect([basename(restored.path), rateIn(restored), restored.history.revision])
      .toEqual(['Sample small restored.aifp', 0.1, 100]);
  });
  test('of two states with one revision are both kept', async () => {
    const host = startHost();
    const open = await createSample(host, 'Lake');
    const older = join(temporaryFolder(), 'older.aifp');
    unwrap(await host.call('project:close', { session: open.session }));
    copyFileSync(open.path, older);
    for (const rate of [0.2, 0.3]) {
      copyFileSync(older, open.path);
      const { session } = unwrap(await host.call('project:open', { path: open.path }));
      await commitRate(host, session, rate);
      unwrap(await host.call('project:close', { session }));
    }
    const names = unwrap(await host.call('app:backups', {})).map(({ path }) => basename(path));
    expect(names.filter((name) => name.includes(' r1 '))).toHaveLength(2);
  });
  test('made after the clock was set back are still the latest', async () => {
    let nowMs = Date.UTC(2099, 0, 1);
    const host = startHost({ now: () => nowMs });
    const open = await createSample(host, 'Lake');
    unwrap(await host.call('project:close', { session: open.session }));
    for (let i = 1; i <= 40; i++) {
      nowMs = i <= 20 ? nowMs + 1000 : noonMs + i;
      const { session } = unwrap(await host.call('project:open', { path: open.path }));
      await commitRate(host, session, i / 1000);
      unwrap(await host.call('project:close', { session }));
    }
    const names = unwrap(await host.call('app:backups', {})).map(({ path }) => basename(path));
    expect(names.length).toBeLessThanOrEqual(31);
    for (const revision of [40, 39, 38, 37, 36]) {
      expect(names.filter((name) => name.includes(` r${revision} `))).toHaveLength(1);
    }
  });
  test.each([[0, 50], [8 * 1024 * 1024, 100], [17 * 1024 * 1024, 150]])(
    'of a file of %i bytes are due after %i commands, or five minutes after the first',
    (bytes, writes) => {
      const pace = createBackupPace();
      for (let i = 0; i < writes; i++) {
        expect(pace.isDue(1000, bytes)).toBe(false);
        pace.wrote(1000);
      }
      expect(pace.isDue(1000, bytes)).toBe(true);
      pace.reset();
      pace.wrote(2000);
      expect([pace.isDue(301_999, bytes), pace.isDue(302_000, bytes)]).toEqual([false, true]);
      pace.reset();
      expect(pace.isDue(9e9, bytes)).toBe(false);
    });
});

describe('a name or place the system will not have', () => {
  test.each([
    ['CON', 'reserved'], ['nul.aifp', 'reserved'], ['COM1', 'reserved'],
    ['lpt².aifp', 'reserved'], ['a:b?', 'character'], ['a\u202Eb', 'character'],
    ['a|b', 'character'], ['Lake. .aifp', 'ending'], [' .aifp', 'ending'],
  ] as const)('create as %j is refused as %s', async (name, why) => {
    const host = startHost();
    const path = join(host.projectsFolder, name.endsWith('.aifp') ? name : `${name}.aifp`);
    expect(errorOf(await host.call('project:create', {
      templateId: 'sample', path, name: null,
    })))
      .toEqual({ code: 'bad-name', path, why });
    expect(existsSync(path)).toBe(false);
  });
  test.each([
    'Größe 1.aifp', 'console.aifp', 'com10.aifp', 'Lake .. North.aifp', '計画.aifp',
  ])('%j is fine', (name) => {
    expect(whyBadName(name)).toBeNull();
  });
  test('is told by name, never as a fault of the program', async () => {
    const host = startHost();
    const { session } = await createSample(host);
    const long = join(host.projectsFolder, `${'x'.repeat(300)}.aifp`);
    const loop = join(host.projectsFolder, 'loop.aifp');
    symlinkSync(loop, loop);
    const create = (path: string) =>
      host.call('project:create', { templateId: 'sample', path, name: null });
    expect(errorOf(await create(long))).toEqual({ code: 'name-too-long', path: long });
    expect(errorOf(await host.call('project:save-copy', { session, path: long })))
      .toEqual({ code: 'name-too-long', path: long });
    expect(errorOf(await host.call('project:open', { path: long })))
      .toEqual({ code: 'name-too-long', path: long });
    expect(errorOf(await host.call('project:open', { path: loop })))
      .toEqual({ code: 'link-loop', path: loop });
    expect(errorOf(await host.call('project:open', { path: join(loop, 'x.aifp') })))
      .toMatchObject({ code: 'link-loop' });
    const backups = join(host.folder, 'data', 'backups', `${'x'.repeat(300)}.aifp`);
    expect(errorOf(await host.call('project:recover', { backup: backups })))
      .toMatchObject({ code: 'name-too-long' });
    expect(host.logged).toEqual([]);
  });
  test('a name of 100 wide characters is cut to what can be stored', async () => {
    expect(basename((await createSample(startHost(), '計'.repeat(100))).path))
      .toBe(`${'計'.repeat(60)}.aifp`);
  });
});

test('what a killed host left half-written goes at the next start, where it is old', async () => {
  const first = startHost();
  await createSample(first);
  first.backend.close();
  const [folder = ''] = readdirSync(join(first.folder, 'data', 'backups'));
  const left = [first.projectsFolder, join(first.folder, 'data', 'backups', folder)]
    .map((at) => join(at, '.Sample small.aifp.0123456789ab.tmp'));
  for (const path of left) writeFileSync(path, 'half');
  startHost({ now: () => Date.now() }, first.folder);
  expect(left.map((path) => existsSync(path))).toEqual([true, true]);
  startHost({ now: () => Date.now() + 2 * 60 * 60_000 }, first.folder);
  expect(left.map((path) => existsSync(path))).toEqual([false, false]);
});

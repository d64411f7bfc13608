import { copyFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { TaskLimits } from '../../../../electron/backend/worker/limits.ts';
import { forkWorker } from '../../../../electron/backend/worker/process.ts';
import { digest, makeProject, unwrap } from '../../../db/support.ts';
import { startHost, type TestHost } from '../support.ts';
import { crowded, endlessCheck, endlessColumn, giantJson } from './hostile.ts';

const megabyte = 1024 * 1024;
const short: TaskLimits = { cpuSeconds: 1, wallSeconds: 60, memoryBytes: 512 * megabyte };
const hostWith = (limits: TaskLimits): TestHost =>
  startHost({ openLimits: () => limits, startWorker: forkWorker });

const endless = [
  ['a CHECK that never ends', endlessCheck, 'damaged'],
  ['a generated column that never ends', endlessColumn, 'damaged'],
  ['more records than there is time for', crowded, 'too-slow'],
] as const;

// Starting a process takes seconds on a busy machine.
const patience = { timeout: 120_000 };

describe.each(endless)('a file with %s', patience, (_what, make, code) => {
  test('is refused unchanged, and other calls are answered first', async () => {
    const path = make();
    const before = digest(path);
    const host = hostWith(short);
    const order: string[] = [];
    const opening = host.call('project:open', { path })
      .then((reply) => { order.push('opened'); return reply; });
    for (let i = 0; i < 5; i++) {
      await host.call('app:info', {});
      order.push('answered');
    }
    const reply = await opening;
    expect(order.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'answered'));
    expect(reply).toMatchObject({ ok: false, error: { code, path } });
    expect(digest(path)).toBe(before);
  });
});

describe('opening', patience, () => {
  test('a giant record is refused for its memory', async () => {
    const path = giantJson(48);
    const host = hostWith({ ...short, cpuSeconds: 60, memoryBytes: 300 * megabyte });
    expect(await host.call('project:open', { path }))
      .toEqual({ ok: false, error: {
        code: 'too-much-memory', path, limitBytes: 300 * megabyte,
      } });
  });
  test('a sound file works, and again after hostile ones', async () => {
    const host = hostWith(short);
    const path = makeProject();
    const hostile =
      await Promise.all([1, 2, 3, 4].map(() => host.call('project:open', { path: crowded() })));
    expect(hostile.map(({ ok }) => ok)).toEqual([false, false, false, false]);
    expect(unwrap(await host.call('project:open', { path })).path).toBe(path);
  });
  test('keeps its own words for what is damaged or nothing of ours', async () => {
    const host = hostWith(short);
    const path = makeProject();
    copyFileSync(path, `${path}.text.aifp`);
    writeFileSync(`${path}.text.aifp`, 'no database');
    expect(await host.call('project:open', { path: `${path}.text.aifp` }))
      .toMatchObject({ error: { code: 'not-ours' } });
    expect(await host.call('project:open', { path: `${path}.none` }))
      .toMatchObject({ error: { code: 'missing' } });
  });
  test('a file that is open here gives its session again', async () => {
    const host = hostWith(short);
    const path = makeProject();
    const first = unwrap(await host.call('project:open', { path }));
    expect(unwrap(await host.call('project:open', { path })).session).toBe(first.session);
  });
});

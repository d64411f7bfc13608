import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { TaskLimits } from '../../../../electron/backend/worker/limits.ts';
import { createWorkers, type Workers } from '../../../../electron/backend/worker/pool.ts';
import { forkWorker, type StartWorker } from '../../../../electron/backend/worker/process.ts';
import { makeProject, temporaryFolder } from '../../../db/support.ts';

// Starting a process takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const limits: TaskLimits = { cpuSeconds: 5, wallSeconds: 60, memoryBytes: 5e8 };

function open(start: StartWorker = forkWorker): { workers: Workers; starts: () => number } {
  let count = 0;
  const workers = createWorkers((listener) => {
    count += 1;
    return start(listener);
  });
  onTestFinished(workers.close);
  return { workers, starts: () => count };
}

test('tasks one after another share a process', async () => {
  const { workers, starts } = open();
  const path = makeProject();
  expect(await workers.run('vet', { path }, limits))
    .toEqual({ ok: true, value: { ok: true, value: null } });
  expect(await workers.run('vet', { path: join(temporaryFolder(), 'none') }, limits))
    .toMatchObject({ ok: true, value: { ok: false, error: { code: 'missing' } } });
  expect(starts()).toBe(1);
});

test('bytes come back as bytes', async () => {
  const { workers } = open();
  const bytes = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
  expect(await workers.run('picture', { bytes, mediaType: 'image/svg+xml' }, limits))
    .toEqual({ ok: true, value: { ok: true, value: null } });
});

test('a mistake of ours is thrown, and the process goes on', async () => {
  const { workers, starts } = open();
  const facts = { title: '', author: '', subject: '', keywords: [], creator: '', nowMs: 0 };
  await expect(
    workers.run('pdf', { printed: Buffer.from('no pdf'), facts }, limits),
  ).rejects.toThrow('PDF');
  expect(await workers.run('vet', { path: makeProject() }, limits)).toMatchObject({ ok: true });
  expect(starts()).toBe(1);
});

test('a process that goes away by itself is told apart from one that took too long', async () => {
  const { workers } = open((listener) => {
    queueMicrotask(() => {
      listener.ended('terminate called after throwing an instance of std::bad_alloc');
    });
    return { post: () => undefined, kill: () => undefined, hold: () => undefined };
  });
  expect(await workers.run('vet', { path: '' }, limits))
    .toEqual({ ok: false, error: { code: 'too-much-memory', limitBytes: 5e8 } });
  const broken = open((listener) => {
    queueMicrotask(() => { listener.ended('a bad thing'); });
    return { post: () => undefined, kill: () => undefined, hold: () => undefined };
  });
  expect(await broken.workers.run('vet', { path: '' }, limits))
    .toEqual({ ok: false, error: { code: 'ended', detail: 'a bad thing' } });
});

test('what waits without working is ended by the clock', async () => {
  const { workers } = open();
  // Nobody ever writes into a pipe: opening it waits for ever and takes no processor time.
  const path = join(temporaryFolder(), 'silent.aifp');
  writeFileSync(path, 'SQLite format 3\0');
  const started = open((listener) => ({
    post: (message) => {
      listener.said({ id: (message as { id: number }).id, state: 'begun' });
    },
    kill: () => { listener.ended(''); }, hold: () => undefined,
  }));
  expect(await started.workers.run('vet', { path }, { ...limits, wallSeconds: 0.01 }))
    .toEqual({ ok: false, error: { code: 'too-slow', seconds: 5 } });
  expect(await workers.run('vet', { path }, limits))
    .toMatchObject({ ok: true, value: { ok: false } });
});

test('closing settles what waits and what runs', async () => {
  const { workers } = open();
  const runs = [1, 2, 3, 4, 5].map(() => workers.run('vet', { path: makeProject() }, limits));
  workers.close();
  expect((await Promise.all(runs)).map(({ ok }) => ok))
    .toEqual([false, false, false, false, false]);
  await expect(workers.run('vet', { path: '' }, limits)).rejects.toThrow('closing');
});

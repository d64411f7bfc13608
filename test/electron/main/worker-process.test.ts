import { expect, it, onTestFinished, vi } from 'vitest';
import { createWorkers } from '../../../electron/backend/worker/pool.ts';
import { startUtility } from '../../../electron/main/worker-process.ts';
import { makeProject } from '../../db/support.ts';
import { utilityProcess } from '../../doubles/electron.ts';
import { crowded } from '../backend/worker/hostile.ts';

// Starting a process takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

it('reads foreign files in a utility process and ends it when it takes too long', async () => {
  const workers = createWorkers(startUtility);
  onTestFinished(workers.close);
  const limits = { cpuSeconds: 1, wallSeconds: 60, memoryBytes: 5e8 };
  expect(await workers.run('vet', { path: makeProject() }, limits))
    .toEqual({ ok: true, value: { ok: true, value: null } });
  expect(await workers.run('vet', { path: crowded() }, limits))
    .toEqual({ ok: false, error: { code: 'too-slow', seconds: 1 } });
  expect(await workers.run('vet', { path: makeProject() }, limits)).toMatchObject({ ok: true });
  expect(utilityProcess.forked).toHaveLength(2);
});

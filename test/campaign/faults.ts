import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createProject } from '../../db/create.ts';
import { openProject } from '../../db/open.ts';
import { findTemplate } from '../../shared/project/templates.ts';
import { digestOf, hashOf } from './document-hash.ts';
import { startCampaignHost, type CampaignHost } from './host.ts';
import { createTally, type Part, type Row, type Run } from './part.ts';

const part = 'faults';
/** A commit takes a few kilobytes: a megabyte is full long before. */
const mostCommits = 2000;

function makeFile(path: string): void {
  const made = createProject(path, {
    records: findTemplate('b200-1mw')?.records ?? [],
    projectId: 'x',
    appVersion: '0.0.0',
    nowMs: 0,
  });
  if (!made.ok) throw new Error(`no file to begin with: ${made.error.code}`);
}

/** Commits a changed note of `bytes` letters; the reply's code, 'ok' when it was taken. */
async function commitNote(
  { call }: CampaignHost,
  session: string,
  bytes: number,
  count: number,
): Promise<string> {
  const got = await call('project:get', { session });
  if (!got.ok) return got.error.code;
  const before = Object.values(got.value.document).find(({ kind }) => kind === 'site');
  if (before === undefined) return 'no-record';
  const after = {
    ...before,
    body: {
      values: { ...before.body.values, electricityUsdPerKwh: count / 1e3 },
      notes: { electricityUsdPerKwh: { note: 'x'.repeat(bytes) } },
    },
  };
  const reply = await call('project:commit', {
    session,
    command: { label: `note ${count}`, changes: [{ id: before.id, before, after }] },
  });
  return reply.ok ? 'ok' : reply.error.code;
}

/**
 * A disk of a megabyte that fills up: every command is either kept or refused as
 * `disk-full`.
 */
async function fullDisk(run: Run): Promise<Row> {
  const tally = createTally(part, 'full disk');
  const disk = join(run.folder, 'disk');
  mkdirSync(disk);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).status !== 0) {
    tally.see('not tried: no right to mount a small disk');
    return tally.row();
  }
  try {
    const host = startCampaignHost(disk);
    mkdirSync(host.projects);
    const path = join(disk, 'a.aifp');
    makeFile(path);
    const opened = await host.call('project:open', { path });
    if (!opened.ok) throw new Error(opened.error.code);
    const { session } = opened.value;
    let [kept, refused] = [0, 0];
    for (let count = 1; count <= mostCommits && refused < 20; count++) {
      const code = await commitNote(host, session, 900, count);
      tally.done();
      tally.see(code);
      if (code === 'ok') kept += 1;
      else refused += 1;
      if (code !== 'ok' && code !== 'disk-full')
        tally.breach(`refused as ${code}`, `commit ${count}`);
    }
    if (refused === 0) tally.breach('the disk never filled', `${kept} commits`);
    const got = await host.call('project:get', { session });
    const hash = got.ok ? hashOf(got.value.document) : '';
    const copied = await host.call('project:save-copy', { session, path: 'copy.aifp' });
    if (!copied.ok && copied.error.code !== 'disk-full')
      tally.breach(`copy refused as ${copied.error.code}`, 'save-copy');
    host.backend.close();
    const again = openProject(path, { mode: 'read', backupPath: () => path });
    if (!again.ok) tally.breach(`does not open: ${again.error.code}`, path);
    else if (hashOf(again.value.document()) !== hash || again.value.history().revision !== kept)
      tally.breach('differs from what was acknowledged', path);
    if (again.ok) again.value.close();
  } finally {
    spawnSync('umount', ['-l', disk]); // a file of it may still be open after a failure
  }
  return tally.row();
}

/** A file that may not be written: it opens, refuses commands, and stays as it is. */
async function readOnly(run: Run): Promise<Row> {
  const tally = createTally(part, 'read-only');
  const path = join(run.folder, 'read-only.aifp');
  makeFile(path);
  chmodSync(path, 0o444);
  const bytes = digestOf(path);
  const host = startCampaignHost(join(run.folder, 'read-only host'));
  const opened = await host.call('project:open', { path });
  tally.done();
  if (!opened.ok || !opened.value.readOnly)
    tally.breach('not opened for reading', opened.ok ? 'as writable' : opened.error.code);
  const code = opened.ok ? await commitNote(host, opened.value.session, 10, 1) : '';
  if (code !== 'read-only') tally.breach(`a command was answered ${code}`, path);
  host.backend.close();
  if (digestOf(path) !== bytes) tally.breach('changed', path);
  return tally.row();
}

/**
 * Two programs on one file: the second is told that it is busy, and nothing of the first
 * is lost.
 */
async function twoProcesses(run: Run): Promise<Row> {
  const tally = createTally(part, 'two processes');
  const path = join(run.folder, 'two.aifp');
  makeFile(path);
  const worker = fileURLToPath(new URL('kill-worker.ts', import.meta.url));
  const other =
    spawn(process.execPath, [worker, 'commit', path, join(run.folder, 'other'), '1'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  try {
    await new Promise((resolve) => {
      other.stdout.once('data', resolve);
    });
    await new Promise((resolve) => {
      other.stdout.once('data', resolve);
    });
    for (let count = 0; count < 5; count++) {
      const second = openProject(path, { mode: 'write', backupPath: () => path });
      tally.done();
      if (second.ok) {
        second.value.close();
        tally.breach('opened twice for writing', path);
      } else {
        tally.see(second.error.code);
        if (second.error.code !== 'busy') tally.breach(`refused as ${second.error.code}`, path);
      }
    }
  } finally {
    other.kill('SIGKILL');
  }
  return tally.row();
}

/** A clock that jumps: history keeps its order and undo leads back, whatever the hour says. */
async function jumpingClock(run: Run): Promise<Row> {
  const tally = createTally(part, 'jumping clock');
  let now = Date.UTC(2027, 0, 1);
  const host = startCampaignHost(join(run.folder, 'clock'), { now: () => now });
  const opened = await host.call('project:create', {
    templateId: 'b200-1mw',
    path: null,
    name: 'Clock',
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const { session, document } = opened.value;
  const jumps = [-86_400_000 * 400, 86_400_000 * 4000, -1, 0, 3_600_000, -Date.UTC(2026, 0, 1)];
  for (let count = 1; count <= 30; count++) {
    now = Math.max(0, now + run.random.pick(jumps));
    const code = await commitNote(host, session, 10, count);
    tally.done();
    if (code !== 'ok') tally.breach(`refused as ${code}`, `at ${now}`);
  }
  const journal = await host.call('project:journal', { session, limit: 100 });
  const labels = journal.ok ? journal.value.map(({ label }) => label) : [];
  if (labels[0] !== 'note 30' || labels.length !== 30)
    tally.breach('history out of order', labels.slice(0, 3).join(', '));
  for (let count = 0; count < 30; count++) await host.call('project:undo', { session });
  const got = await host.call('project:get', { session });
  if (!got.ok || hashOf(got.value.document) !== hashOf(document))
    tally.breach('undo does not lead to the beginning', 'after 30 steps');
  host.backend.close();
  return tally.row();
}

/**
 * What a machine does to a file: a full disk, no right to write, a second program, a
 * clock that jumps.
 */
export const faults: Part = async (run) => [
  await fullDisk(run),
  await readOnly(run),
  await twoProcesses(run),
  await jumpingClock(run),
];

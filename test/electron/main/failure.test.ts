import type { App, Dialog } from 'electron';
import { beforeEach, describe, expect, it } from 'vitest';
import { restartedAt, restartOnFailure } from '../../../electron/main/failure.ts';
import { watchOpened } from '../../../electron/main/opened.ts';
import { ok, refuse } from '../../../shared/units/result.ts';
import { app, dialog } from '../../doubles/electron.ts';

const logged: string[] = [];
let closed = 0;

function failing(
  argv: readonly string[], now = 1_000_000, close: () => void = () => { closed += 1; },
): (problem: unknown) => void {
  return restartOnFailure({
    app: app as unknown as App, dialog: dialog as unknown as Dialog, argv, now: () => now,
    close, log: { write: (text) => { logged.push(text); } },
    openPath: () => '/projects/lake.aifp',
  });
}

beforeEach(() => {
  app.calls.length = 0;
  dialog.errors.length = 0;
  logged.length = 0;
  closed = 0;
});

describe('a failure nobody caught', () => {
  it('lets go of the files and starts again once, with the project that was open', () => {
    const fail = failing(['planner', '--projects', '/p', 'old.aifp']);
    fail(new Error('boom'));
    fail(new Error('and again'));
    expect(closed).toBe(1);
    expect(app.calls).toEqual(['relaunch', 'exit']);
    expect(app.relaunched)
      .toEqual({ args: ['--projects', '/p', '--restarted=1000000', '/projects/lake.aifp'] });
    expect(logged.map((text) => text.split('\n')[0]))
      .toEqual(['main process failed: Error: boom', 'main process failed: Error: and again']);
  });

  it('within a minute of such a start is told and ends the program', () => {
    failing(['planner', '--restarted=950000'])('a text');
    expect(app.calls).toEqual(['exit']);
    expect(dialog.errors).toEqual([expect.stringContaining('Every change is saved')]);
  });

  it('later than that starts it again', () => {
    failing(['planner', '--restarted=900000'])(new Error('boom'));
    expect(app.calls).toEqual(['relaunch', 'exit']);
  });

  it('is not stopped by files that cannot be closed', () => {
    failing(['planner'], 0, () => { throw new Error('locked'); })(new Error('boom'));
    expect(app.calls).toEqual(['relaunch', 'exit']);
    expect(logged.at(-1)).toContain('locked');
  });

  it.each([
    [['p'], null], [['p', '--restarted=12'], 12], [['p', '--restarted=x'], null],
  ])('%j was restarted at %s', (argv, at) => {
    expect(restartedAt(argv)).toBe(at);
  });
});

it('what is open is known from the calls that pass', async () => {
  const changes: (string | null)[] = [];
  const moved = new Map<string, string>();
  const { answer, path, takeSessions } = watchOpened<null>(
    (_sender, name, args) => Promise.resolve(
      name === 'project:open' ? ok(args) : name === 'project:close' ? ok(null) : refuse(null),
    ),
    (changed) => { changes.push(changed); }, (session) => moved.get(session) ?? null);
  await answer(null, 'project:open', { session: 'a', path: '/a' });
  await answer(null, 'project:open', { session: 'b', path: '/b' });
  expect(path()).toBe('/b');
  await answer(null, 'project:close', { session: 'a' });
  expect(path()).toBe('/b');
  await answer(null, 'project:close', { session: 'b' });
  await answer(null, 'project:create', {});
  expect([path(), changes]).toEqual([null, ['/a', '/b', null, null]]);
  await answer(null, 'project:open', { session: 'c', path: '/c' });
  moved.set('c', '/c rescued');
  expect(path()).toBe('/c rescued');
  expect([takeSessions(), path()]).toEqual([['c'], null]);
});

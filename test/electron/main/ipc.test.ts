import type { IpcMainInvokeEvent } from 'electron';
import { describe, expect, it } from 'vitest';
import { expose, type Handlers } from '../../../electron/backend/expose.ts';
import { isTrustedSender, openChannels } from '../../../electron/main/ipc.ts';
import { commandNames } from '../../../shared/backend.ts';
import { ok } from '../../../shared/units/result.ts';
import { ipcMain } from '../../doubles/electron.ts';

/** An event of a call: Electron makes these; a test can only describe one. */
const event = (url: string, parent: object | null = null): IpcMainInvokeEvent =>
  ({ senderFrame: { url, parent } }) as unknown as IpcMainInvokeEvent;

const asked: unknown[] = [];
const handlers =
  Object.fromEntries(Object.keys(commandNames).map((name) => [name, (args: unknown) => {
    asked.push([name, args]);
    return ok(name);
  }])) as unknown as Handlers; // every command answers with its own name
openChannels(ipcMain, expose(handlers, isTrustedSender, () => {}));

const call = (name: string, from: object, args: unknown): unknown =>
  ipcMain.handlers.get(name)?.(from, args);

describe('the sender check', () => {
  it.each([
    ['a page from elsewhere', event('https://example.org/')],
    ['a look-alike host', event('app://planner.evil/')],
    ['an embedded frame', event('app://planner/index.html', {})],
    ['a page that is gone', { ...event(''), senderFrame: null }],
  ])('refuses %s', async (_what, from) => {
    asked.length = 0;
    await expect(call('app:info', from, {})).resolves.toEqual({
      ok: false, error: { code: 'refused', command: 'app:info' },
    });
    expect(asked).toEqual([]);
  });

  it('lets our own top frame through with its arguments', async () => {
    await expect(
      call('project:open', event('app://planner/index.html'), { path: 'a.aifp' }),
    ).resolves.toEqual(ok('project:open'));
    expect(asked).toContainEqual(['project:open', { path: 'a.aifp' }]);
  });

  it('passes on no arguments the contract does not know', async () => {
    asked.length = 0;
    const reply = await call('project:open', event('app://planner/index.html'),
      { path: 'a.aifp', mode: 'raw' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'bad-arguments' } });
    expect(asked).toEqual([]);
  });
});

it('there is one channel per command of the contract and no other', () => {
  expect([...ipcMain.handlers.keys()].toSorted()).toEqual(Object.keys(commandNames).toSorted());
});

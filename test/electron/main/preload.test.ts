import { beforeAll, describe, expect, it } from 'vitest';
import { createInbox } from '../../../electron/preload/inbox.ts';
import { commandNames, type Backend } from '../../../shared/backend.ts';
import { contextBridge, ipcRenderer } from '../../doubles/electron.ts';

type Exposed = Backend & { readonly pathOfFile: (file: { readonly name: string }) => string };
let planner: Exposed;

beforeAll(async () => {
  await import('../../../electron/preload/preload.ts');
  // what a page would find in its window
  planner = contextBridge.exposed.get('planner') as Exposed;
});

describe('what the preload exposes', () => {
  it('is one object with the contract and the question about dropped files', () => {
    expect([...contextBridge.exposed.keys()]).toEqual(['planner']);
    expect(Object.keys(planner).toSorted()).toEqual(['call', 'pathOfFile', 'subscribe']);
    expect(planner.pathOfFile({ name: 'a.aifp' })).toBe('/dropped/a.aifp');
  });

  it('calls listed commands only', async () => {
    for (const name of Object.keys(commandNames))
      await Reflect.apply(planner.call, null, [name, {}]);
    expect(ipcRenderer.invoked.map(({ channel }) => channel))
      .toEqual(Object.keys(commandNames));
    await expect(
      Reflect.apply(planner.call, null, ['ELECTRON_BROWSER_REQUIRE', {}]),
    ).rejects.toThrow('unknown command');
    await expect(Reflect.apply(planner.call, null, ['constructor', {}])).rejects.toThrow(
      'unknown command',
    );
    expect(() => Reflect.apply(planner.subscribe, null, ['toString', () => {}]))
      .toThrow('unknown push');
  });

  it('hands on what a push says, never the event it came with', () => {
    const seen: unknown[][] = [];
    const stop = planner.subscribe('file:open-request', (...all) => { seen.push(all); });
    ipcRenderer.emit('file:open-request', { sender: 'secret' }, { path: 'a.aifp' });
    stop();
    ipcRenderer.emit('file:open-request', { sender: 'secret' }, { path: 'b.aifp' });
    expect(seen).toEqual([[{ path: 'a.aifp' }]]);
  });
});

describe('the inbox', () => {
  it('keeps what arrives before the first listener, in order, and delivers it once', () => {
    const inbox = createInbox<number>();
    inbox.receive(1);
    inbox.receive(2);
    const first: number[] = [];
    const second: number[] = [];
    inbox.subscribe((push) => { first.push(push); });
    inbox.subscribe((push) => { second.push(push); });
    inbox.receive(3);
    expect({ first, second }).toEqual({ first: [1, 2, 3], second: [3] });
  });

  it('forgets the oldest of very many', () => {
    const inbox = createInbox<number>();
    for (let push = 1; push <= 25; push += 1) inbox.receive(push);
    const seen: number[] = [];
    inbox.subscribe((push) => { seen.push(push); });
    expect(seen).toEqual(Array.from({ length: 20 }, (_, index) => index + 6));
  });
});

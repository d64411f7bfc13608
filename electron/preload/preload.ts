import { contextBridge, ipcRenderer, webUtils } from 'electron';
import {
  commandNames, type Backend, type CommandName, type PushName, type Pushes,
} from '../../shared/backend.ts';
import { createInbox } from './inbox.ts';

/** Every push by name; leaving one out is a compile error. */
const pushNames: Record<PushName, true> = {
  'menu:command':
    true, 'file:open-request': true, 'project:displaced': true, 'task:progress': true,
  'app:restarted': true,
};

const isCommand = (name: string): name is CommandName => Object.hasOwn(commandNames, name);
const isPush = (name: string): name is PushName => Object.hasOwn(pushNames, name);

const inboxes = new Map(Object.keys(pushNames).filter(isPush).map((name) => {
  const inbox = createInbox<Pushes[PushName]>();
  ipcRenderer.on(name, (_event, push: Pushes[PushName]) => { inbox.receive(push); });
  return [name, inbox];
}));

/**
 * What a page finds: the contract, and the one question about a dropped file that only
 * Electron can answer.
 */
interface Exposed extends Backend {
  readonly pathOfFile: (file: File) => string;
}

/**
 * All a page gets: calls and pushes by listed names, plain values only. No channel, no
 * event, no Electron.
 */
const planner: Exposed = {
  call: (name, args) =>
    isCommand(name) ? ipcRenderer.invoke(name, args)
      : Promise.reject(new Error(`unknown command ${String(name)}`)),
  subscribe: (name, listener) => {
    const inbox = inboxes.get(name);
    if (inbox === undefined) throw new Error(`unknown push ${String(name)}`);
    return inbox.subscribe((push) => { listener(push as Pushes[typeof name]); });
  },
  pathOfFile: (file) => webUtils.getPathForFile(file),
};

contextBridge.exposeInMainWorld('planner', planner);

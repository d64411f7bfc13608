import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { commandNames, type CallProblem } from '../../shared/backend.ts';
import { refuse, type Result } from '../../shared/units/result.ts';
import { isOurPage } from './page-address.ts';

/** Answers a command whose arguments have not been looked at yet. */
export type Answer = (name: string, args: unknown) => Promise<Result<unknown, unknown>>;

/** Only the top frame of a page of ours may call; an embedded frame or a page that has moved on may not. */
export function isTrustedSender(event: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isOurPage(frame.url);
}

/** Opens one channel per command of the contract. Nothing else in the application may use ipcMain. */
export function exposeCommands(ipc: Pick<IpcMain, 'handle'>, answer: Answer): void {
  for (const name of Object.keys(commandNames)) {
    ipc.handle(name, async (event, args: unknown) =>
      isTrustedSender(event) ? answer(name, args) : refuse<CallProblem>({ code: 'refused', command: name }));
  }
}

import type { IpcMainInvokeEvent } from 'electron';
import { commandNames } from '../../shared/backend.ts';
import type { Answer } from '../backend/expose.ts';
import { isOurPage } from './page-address.ts';

/** The part of Electron's ipcMain used here; nothing else in the application may touch it. */
interface Channels {
  readonly handle: (
    channel: string,
    listener: (event: IpcMainInvokeEvent, args: unknown) => Promise<unknown>,
  ) => void;
}

/**
 * Only the top frame of a page of ours may call; an embedded frame or a page that has
 * moved on may not.
 */
export function isTrustedSender(event: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isOurPage(frame.url);
}

/** Opens one channel per command of the contract, all leading to the same checked entrance. */
export function openChannels(channels: Channels, answer: Answer<IpcMainInvokeEvent>): void {
  for (const name of Object.keys(commandNames))
    channels.handle(name, (event, args) => answer(event, name, args));
}

import { dialog, type BrowserWindow } from 'electron';
import type { UpdateTalk } from './updates.ts';

/** Speaks through the system's own message boxes, above the window when there is one. */
export function talkAbove(window: () => BrowserWindow | null): UpdateTalk {
  const show = async (message: string, detail: string, buttons: string[]): Promise<number> => {
    const options = {
      type: 'info' as const,
      message,
      detail,
      buttons,
      defaultId: 0,
      cancelId: buttons.length - 1,
    };
    const parent = window();
    const { response } = await (parent === null
      ? dialog.showMessageBox(options)
      : dialog.showMessageBox(parent, options));
    return response;
  };
  return {
    tell: async (message, detail) => {
      await show(message, detail, ['OK']);
    },
    ask: async (message, detail, yes) => (await show(message, detail, [yes, 'Not now'])) === 0,
  };
}

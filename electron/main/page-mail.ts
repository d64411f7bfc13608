import type { WebContents } from 'electron';
import type { PushName, Pushes } from '../../shared/backend.ts';

export type Push = <K extends PushName>(name: K, push: Pushes[K]) => void;

/**
 * Sends pushes to a page, and keeps them while there is no page: Electron drops what is
 * sent before it has loaded, and the file a person double-clicked is announced long
 * before.
 */
export function mailTo(contents: Pick<WebContents, 'send' | 'once' | 'isDestroyed'>): Push {
  let loaded = false;
  const waiting: (() => void)[] = [];
  contents.once('did-finish-load', () => {
    loaded = true;
    for (const send of waiting) send();
  });
  return (name, push) => {
    const send = (): void => { if (!contents.isDestroyed()) contents.send(name, push); };
    if (loaded) send();
    else waiting.push(send);
  };
}

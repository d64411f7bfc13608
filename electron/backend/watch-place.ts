import { watch } from 'node:fs';
import { dirname } from 'node:path';

/** Long enough for a sync client that deletes first and writes afterwards, milliseconds. */
const settleMs = 200;

/**
 * Calls `onChange` soon after something happened in the folder of a file. The folder
 * rather than the file, because a watch on the file would go along with it when it is
 * moved. Where the system offers no watch, or ends it, nothing is called: whoever needs
 * to know looks from time to time as well.
 * @returns the function that ends the watch
 */
export function watchPlace(path: string, onChange: () => void): () => void {
  let timer: NodeJS.Timeout | null = null;
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = null;
      onChange();
    }, settleMs).unref();
  };
  const stop = startWatch(dirname(path), soon);
  return () => {
    stop();
    if (timer !== null) clearTimeout(timer);
  };
}

function startWatch(folder: string, onEvent: () => void): () => void {
  try {
    const watcher = watch(folder, { persistent: false }, onEvent);
    watcher.on('error', () => { watcher.close(); });
    return () => { watcher.close(); };
  } catch {
    return () => undefined;
  }
}

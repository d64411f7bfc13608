import { runTask } from './runners.ts';
import type { TaskMessage, WorkerMessage } from './tasks.ts';
import { startWatchdog } from './watchdog.ts';

/** A message port of Electron's utility process, or the channel of a forked one. */
interface Channel {
  readonly send: (message: WorkerMessage) => void;
  readonly listen: (take: (message: TaskMessage) => void) => void;
}

/** Electron's own addition to `process`, present in a utility process alone. */
interface ParentPort {
  readonly postMessage: (message: unknown) => void;
  readonly on: (
    event: 'message', listener: (event: { readonly data: unknown }) => void,
  ) => void;
}

function openChannel(): Channel {
  const { parentPort } = process as NodeJS.Process & { readonly parentPort?: ParentPort };
  // Only the host that started this process can speak on either channel.
  if (parentPort !== undefined) {
    return {
      send: (message) => { parentPort.postMessage(message); },
      listen: (take) => {
        parentPort.on('message', ({ data }) => { take(data as TaskMessage); });
      },
    };
  }
  process.once('disconnect', () => { process.exit(0); });
  return {
    send: (message) => { process.send?.(message); },
    listen: (take) => {
      process.on('message', (message) => { take(message as TaskMessage); });
    },
  };
}

/**
 * The process foreign content is read in. It holds nothing that would be missed: it may
 * be ended at any time, and is as soon as a task takes more than it may.
 */
const watchdog = startWatchdog();
const channel = openChannel();
channel.listen((message) => {
  channel.send({ id: message.id, state: 'begun' });
  watchdog.begin(message.limits);
  void runTask(message).then((answer) => {
    watchdog.end();
    channel.send(answer);
  });
});

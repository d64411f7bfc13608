import { createDetached } from '../../../db/create.ts';
import { vetProject } from '../../../db/vet.ts';
import { checkImage } from '../images.ts';
import type { TaskMessage, TaskName, Tasks, WorkerMessage } from './tasks.ts';
import { startWatchdog } from './watchdog.ts';

/**
 * The process foreign content is read in. It holds nothing that would be missed: it may
 * be ended at any time, and is as soon as a task takes more than it may.
 */
const runners: { readonly [K in TaskName]: (args: Tasks[K]['args']) => Tasks[K]['reply']
  | Promise<Tasks[K]['reply']> } = {
    vet: ({ path }) => vetProject(path),
    picture: ({ bytes, mediaType }) => checkImage(Buffer.from(bytes), mediaType),
    pdf: async ({ printed, facts }) => {
      const { finishPdf } = await import('../pdf.ts');
      return finishPdf(printed, facts);
    },
    package: async ({ document, pictures, target, order }) => {
      const { writePackage } = await import('../package.ts');
      const { appVersion, nowMs } = order;
      const records = Object.values(document);
      const store = createDetached(target,
        { records, projectId: 'package', appVersion, nowMs, attachments: pictures });
      try {
        return writePackage(store, target, order);
      } finally {
        store.close();
      }
    },
  };

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

async function run<K extends TaskName>(
  { id, task, args }: TaskMessage<K>,
): Promise<WorkerMessage> {
  try {
    return { id, state: 'done', reply: await runners[task](args) };
  } catch (error) {
    return { id, state: 'thrown',
      detail: error instanceof Error ? error.stack ?? error.message : String(error) };
  }
}

const watchdog = startWatchdog();
const channel = openChannel();
channel.listen((message) => {
  channel.send({ id: message.id, state: 'begun' });
  watchdog.begin(message.limits);
  void run(message).then((answer) => {
    watchdog.end();
    channel.send(answer);
  });
});

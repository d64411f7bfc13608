import { createDetached } from '../../../db/create.ts';
import { vetProject } from '../../../db/vet.ts';
import { checkImage } from '../images.ts';
import type { TaskMessage, TaskName, Tasks, WorkerMessage } from './tasks.ts';

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

/**
 * Does a task here and now, whatever it takes.
 * @returns the answer, or what was thrown: a mistake of ours
 */
export async function runTask<K extends TaskName>(
  { id, task, args }: TaskMessage<K>,
): Promise<WorkerMessage> {
  try {
    return { id, state: 'done', reply: await runners[task](args) };
  } catch (error) {
    return { id, state: 'thrown',
      detail: error instanceof Error ? error.stack ?? error.message : String(error) };
  }
}

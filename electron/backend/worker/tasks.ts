import type { Attachment } from '../../../db/attachments.ts';
import type { AttachmentProblem, FileProblem, ImageType } from '../../../shared/backend.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import type { Result } from '../../../shared/units/result.ts';
import type { PackageOrder, writePackage } from '../package.ts';
import type { PdfFacts } from '../pdf.ts';
import type { TaskLimits } from './limits.ts';

/** What is done outside the process that answers people: name, what goes in, what comes out. */
export interface Tasks {
  /** Opens a project file as the host would, without changing it. */
  readonly vet: {
    readonly args: { readonly path: string }; readonly reply: Result<null, FileProblem>
  };
  /** Looks through a picture for what can run, fetch or take for ever to draw. */
  readonly picture: {
    readonly args: { readonly bytes: Uint8Array; readonly mediaType: ImageType };
    readonly reply: Result<null, AttachmentProblem>;
  };
  /** Writes its facts into a printed PDF. */
  readonly pdf: {
    readonly args: { readonly printed: Uint8Array; readonly facts: PdfFacts };
    readonly reply: { readonly bytes: Uint8Array; readonly pages: number };
  };
  /** Plans scenarios and writes them as a client-safe package. */
  readonly package: {
    readonly args: {
      readonly document: ProjectDocument; readonly pictures: readonly Attachment[];
      readonly target: string; readonly order: PackageOrder;
    };
    readonly reply: ReturnType<typeof writePackage>;
  };
}

export type TaskName = keyof Tasks;

/** A task on its way to the process. */
export interface TaskMessage<K extends TaskName = TaskName> {
  readonly id: number;
  readonly task: K;
  readonly args: Tasks[K]['args'];
  readonly limits: TaskLimits;
}

/**
 * What the process says: that it begins, or how a task ended; `thrown` is a mistake of
 * ours.
 */
export type WorkerMessage =
  | { readonly id: number; readonly state: 'begun' }
  | { readonly id: number; readonly state: 'done'; readonly reply: unknown }
  | { readonly id: number; readonly state: 'thrown'; readonly detail: string };

/** Why a task gave no answer; its process is gone. */
export type TaskProblem =
  | { readonly code: 'too-slow'; readonly seconds: number }
  | { readonly code: 'too-much-memory'; readonly limitBytes: number }
  | { readonly code: 'ended'; readonly detail: string };

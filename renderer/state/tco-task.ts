import type { ProjectDocument } from '../../shared/project/record.ts';
import type { TcoTable } from '../../shared/search/tco.ts';

/** What the page asks of its worker; a newer question ends the one before. */
export interface TcoTask {
  readonly id: number;
  readonly document: ProjectDocument;
  readonly scenarioId: string;
  /** Least speeds per user; null keeps what each class promises. */
  readonly speeds: readonly (number | null)[];
}

export type TcoReply =
  | { readonly id: number; readonly kind: 'progress'; readonly done: number;
    readonly total: number }
  | { readonly id: number; readonly kind: 'done'; readonly table: TcoTable }
  | { readonly id: number; readonly kind: 'failed'; readonly detail: string };

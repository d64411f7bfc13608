import type { ProjectDocument } from '../../../shared/project/record.ts';
import type { EvidenceEffects } from '../../../shared/uncertainty/evidence-share.ts';
import type { RankedInput } from '../../../shared/uncertainty/ranking.ts';

/** The figures whose foundation is asked for, in this order everywhere. */
export const figuresAsked = ['headline.npvUsd', 'headline.costPerMTokUsd'] as const;
export const unitOfFigure =
  { 'headline.npvUsd': 'USD', 'headline.costPerMTokUsd': 'USD/Mtok' } as const;

/** What the page asks of its worker; a newer question or `stop` ends the one before. */
export type SensitivityTask =
  | { readonly kind: 'ask'; readonly id: number; readonly document: ProjectDocument;
    readonly scenarioId: string }
  | { readonly kind: 'stop' };

export interface SensitivityAnswer {
  readonly effects: readonly (EvidenceEffects | null)[];
  readonly ranked: readonly RankedInput[];
}

export type SensitivityReply =
  | { readonly id: number; readonly kind: 'reads'; readonly refs: readonly string[] }
  | { readonly id: number; readonly kind: 'progress'; readonly done: number;
    readonly total: number }
  | { readonly id: number; readonly kind: 'done'; readonly answer: SensitivityAnswer | null }
  | { readonly id: number; readonly kind: 'failed'; readonly detail: string };

import type { ReactNode } from 'react';
import type { Asked, SearchAnswer } from './search-task.ts';
import type { FoundPlan } from './use-make.ts';

/** What every answer is shown with. */
export interface AnswerProps<K extends SearchAnswer['kind']> {
  readonly asked: Asked;
  readonly answer: Extract<SearchAnswer, { readonly kind: K }>;
  /** The target, or the line of a map, as the pickers say it now. */
  readonly target: number | null;
  /** Null where the file takes no edits. */
  readonly make: ((found: FoundPlan) => void) | null;
  readonly question: ReactNode;
}

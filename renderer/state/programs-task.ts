import type {
  LinearProgram, ProgramAnswer, SolveOptions,
} from '../../shared/search/programs/program.ts';

/** A program to be solved beside the page. */
export interface ProgramTask {
  readonly id: number;
  readonly program: LinearProgram;
  readonly options: SolveOptions;
}

export type ProgramReply =
  | { readonly id: number; readonly kind: 'done'; readonly answer: ProgramAnswer }
  | { readonly id: number; readonly kind: 'failed'; readonly detail: string };

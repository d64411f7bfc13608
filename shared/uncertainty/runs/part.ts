import type { Catalog, MeasuredPoint } from '../../catalog/types.ts';
import type { ProjectDocument } from '../../project/record.ts';
import type { Assumptions } from '../assumptions/types.ts';
import { createEvaluator, type Evaluator } from './evaluator.ts';
import type { Block, RunOptions } from './types.ts';

/** Everything one scenario's draws depend on, apart from catalogue and measurements. */
export interface RunTask {
  readonly document: ProjectDocument;
  readonly scenarioId: string;
  readonly assumptions: Assumptions;
  readonly options: RunOptions;
}

/** What a part is told: the scenarios first, then draws of one of them at a time. */
export type PartMessage =
  | { readonly kind: 'tasks'; readonly tasks: readonly RunTask[] }
  | { readonly kind: 'evaluate'; readonly task: number; readonly from: number;
    readonly to: number };

/** What a part answers for draws it was given. */
export interface PartAnswer {
  readonly task: number;
  readonly block: Block;
}

/**
 * The part of a run that works in a thread of its own, in a page's worker and in the command
 * line's alike: give it the thread's messages, and post what it answers.
 * @returns the answer to a message; null where none is due
 */
export function createPart(
  catalog: Catalog, measured: readonly MeasuredPoint[],
): (message: PartMessage) => PartAnswer | null {
  let tasks: readonly RunTask[] = [];
  const evaluators = new Map<number, Evaluator>();
  const evaluatorOf = (at: number): Evaluator => {
    const known = evaluators.get(at);
    const task = tasks[at];
    if (known !== undefined) return known;
    if (task === undefined) throw new Error(`there is no task ${at}`);
    const { assumptions, options, document, scenarioId } = task;
    const made =
      createEvaluator({ document, scenarioId, catalog, measured }, assumptions, options);
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    evaluators.set(at, made.value);
    return made.value;
  };
  return (message) => {
    if (message.kind === 'tasks') {
      tasks = message.tasks;
      evaluators.clear();
      return null;
    }
    const { task, from, to } = message;
    return { task, block: evaluatorOf(task).evaluate(from, to) };
  };
}

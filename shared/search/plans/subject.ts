import { explainAbsent } from '../../plan/figures/notices.ts';
import type { PlanProblem } from '../../plan/entries/problem.ts';
import type { PlanMoves } from '../../plan/serving/moves.ts';
import type { Plan } from '../../plan/types.ts';
import type { Planner } from '../../plan.ts';
import type { ProjectDocument } from '../../project/record.ts';
import { declaredFigure, listDeclaredFigures } from '../../plan/figures/all.ts';
import { nearestWord } from '../../project/path.ts';
import { ok, refuse, type Result } from '../../units/result.ts';
import type { Unit } from '../../units/unit.ts';
import type { TcoQuestion } from '../tco.ts';
import type { SearchProblem } from './problem.ts';

/** What a search asks: a scenario, whoever plans it, and what goes with a change of system. */
export interface Subject {
  readonly planner: Planner;
  readonly document: ProjectDocument;
  readonly scenarioId: string;
  /** What moves along with another system, see `suitedMoves`; nothing when left out. */
  readonly movesFor?: TcoQuestion['movesFor'];
  /** A sentence for a scenario that gives no plan; its code when left out. */
  readonly explain?: (problem: PlanProblem) => string;
}

/** Figures of one plan in the order asked, and why some are absent or the plan is not feasible. */
export interface Answered {
  readonly values: readonly (number | null)[];
  /** True where the plan can be built and served as asked. */
  readonly feasible: boolean;
  /** One sentence; null where nothing is missing. */
  readonly cause: string | null;
}

const nothing = (figures: readonly string[], cause: string): Answered =>
  ({ values: figures.map(() => null), feasible: false, cause });

/** The limits that stop a plan, in a sentence; the first is enough to act on. */
function obstacleText({ stages: { obstacles } }: Plan): string | null {
  const [first] = obstacles;
  if (first === undefined) return null;
  const more = obstacles.length > 1 ? ` (and ${obstacles.length - 1} more)` : '';
  return `${first.where}: ${first.nearestFix === '' ? first.code : first.nearestFix}${more}`;
}

function readFigures(plan: Plan, figures: readonly string[]): Answered {
  const found = figures.map((key) => plan.figures[key]);
  const values = found.map((figure) => figure?.value ?? null);
  const stopped = obstacleText(plan);
  if (stopped !== null) return { values, feasible: false, cause: stopped };
  const lost = found.find((figure) => figure?.value === null);
  return { values, feasible: true,
    cause: lost?.absent === undefined ? null : explainAbsent(lost.absent) };
}

/**
 * Figures of the plan of a document; a document that gives no plan says why. Values that
 * contradict one another within the engine's range are such a document too.
 * @param figures full keys, see `figureKey`
 */
export function answerPlan(
  { planner, scenarioId, explain }: Subject, document: ProjectDocument,
  figures: readonly string[], moves?: PlanMoves,
): Answered {
  try {
    const plan = planner.evaluate(document, scenarioId, moves);
    return plan.ok ? readFigures(plan.value, figures)
      : nothing(figures, explain?.(plan.error) ?? plan.error.code);
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem);
    return nothing(figures, `these values cannot be planned together: ${why}`);
  }
}

/** A figure a search asks for. */
export interface AskedFigure {
  readonly key: string;
  readonly label: string;
  readonly unit: Unit;
}

/**
 * The figure a word names in a plan: its key, or a headline's name alone.
 * @returns the figure, or the nearest one known
 */
export function figureNamed(plan: Plan, word: string): Result<AskedFigure, SearchProblem> {
  for (const key of [word, `headline.${word}`]) {
    const text = declaredFigure(key);
    const figure = text === null ? undefined : plan.figures[key];
    if (text !== null && figure !== undefined)
      return ok({ key, label: text.label, unit: text.unit });
  }
  const known = listDeclaredFigures().map(({ key }) => key);
  const short = known.map((key) => key.replace('headline.', ''));
  return refuse({ code: 'no-figure', key: word,
    nearest: nearestWord(word, short) ?? nearestWord(word, known) });
}

/** The plan of the scenario as it stands. */
export function planOf(
  { planner, document, scenarioId }: Subject,
): Result<Plan, SearchProblem> {
  const plan = planner.evaluate(document, scenarioId);
  return plan.ok ? plan : refuse({ code: 'no-plan', problem: plan.error });
}

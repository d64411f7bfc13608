import { rivalSystems } from '../../../shared/plan/figures/rivals.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { fieldNamed, unitOfFigure, usualSteps, valueNow } from './inputs.ts';
import type { SearchKind, SearchQuestion } from './search-task.ts';

/** An input with the values it takes; ends count for numbers alone. */
export interface AxisForm {
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Everything the pickers say; each kind of question reads its own part. */
export interface SearchForm {
  readonly kind: SearchKind;
  readonly figure: string;
  readonly across: AxisForm;
  readonly down: AxisForm;
  readonly speed: AxisForm;
  readonly latency: AxisForm;
  readonly vary: AxisForm;
  /** Systems a crossover compares. */
  readonly systems: readonly string[];
  /** Sought value, and the line of a map; null for no line. */
  readonly target: number | null;
  readonly other: string | null;
  readonly choice: 'mix' | 'values';
  readonly second: string | null;
  readonly limit: { readonly figure: string; readonly side: '<=' | '>=';
    readonly bound: number } | null;
}

const usualCount = 9;

/** An axis over an input, between its usual ends. */
export function axisFor(path: string, plan: Plan | null, count = usualCount): AxisForm {
  const field = fieldNamed(path);
  return { path, ...(field?.type === 'number' ? usualSteps(field, valueNow(plan, path), count)
    : { from: 0, to: 0, count }) };
}

/** Figures whose nought is a boundary: above it there is a gain. */
const aroundZero: ReadonlySet<string> = new Set(['headline.npvUsd', 'headline.irr',
  'headline.roi']);

export const usualTarget = (figure: string): number | null =>
  (aroundZero.has(figure) ? 0 : null);

/** The first question: NPV over what moves it most. */
export const firstForm = (plan: Plan | null, other: string | null): SearchForm => ({
  kind: 'sweep', figure: 'headline.npvUsd',
  across: axisFor('demand.utilisation', plan), down: axisFor('traffic.priceDecline', plan),
  speed: axisFor('traffic.minTokPerSecPerUser', plan, 6),
  latency: { path: 'traffic.maxTtftS', from: 1, to: 10, count: 4 },
  vary: axisFor('traffic.priceDecline', plan), target: 0, other,
  systems: rivalSystems, choice: 'mix', second: null, limit: null,
});

/** The values of an axis as the command line writes them. */
export function axisText({ path, from, to, count }: AxisForm): string {
  const field = fieldNamed(path);
  if (field?.type === 'choice')
    return `${path}=${field.choices.map(({ value }) => value).join()}`;
  if (field?.type === 'toggle') return `${path}=false,true`;
  if (field?.type !== 'number' || field.integer !== true || !(count > 1))
    return `${path}=${from}:${to}:${count}`;
  const values = Array.from({ length: count }, (_, at) =>
    Math.round(from + ((to - from) * at) / (count - 1)));
  return `${path}=${[...new Set(values)].join()}`;
}

const limitTexts = ({ limit }: SearchForm): readonly string[] =>
  (limit === null ? [] : [`${limit.figure}${limit.side}${limit.bound}`]);

/** The question of a form; null where something is still to be chosen. */
export function questionOf(form: SearchForm): SearchQuestion | null {
  const { kind, figure, across, down, vary, target, other, second } = form;
  switch (kind) {
    case 'sweep': return { kind, figure, axes: [axisText(across), axisText(down)] };
    case 'seek':
      return target === null ? null
        : { kind, figure, target, path: vary.path, lower: vary.from, upper: vary.to };
    case 'flip': return other === null ? null : { kind, other, figure };
    case 'optimise':
      return form.choice === 'mix'
        ? { kind: 'mix', objective: figure, limits: limitTexts(form) }
        : { kind, axes: [axisText(across), axisText(down)], limits: limitTexts(form),
          objectives: second === null ? [figure] : [figure, second] };
    case 'crossover':
      return form.systems.length === 0 ? null : { kind, across: axisText(form.speed),
        down: axisText(form.latency), systems: form.systems };
    default: return null;
  }
}

/** A form with another figure, and the target that goes with it. */
export const withFigure = (form: SearchForm, figure: string): SearchForm =>
  ({ ...form, figure, target: unitOfFigure(figure) === unitOfFigure(form.figure) ? form.target
    : usualTarget(figure) });

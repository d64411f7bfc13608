import type { Absent, Figure } from '../../shared/units/figure.ts';
import { formatQuantity } from '../../shared/units/format.ts';
import { printOf } from '../../shared/project/print.ts';
import { plainPrint, type Print } from '../../shared/units/print.ts';
import type { Unit } from '../../shared/units/unit.ts';
import { absentInBrief, explainAbsent } from '../text/absent.ts';
import { explainPlan } from '../text/plan-problems.ts';
import { headlineText } from '../text/headline.ts';
import type { PlanOutcome } from './plan.ts';

/**
 * One figure of the strip: which figure of the plan it shows and which direction is the
 * better one.
 */
export interface HeadlineItem {
  readonly id: keyof typeof headlineText.items;
  readonly figureKey: string;
  readonly better: 'lower' | 'higher' | null;
  /** How a difference is stated: relative in per cent, or in the figure's own unit. */
  readonly change: 'relative' | 'absolute';
}

export const headlineItems: readonly HeadlineItem[] = [
  { id: 'cost', figureKey: 'headline.costPerMTokUsd', better: 'lower', change: 'relative' },
  { id: 'npv', figureKey: 'headline.npvUsd', better: 'higher', change: 'absolute' },
  { id: 'irr', figureKey: 'headline.irr', better: 'higher', change: 'absolute' },
  { id: 'throughput', figureKey: 'headline.tokPerSecPerMw', better: 'higher',
    change: 'relative' },
  { id: 'power', figureKey: 'headline.facilityMw', better: null, change: 'absolute' },
  { id: 'racks', figureKey: 'headline.racks', better: null, change: 'absolute' },
];

export interface Delta {
  readonly text: string;
  readonly direction: 'up' | 'down';
  /** Null where neither direction is better. */
  readonly good: boolean | null;
}

export interface HeadlineCell {
  readonly item: HeadlineItem;
  readonly label: string;
  /** Digits and unit as printed, or a dash. */
  readonly digits: string;
  readonly unit: string;
  /** Why there is none, in the words that fit below it. */
  readonly absent: string | null;
  /** The same in full. */
  readonly why: string | null;
  /** True where the value is more than is allowed. */
  readonly broken: boolean;
  readonly sinceEdit: Delta | null;
  readonly againstBase: Delta | null;
}

/**
 * A printed quantity cut into what is set large and what is set small.
 * @example splitQuantity('$0.0214/M tokens') // ['$0.0214', '/M tokens']
 */
export function splitQuantity(text: string): readonly [string, string] {
  const digits = /^[-−–]?(?:[^\d\s]{1,3} ?)?[\d.,’\u00a0\u202f]*\d|^–/u.exec(text)?.[0] ?? '';
  return [digits, text.slice(digits.length).trim()];
}

/** The figure a cell shows, or null when the plan has none of that name. */
export function figureOf(outcome: PlanOutcome | null, key: string): Figure | null {
  if (outcome === null || !outcome.ok) return null;
  return outcome.value.figures[key] ?? null;
}

/** What changed between two values of one figure; null when nothing did or one is absent. */
export function deltaOf(
  item: HeadlineItem,
  now: number | null,
  then: number | null,
  unit: Unit,
  print: Print = plainPrint,
): Delta | null {
  if (now === null || then === null || now === then) return null;
  const difference = now - then;
  const up = difference > 0;
  const relative = item.change === 'relative' && then !== 0;
  const size = relative
    ? formatQuantity(Math.abs(difference / then), 'fraction', print)
    : formatQuantity(Math.abs(difference), unit, print);
  return {
    text: `${up ? '+' : '−'}${relative ? size : size.replace(/%(\/year)?$/, 'pp')}`,
    direction: up ? 'up' : 'down',
    good: item.better === null ? null : (item.better === 'higher') === up,
  };
}

/**
 * All cells of the strip. `before` is the plan before the last edit, `base` that of the
 * base scenario.
 */
export function headlineCells(
  now: PlanOutcome,
  before: PlanOutcome | null,
  base: PlanOutcome | null,
): readonly HeadlineCell[] {
  const print = now.ok ? printOf(now.value.inputs.project.values) : plainPrint;
  return headlineItems.map((item) => {
    const figure = figureOf(now, item.figureKey);
    const value = figure?.value ?? null;
    const unit = figure?.unit ?? 'ratio';
    const [digits, suffix] = splitQuantity(formatQuantity(value, unit, print));
    return {
      item,
      label: headlineText.items[item.id].label,
      digits,
      unit: unitOf(item, suffix, now),
      broken: item.id === 'power' && isOverPower(value, now),
      absent: value === null ? whyAbsent(now, figure, absentInBrief) : null,
      why: value === null ? whyAbsent(now, figure, explainAbsent) : null,
      sinceEdit: deltaOf(item, value, figureOf(before, item.figureKey)?.value ?? null,
        unit, print),
      againstBase: deltaOf(item, value, figureOf(base, item.figureKey)?.value ?? null,
        unit, print),
    };
  });
}

const isOverPower = (mw: number | null, outcome: PlanOutcome): boolean =>
  mw !== null && outcome.ok && mw > outcome.value.inputs.site.values.utilityMw;

/**
 * Cost and throughput have their unit in the label; power is stated against what the
 * utility allows.
 */
function unitOf(item: HeadlineItem, suffix: string, outcome: PlanOutcome): string {
  if (item.id === 'cost') return '';
  if (item.id === 'throughput') return suffix.replace(/ ?tok\/s\/MW$/, '');
  if (item.id !== 'power' || !outcome.ok) return suffix;
  return headlineText.ofAllowed(suffix,
    formatQuantity(outcome.value.inputs.site.values.utilityMw, 'MW'));
}

function whyAbsent(
  outcome: PlanOutcome, figure: Figure | null, explain: (absent: Absent) => string,
): string {
  if (!outcome.ok) return explainPlan(outcome.error).title;
  return figure?.absent === undefined ? 'not part of this plan' : explain(figure.absent);
}

import type { HeadlineKey, PlanCore } from '../plan/types.ts';
import { doubtsOf } from '../reality/doubts.ts';
import type { Unit } from '../units/unit.ts';
import { headlineValue, isUnbuildable, printHeadline } from './figures.ts';
import type { Ranked } from './ranking.ts';
import { causeOf } from './recommendation.ts';
import { measuresOf } from './reality.ts';
import { axisOf, headOn, printOn, columnScaleOf, type Scale } from './scale.ts';
import type { BarRow, Bars } from './types.ts';
import { printOfPlan } from './print.ts';

/** A scenario in the ranking with its plan, where it has one. */
export interface RankedPlan {
  readonly ranked: Ranked;
  readonly plan: PlanCore | null;
}

/** Figures beside the bars, each in one scale with its unit in the head. */
const beside: readonly (readonly [key: HeadlineKey, unit: Unit, label: string])[] = [
  ['npvUsd', 'USD', 'NPV'], ['costPerMTokUsd', 'USD/Mtok', 'Cost'],
  ['paybackMonths', 'month', 'Payback'], ['capexUsd', 'USD', 'Investment'],
];

const valueOf = ({ plan }: RankedPlan, key: HeadlineKey): number | null =>
  (plan === null ? null : headlineValue(plan, key));

/** A scale on which a value keeps two figures beside others that are much larger. */
function showing(value: number | null, scale: Scale): Scale {
  if (value === null || value === 0) return scale;
  const places = 1 - Math.floor(Math.log10(Math.abs(value * scale.factor)));
  return { ...scale, digits: Math.min(6, Math.max(scale.digits, places)) };
}

/** Why a scenario has no bar. */
function whyNot({ plan }: RankedPlan): string {
  if (plan === null) return 'It has no plan.';
  return isUnbuildable(plan) ? causeOf(plan) : printHeadline(plan, 'npvUsd').why;
}

const errorOf = (ranked: readonly RankedPlan[]): string => {
  const errors = ranked.flatMap(({ ranked: { error } }) => error ?? []);
  if (errors.length === 0) return '';
  const [least, most] = [Math.min(...errors), Math.max(...errors)]
    .map((share) => `${Math.round(share * 100)} %`);
  return `The thin line is what NPV would be were throughput off by the stated error of its model (${least === most ? most : `${least} to ${most}`}) either way; prices and demand are doubts of their own.`;
};

/**
 * The scenarios by what they are worth on one axis, with their range and the figures a
 * board asks for.
 * @param shown the plan the report is about
 * @param cases scenarios that build the same as another on other assumptions
 */
export function rankingBars(
  ranked: readonly RankedPlan[], shown: PlanCore, cases: ReadonlySet<string>,
): Bars {
  const print = printOfPlan(shown);
  const scales = beside.map(([key, unit]) => showing(headlineValue(shown, key),
    columnScaleOf(ranked.map((each) => valueOf(each, key)), unit, print)));
  const ranges = ranked.flatMap(({ ranked: { npvUsd } }) => npvUsd ?? []);
  // The bars carry the unit of the column beside them, however far a range reaches.
  const money = scales[0] ?? columnScaleOf([], 'USD', print);
  const axis = axisOf([0, ...ranges.flatMap(({ low, high }) => [low, high])], money);
  const origin = axis.place(0);
  return {
    id: 'ranking', caption: ranked.length === 1 ? 'What the plan is worth, and its range'
      : 'Scenarios by what they are worth',
    note: ranges.length === 0 ? '' : errorOf(ranked), nameHead: 'Scenario', barHead: headOn('NPV', money),
    columns: beside.map(([, , label], i) => {
      const scale = scales[i];
      return scale === undefined ? '' : headOn(label, scale);
    }),
    origin, ticks: ranges.length === 0 ? [] : axis.ticks,
    rows: ranked.map((each): BarRow => {
      const { npvUsd, name, id, error } = each.ranked;
      const at = npvUsd === null ? origin : axis.place(npvUsd.value);
      return {
        name, strong: id === shown.inputs.scenario.id,
        detail: [...(cases.has(id) ? ['other assumptions'] : []),
          ...(each.plan !== null && npvUsd !== null && doubtsOf(measuresOf(each.plan)).length > 0
            ? ['far beyond any peer'] : [])].join('; '),
        marks: npvUsd === null ? [] : [{ from: Math.min(origin, at), to: Math.max(origin, at),
          tone: npvUsd.value < 0 ? 'loss' : 'gain' }],
        whisker: npvUsd === null || error === null ? null
          : [axis.place(npvUsd.low), axis.place(npvUsd.high)],
        why: npvUsd === null ? whyNot(each) : '',
        cells: beside.map(([key], i) => {
          const scale = scales[i];
          return scale === undefined ? '–' : printOn(scale, valueOf(each, key));
        }),
      };
    }),
  };
}

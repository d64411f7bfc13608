import type { Catalog } from '../catalog/types.ts';
import { doubtsOf } from '../reality/doubts.ts';
import type { HeadlineKey, PlanCore } from '../plan/types.ts';
import { describeEvidence, describeProject } from './answer.ts';
import { chart, small, starNote, table, text } from './blocks.ts';
import { choiceOf } from './choice.ts';
import { costLabels } from './cost-labels.ts';
import { isUnbuildable, printHeadline, printPrice } from './figures.ts';
import { brokenLimits } from './limits.ts';
import { frontPriceTable } from './prices.ts';
import type { Ranked } from './ranking.ts';
import { rankingBars, type RankedPlan } from './ranking-bars.ts';
import {
  proposeRecommendation, questionOf, verdictOf, type Standing,
} from './recommendation.ts';
import { headlineDigits, printHeadlineAmount } from './scale.ts';
import type { Block, PlanView, PrintedFigure, Section } from './types.ts';
import { printOfPlan } from './print.ts';
import { riskOf, riskSentence } from './risk.ts';
import { conditions, measuresOf } from './reality.ts';

/** What is known of a plan that has no money. */
const physical: readonly HeadlineKey[] =
  ['racks', 'accelerators', 'facilityMw', 'pueAnnual', 'tokensPerSecondPeak'];

/** The five figures of the first page. */
const headlines: readonly HeadlineKey[] =
  ['npvUsd', 'costPerMTokUsd', 'levelisedPriceUsd', 'paybackMonths', 'capexUsd'];

/** What the first page is written from. */
export interface FrontPage {
  readonly plan: PlanView;
  readonly catalog: Catalog;
  readonly ranked: readonly Ranked[];
  /** Plans of the scenarios ranked, by id. */
  readonly plans: ReadonlyMap<string, PlanCore>;
  /** Scenario that stands for its design; null where all stand alike. */
  readonly shown: string | null;
}

const standingOf = ({ plan, ranked, plans, shown }: FrontPage): Standing =>
  ({ plan, choice: choiceOf(ranked, plans, shown), print: printOfPlan(plan), plans });

/** The question of the first page: the project's own, or the usual one. */
export function frontQuestion(front: FrontPage): string {
  const own = front.plan.inputs.report.values.question.trim();
  return own === '' ? questionOf(standingOf(front)) : own;
}

/** The recommendation: the project's own words, or what follows from the figures. */
export function frontRecommendation(front: FrontPage): string {
  const own = front.plan.inputs.report.values.recommendation.trim();
  return own === '' ? proposeRecommendation(standingOf(front)) : own;
}

/** A headline with its digits cut to what its range bears, and the range beside it. */
function headlineOf(key: HeadlineKey, { plan, ranked }: FrontPage): PrintedFigure {
  const print = printOfPlan(plan);
  const printed = printHeadline(plan, key);
  if (printed.value === null) return printed;
  const drawn = riskOf(plan)?.figures[`headline.${key}`];
  if (drawn !== undefined && drawn.p10 !== null && drawn.p90 !== null
    && (key === 'npvUsd' || key === 'costPerMTokUsd')) {
    const say = (value: number): string => (key === 'npvUsd' ? printHeadlineAmount(value, 2, print)
      : printPrice(value, print));
    return { ...printed, beside: `P10 ${say(drawn.p10)} to P90 ${say(drawn.p90)}` };
  }
  const own = ranked.find(({ id, error }) => id === plan.inputs.scenario.id && error !== null);
  const ranged = key === 'npvUsd' ? own?.npvUsd : key === 'costPerMTokUsd' ? own?.costPerMTokUsd
    : null;
  if (ranged == null) {
    if (key === 'capexUsd') return { ...printed,
      printed: printHeadlineAmount(printed.value, 3, print),
      beside: `${printHeadline(plan, 'racks').printed} racks, ${printHeadline(plan, 'facilityMw').printed}` };
    return key === 'levelisedPriceUsd' ? { ...printed, beside: 'earned over the horizon' }
      : printed;
  }
  const { value, low, high } = ranged;
  if (key === 'costPerMTokUsd') return { ...printed,
    beside: `${printPrice(low, print)} to ${printPrice(high, print)}` };
  return { ...printed, printed: printHeadlineAmount(value, headlineDigits(value, low, high), print),
    beside: `${printHeadlineAmount(low, 2, print)} to ${printHeadlineAmount(high, 2, print)}` };
}

const figuresOf = (front: FrontPage): readonly PrintedFigure[] =>
  (isUnbuildable(front.plan) ? physical : headlines).map((key) => headlineOf(key, front));

/** Rows of scenarios and prices beside which charts still have room on the page. */
const mostRows = 6;

/** Doubts beside which the rest still has room on the page. */
const mostDoubts = 3;

/** The money in pictures, where the page has room for them. */
const pictures = ({ ranked, plan }: FrontPage): readonly Block[] =>
  (isUnbuildable(plan) || doubtsOf(measuresOf(plan)).length > 0
    || ranked.length + plan.inputs.traffic.length > mostRows ? []
    : [chart('cash-flow', 'price-and-cost')]);

/** Every scenario that can be drawn, with what stands beside its bar. */
const rankedPlans = ({ ranked, plans }: FrontPage): readonly RankedPlan[] =>
  ranked.map((each) => ({ ranked: each, plan: plans.get(each.id) ?? null }));

/** The one page a board reads: question, answer, advice, ranking, price, foundation. */
export function frontPage(front: FrontPage): Section {
  const { plan, catalog, ranked } = front;
  const broken = isUnbuildable(plan);
  const standing = standingOf(front);
  const figures = figuresOf(front);
  const advice = frontRecommendation(front);
  const blocks: readonly Block[] = [
    ...(advice === '' ? [] : [{ kind: 'recommendation' as const, text: advice }]),
    ...conditions(plan, doubtsOf(measuresOf(plan)).slice(0, mostDoubts)),
    text(describeProject(plan, catalog)),
    ...(broken ? [{ kind: 'limits' as const, items: brokenLimits(plan) }] : []),
    { kind: 'figures', figures },
    ...(broken ? [] : [riskSentence(plan, false)].flatMap((said) => (said === null ? [] : [small(said)]))),
    ...(broken ? [] : [{ kind: 'labels' as const, items: costLabels(plan) }]),
    ...(ranked.length === 0 ? []
      : [{ kind: 'bars' as const, bars: rankingBars(rankedPlans(front), plan,
        new Set(standing.choice.cases.map(({ id }) => id))) }]),
    ...table(frontPriceTable(plan)),
    ...pictures(front),
    small([describeEvidence(plan),
      ...(figures.some(({ assumed }) => assumed) ? [starNote] : [])].join(' ')),
  ];
  return { id: 'answer', title: verdictOf(standing), layout: 'page',
    scenario: front.shown === null ? plan.inputs.scenario.id : null, blocks };
}

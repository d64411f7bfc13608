import type { PlanCore } from '../plan/types.ts';
import type { Choice } from './choice.ts';
import { doubtsOf } from '../reality/doubts.ts';
import { besidePeers } from '../reality/texts.ts';
import type { RealityMeasure } from '../reality/types.ts';
import { formatQuantity } from '../units/format.ts';
import type { Print } from '../units/print.ts';
import { headlineValue, isUnbuildable, printHeadline } from './figures.ts';
import { valuedAt } from './answer.ts';
import { isolate } from './letters.ts';
import { brokenLimits } from './limits.ts';
import type { Ranged, Ranked } from './ranking.ts';
import { measuresOf } from './reality.ts';
import { headlineDigits, printHeadlineAmount } from './scale.ts';

/** What the first page says in words: all of it follows from these. */
export interface Standing {
  /** The plan the page is about. */
  readonly plan: PlanCore;
  /** Alternatives and cases by worth; none where the host has not ranked them. */
  readonly choice: Choice;
  readonly print: Print;
  /** Plans of the scenarios ranked, by id; without them only its own is looked at. */
  readonly plans?: ReadonlyMap<string, PlanCore>;
}

/** By what a scenario is better than any peer by more than twice. */
function doubtsAbout({ plan, plans }: Standing, id: string): readonly RealityMeasure[] {
  const found = id === plan.inputs.scenario.id ? plan : plans?.get(id);
  return found === undefined ? [] : doubtsOf(measuresOf(found));
}

const amountOf = ({ value, low, high }: Ranged, print: Print): string =>
  printHeadlineAmount(value, headlineDigits(value, low, high), print);

const share = (value: number, print: Print): string =>
  `${(value * 100).toLocaleString(print.locale, { maximumFractionDigits: 0 })} %`;

/** The cause that keeps a plan from being built and what mends it, in words. */
export function causeOf(plan: PlanCore): string {
  const [first] = brokenLimits(plan);
  if (first === undefined) return '';
  return [first.text, first.fix].filter((part) => part !== '')
    .map((part) => part.replace(/\.$/u, '')).join('. ').concat('.');
}

/** The question of the first page where nobody wrote one. */
export const questionOf = ({ plan, choice: { candidates } }: Standing): string =>
  (candidates.length > 1
    ? `Which of ${candidates.length} scenarios should be built, and does it pay?`
    : `Does ${isolate(plan.inputs.project.values.name)} pay, and what does a million tokens cost?`);

/** The answer as a title: what the plan is worth and where it stands among its rivals. */
export function verdictOf(standing: Standing): string {
  const { plan, choice: { candidates }, print } = standing;
  const { name, id } = plan.inputs.scenario;
  if (isUnbuildable(plan))
    return `${isolate(name)} cannot be built as it stands, so it has no money.`;
  const own = candidates.find((each) => each.id === id)?.npvUsd ?? null;
  const npv = headlineValue(plan, 'npvUsd');
  if (npv === null) return `What ${isolate(name)} is worth cannot be said.`;
  const worth = own === null ? printHeadlineAmount(npv, 3, print) : amountOf(own, print);
  if (doubtsAbout(standing, id).length > 0)
    return `${isolate(name)} comes out at ${worth} ${valuedAt(plan)}, far beyond what anyone has published.`;
  const [best] = candidates;
  const at = `${valuedAt(plan)} at ${formatQuantity(plan.inputs.finance.values.discountRate, 'fraction/year', print)}`;
  if (candidates.length < 2 || best === undefined || best.npvUsd === null)
    return `${isolate(name)} is worth ${worth} ${at}.`;
  return best.id === id
    ? `Of ${candidates.length} scenarios ${isolate(name)} is worth most: ${worth} ${at}.`
    : `${isolate(name)} is worth ${worth} ${at}; ${isolate(best.name)} is worth ${amountOf(best.npvUsd, print)}.`;
}

const figure = ({ figures }: PlanCore, key: string): number | null =>
  figures[`economics.${key}`]?.value ?? null;

/** Where the plan begins to pay, as far as one input alone can bring it there. */
function breakEvenOf(plan: PlanCore, print: Print): string {
  const use = figure(plan, 'breakEvenUtilisation');
  const demand = figure(plan, 'breakEvenDemandMultiple');
  const price = figure(plan, 'breakEvenPriceMultiple');
  const { mode, utilisation } = plan.inputs.demand.values;
  const parts = [
    ...(use !== null && use > 0
      ? [`a utilisation of ${share(use, print)}, where ${share(utilisation, print)} is assumed`]
      : mode === 'tokens' && demand !== null && demand > 0
        ? [`${share(demand, print)} of the demand assumed`] : []),
    ...(price === null || price <= 0 ? []
      : [`${share(price, print)} of the token prices in use`]),
  ];
  return parts.length === 0 ? '' : `Before tax and debt it breaks even at ${parts.join(', or at ')}.`;
}

/** The next scenario in the ranking, and whether the model can tell the two apart. */
function nextOf([first, second]: readonly Ranked[], print: Print): string {
  if (first?.npvUsd == null || second?.npvUsd == null) return '';
  const apart = second.npvUsd.high < first.npvUsd.low ? ''
    : '; the stated error of the model does not tell the two apart';
  return `${isolate(second.name)} follows with ${amountOf(second.npvUsd, print)}${apart}.`;
}

/** What the same design is worth on other assumptions, and which of them nobody achieves. */
function casesOf(standing: Standing): string {
  const { choice: { cases }, print } = standing;
  const known = cases.flatMap(({ id, name, npvUsd }) => (npvUsd === null ? []
    : [`${amountOf(npvUsd, print)} under ${isolate(name)}${
      doubtsAbout(standing, id).length === 0 ? '' : ' (far beyond what anyone has published)'}`]));
  return known.length === 0 ? ''
    : `On other assumptions the same design is worth ${known.slice(0, mostCases).join(', ')}.`;
}

/** Cases a sentence has room for. */
const mostCases = 4;

/** What to do with the best scenario there is. */
function adviceOn(
  best: Ranked, npv: Ranged, print: Print, subject: string,
): string {
  const name = isolate(best.name);
  const error = best.error === null ? '' : share(best.error, print);
  const amount = (usd: number): string => printHeadlineAmount(usd, 2, print);
  if (npv.value < 0)
    return `Do not commit at these terms: ${subject} loses ${amount(-npv.value)}.`;
  if (error === '') return `Build ${name}.`;
  if (npv.low >= 0)
    return `Build ${name}: were throughput ${error} lower, as far as the model may be off, it would still be worth ${amount(npv.low)}.`;
  return `Prefer ${name}, but have its throughput confirmed by a measurement before ordering: were it ${error} lower, as far as the model may be off, the plan would lose ${amount(-npv.low)}.`;
}

/** Measures a sentence has room for. */
const mostDoubts = 3;

/** What to do with a scenario that is better than any peer by more than twice. */
function adviceOnDoubted(
  { name }: Ranked, doubts: readonly RealityMeasure[], print: Print,
): string {
  const named = doubts.slice(0, mostDoubts).map((measure) => besidePeers(measure, print));
  return `Do not commit on the figures of ${isolate(name)}: ${named.join('; ')}. Have what they rest on shown by others first.`;
}

/**
 * A recommendation that follows from the figures, for a person to take over or replace.
 */
export function proposeRecommendation(standing: Standing): string {
  const { plan, choice: { candidates }, print } = standing;
  const [best] = candidates;
  if (best === undefined) return '';
  const single = candidates.length === 1;
  if (best.npvUsd === null) {
    const none = single ? 'the plan cannot' : 'no scenario can';
    return isUnbuildable(plan)
      ? `Do not commit: ${none} be built as it stands. What is in the way and what mends it stands below.`
      : `Nothing can be recommended yet. ${printHeadline(plan, 'npvUsd').why}`;
  }
  const isOwn = best.id === plan.inputs.scenario.id;
  const doubts = best.npvUsd.value < 0 ? [] : doubtsAbout(standing, best.id);
  if (doubts.length > 0) {
    return [adviceOnDoubted(best, doubts, print), nextOf(candidates, print),
      single ? casesOf(standing) : ''].filter((part) => part !== '').join(' ');
  }
  return [
    adviceOn(best, best.npvUsd, print,
      single ? 'the plan' : `even ${isolate(best.name)}, the best of them,`),
    isOwn ? breakEvenOf(plan, print) : '', nextOf(candidates, print),
    single ? casesOf(standing) : '',
  ].filter((part) => part !== '').join(' ');
}

import type { Catalog } from '../catalog/types.ts';
import type { PlanCore } from '../plan/types.ts';
import { formatQuantity } from '../units/format.ts';
import type { Print } from '../units/print.ts';
import type { Unit } from '../units/unit.ts';
import {
  headlineValue, isUnbuildable, layerName, printFigure, printHeadline, printPrice,
} from './figures.ts';
import { entryName } from './inputs.ts';
import { isolate } from './letters.ts';
import { monthLabel } from './periods.ts';
import { printOfPlan } from './print.ts';

const lookOf = (plan: PlanCore): Print => printOfPlan(plan);

/** Prints quantities as the plan's project does. */
const printerOf = (plan: PlanCore) => {
  const look = lookOf(plan);
  return (value: number | null, unit: Unit): string => formatQuantity(value, unit, look);
};

/**
 * Sentences computed from the plan. Each says only what the figures printed beside it
 * bear out.
 */

/** What the plan is: systems, power, site, models, horizon. */
export function describeProject(plan: PlanCore, catalog: Catalog): string {
  const print = printerOf(plan);
  const { demand, project, site, traffic } = plan.inputs;
  const [racks, accelerators, facilityMw] =
    (['racks', 'accelerators', 'facilityMw'] as const).map(
      (name) => headlineValue(plan, name),
    );
  const served = traffic
    .map(({ values }) =>
      `${isolate(values.name)} (${entryName(catalog, 'models', values.model)})`)
    .join(', ');
  const plant =
    racks == null || accelerators == null || racks === 0
      ? 'No rack is in service to'
      : `${print(racks, 'count')} racks with ${print(accelerators, 'count')} accelerators`;
  const drawn =
    facilityMw == null
      ? ''
      : ` draw up to ${print(facilityMw, 'MW')} of the ${print(site.values.utilityMw, 'MW')} provided and`;
  const horizon = print(demand.values.horizonMonths, 'month');
  const start = monthLabel(project.values.startMonth, 0);
  return `${plant}${drawn} serve ${served === '' ? 'no traffic' : served} over ${horizon} from ${start}.`;
}

/** The answer to the one question: what a million tokens costs and earns here. */
export function describeAnswer(plan: PlanCore): string {
  const cost = headlineValue(plan, 'costPerMTokUsd');
  if (isUnbuildable(plan)) {
    return 'What a million tokens costs here cannot be said: the plan cannot be built as it '
      + 'stands.';
  }
  if (cost === null) {
    return `What a million tokens costs here cannot be said. ${printHeadline(plan, 'costPerMTokUsd').why}`;
  }
  const price = headlineValue(plan, 'levelisedPriceUsd');
  const lcot = headlineValue(plan, 'lcotNominalUsd');
  const against = lcot === null ? ''
    : `, against a levelised cost of ${printPrice(lcot, lookOf(plan))}`;
  const earned =
    price === null
      ? `what it earns cannot be said: ${printHeadline(plan, 'levelisedPriceUsd').why}`
      : `earns ${printPrice(price, lookOf(plan))} levelised over the horizon${against}.`;
  return `A million tokens costs ${printPrice(cost, lookOf(plan))} and ${earned} ${describeWorth(plan)}`;
}

/**
 * The day a plan is valued at: its flows are counted at the ends of months, so that month 0
 * ends where month 1 begins.
 */
export const valuedAt = ({ inputs }: PlanCore): string =>
  `as of ${monthLabel(inputs.project.values.startMonth, 0)}`;

/** When money is first spent or earned, where that is before the day a plan is valued at. */
export const spentBefore = ({ inputs, firstMonth }: PlanCore): string | null =>
  (firstMonth >= 1 ? null : monthLabel(inputs.project.values.startMonth, firstMonth - 1));

function describeWorth(plan: PlanCore): string {
  const print = printerOf(plan);
  const npv = headlineValue(plan, 'npvUsd');
  if (npv === null) return 'Its net present value cannot be computed.';
  const rate = print(plan.inputs.finance.values.discountRate, 'fraction/year');
  const verdict = npv < 0 ? ': it destroys value as it stands' : '';
  const spent = spentBefore(plan);
  const before = spent === null ? '' : `; money is spent from ${spent} on`;
  return `At a discount rate of ${rate} the plan is worth ${print(npv, 'USD')} ${valuedAt(plan)}, the start of its first month${before}${verdict}.`;
}

/** What the cost consists of, and what half the load would do to it. */
export function describeCost(plan: PlanCore): string {
  const print = printerOf(plan);
  const total = plan.costStack.reduce((all, layer) => all + layer.usdPerMTok, 0);
  if (total <= 0) return '';
  const fixed = fixedShare(plan);
  const share = (part: number): string => print(part / total, 'fraction');
  const parts = plan.costStack
    .toSorted((a, b) => b.usdPerMTok - a.usdPerMTok)
    .slice(0, 2)
    .map((layer) => `${layerName(layer).toLowerCase()} (${share(layer.usdPerMTok)})`);
  const largest = `The largest part of it is ${parts.join(', then ')}.`;
  if (fixed === null) return largest;
  return [
    largest,
    `${print(fixed, 'fraction')} of the unit cost is fixed: with half the tokens served and nothing else changed,`,
    `a million tokens would cost about ${printPrice(total * (1 + fixed), lookOf(plan))}.`,
  ].join(' ');
}

/**
 * Share of the economic cost that is there whatever the load: fixed cost / economic cost,
 * as the plan has both.
 * @returns null where the plan lacks either
 */
export function fixedShare({ figures }: PlanCore): number | null {
  const fixed = figures['economics.fixedCostUsd']?.value ?? null;
  const total = figures['economics.economicCostUsd']?.value ?? null;
  return fixed === null || total === null || total <= 0 ? null : fixed / total;
}

/** How often a flow changes sign, zeros aside. */
export function countSignChanges(values: Iterable<number>): number {
  let last = 0;
  let changes = 0;
  for (const value of values) {
    const sign = Math.sign(value);
    if (sign === 0 || Number.isNaN(sign)) continue;
    if (last !== 0 && sign !== last) changes += 1;
    last = sign;
  }
  return changes;
}

const timesInWords = (count: number): string =>
  (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

/** What can honestly be said about the internal rate of return: none, one, or several roots. */
export function describeReturn(plan: PlanCore): string {
  const print = printerOf(plan);
  const changes = countSignChanges(plan.series['economics.netCashFlowUsd']?.values ?? []);
  const turns = `the monthly cash flow changes sign ${timesInWords(changes)}`;
  const mirr = headlineValue(plan, 'mirr');
  const beside =
    mirr === null
      ? ''
      : ` MIRR, which has one answer by construction, is ${print(mirr, 'fraction/year')}.`;
  const rates = plan.irr.map((rate) => print(rate, 'fraction/year'));
  const quoted = headlineValue(plan, 'irr');
  if (rates.length === 0) {
    const irr = plan.figures['headline.irr'];
    const { why } = printFigure('headline.irr', 'IRR', irr, lookOf(plan));
    if (irr?.absent?.code === 'not-buildable') return why;
    return `No internal rate of return exists; ${turns}. ${why}${beside}`;
  }
  if (quoted !== null) {
    const others = plan.irr.filter((rate) => rate !== quoted)
      .map((rate) => print(rate, 'fraction/year'));
    const rest = others.length === 0 ? 'no other rate above −100 % fits'
      : `beside it only ${others.join(', ')} fits, at which nearly all is lost in a year`;
    return `The internal rate of return is ${print(quoted, 'fraction/year')}; ${turns}, and ${rest}.${beside}`;
  }
  const all = `${rates.length} rates make the present value zero (${rates.join(', ')})`;
  return `${all}, because ${turns}: none of them alone is the return.${beside}`;
}

/** What share of the inputs rests on which evidence. */
export function describeEvidence(plan: PlanCore): string {
  const { inputs, byEvidence } = plan.provenance;
  if (inputs === 0) return 'No input is in use.';
  const changed = plan.inputsInUse.filter(({ active, changed: set }) => active && set).length;
  return [
    `Of ${inputs} inputs in use, ${byEvidence.assumed} are planning assumptions without a public source,`,
    `${changed} were entered for this project, and the rest are design choices or cited defaults.`,
  ].join(' ');
}

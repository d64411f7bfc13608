import type { Catalog } from '../catalog/types.ts';
import type { PlanCore } from '../plan/types.ts';
import { formatQuantity } from '../units/format.ts';
import { headlineValue, layerName, printPrice } from './figures.ts';
import { entryName } from './inputs.ts';
import { monthLabel } from './periods.ts';

/** Sentences computed from the plan. Each says only what the figures printed beside it bear out. */

const print = formatQuantity;

/** What the plan is: systems, power, site, models, horizon. */
export function describeProject(plan: PlanCore, catalog: Catalog): string {
  const { inputs } = plan;
  const racks = headlineValue(plan, 'racks');
  const accelerators = headlineValue(plan, 'accelerators');
  const power = headlineValue(plan, 'facilityMw');
  const classes = inputs.traffic.map((t) => `${t.values.name} (${entryName(catalog, 'models', t.values.model)})`).join(', ');
  const plant = racks === null || accelerators === null ? 'No rack is in service'
    : `${print(racks, 'count')} racks with ${print(accelerators, 'count')} accelerators`;
  const drawn = power === null ? '' : ` draw up to ${print(power, 'MW')} of the ${print(inputs.site.values.utilityMw, 'MW')} the utility provides and`;
  return `${plant}${drawn} serve ${classes === '' ? 'no traffic' : classes} over ${print(inputs.demand.values.horizonMonths, 'month')} from ${monthLabel(inputs.project.values.startMonth, 0)}.`;
}

/** The answer to the one question: what a million tokens costs and earns here. */
export function describeAnswer(plan: PlanCore): string {
  const cost = headlineValue(plan, 'costPerMTokUsd');
  const price = headlineValue(plan, 'levelisedPriceUsd');
  const npv = headlineValue(plan, 'npvUsd');
  if (cost === null) return 'A million tokens has no cost here, because none is served within the horizon.';
  const rate = print(plan.inputs.finance.values.discountRate, 'fraction/year');
  const worth = npv === null ? 'Its net present value cannot be computed.'
    : `At a discount rate of ${rate} the plan is worth ${print(npv, 'USD')} today${npv < 0 ? ': it destroys value as it stands' : ''}.`;
  const lcot = headlineValue(plan, 'lcotNominalUsd');
  const earned = price === null ? 'it is not sold at any price'
    : `earns ${printPrice(price)} levelised over the horizon${lcot === null ? '' : `, against a levelised cost of ${printPrice(lcot)}`}`;
  return `A million tokens costs ${printPrice(cost)} and ${earned}. ${worth}`;
}

/** What the cost consists of, and what half the load would do to it. */
export function describeCost(plan: PlanCore): string {
  const total = plan.costStack.reduce((sum, layer) => sum + layer.usdPerMTok, 0);
  if (total <= 0) return '';
  const [first, second] = plan.costStack.toSorted((a, b) => b.usdPerMTok - a.usdPerMTok);
  const fixed = plan.costStack.filter((layer) => layer.fixed).reduce((sum, layer) => sum + layer.usdPerMTok, 0);
  const share = (part: number): string => print(part / total, 'fraction');
  const largest = first === undefined ? '' : `The largest part of it is ${layerName(first).toLowerCase()} (${share(first.usdPerMTok)})`;
  const next = second === undefined ? '' : `, then ${layerName(second).toLowerCase()} (${share(second.usdPerMTok)})`;
  return `${largest}${next}. ${share(fixed)} of the unit cost is fixed: with half the tokens served and nothing else changed, a million tokens would cost about ${printPrice(fixed * 2 + total - fixed)}.`;
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

/** What can honestly be said about the internal rate of return: none, one, or several roots. */
export function describeReturn(plan: PlanCore): string {
  const flow = plan.series['economics.netCashFlowUsd']?.values ?? [];
  const changes = countSignChanges(flow);
  const times = `${changes} time${changes === 1 ? '' : 's'}`;
  const mirr = headlineValue(plan, 'mirr');
  const beside = mirr === null ? '' : ` MIRR, which has one answer by construction, is ${print(mirr, 'fraction/year')}.`;
  const [first] = plan.irr;
  if (first === undefined) {
    return `No internal rate of return exists: the monthly cash flow changes sign ${times} and no rate makes its present value zero.${beside}`;
  }
  if (plan.irr.length === 1) {
    return `The internal rate of return is ${print(first, 'fraction/year')}; the cash flow changes sign ${times} and this is its only rate above -100 %.${beside}`;
  }
  return `${plan.irr.length} rates make the present value zero (${plan.irr.map((rate) => print(rate, 'fraction/year')).join(', ')}), because the cash flow changes sign ${times}: none of them alone is the return.${beside}`;
}

/** What share of the inputs rests on which evidence. */
export function describeEvidence(plan: PlanCore): string {
  const { inputs, byEvidence } = plan.provenance;
  if (inputs === 0) return 'No input is in use.';
  const changed = plan.inputsInUse.filter((input) => input.changed).length;
  return `Of ${inputs} inputs in use, ${byEvidence.assumed} are planning assumptions without a public source, ${changed} were entered for this project, and the rest are design choices or cited defaults.`;
}

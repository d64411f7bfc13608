import type { Formula } from '../../units/figure.ts';

const design = 'AI Factory Planner methodology';
const f = <const I extends string>(id: I, label: string, expression: string, source = design): Formula & { readonly id: I } => ({ id, label, expression, source });

/** Every formula a displayed figure names. The inspector shows the expression with the figure's own inputs. */
const register = [
  f('input', 'Entered value', 'the value of the input field'),
  f('catalog', 'Catalogue value', 'the cited figure of the catalogue entry'),
  f('inference.speed', 'Speed per user', 'a / T_step, tokens committed per step over step time, in the serving loop', 'Roofline with calibrated overheads; see shared/inference/README.md'),
  f('inference.throughput', 'Output throughput per accelerator', 'C x OSL / (TTFT + (OSL - 1) x TPOT) / accelerators', 'Little’s law on the closed serving loop'),
  f('inference.ttft', 'Time to first token', 't0 + T_prefill + T_step + waiting, as a range'),
  f('facility.rackKw', 'Power of a rack', 'systems per rack x power of a system x power cap + power of the devices beside them'),
  f('facility.racks', 'Racks', 'floor(least of: power, liquid cooling, air cooling, weight, positions over the need of one rack)'),
  f('facility.accelerators', 'Accelerators', 'sum over groups of racks x systems per rack x accelerators per system, most in service at once'),
  f('facility.itKw', 'IT power', 'sum of rack power at full load + network power'),
  f('facility.facilityKw', 'Facility power', 'IT power x peak PUE'),
  f('facility.pueAnnual', 'Annual PUE', '1 + (electrical losses + lighting + cooling energy) / IT energy, over the climate bins', 'ISO/IEC 30134-2 definition; Lei & Masanet 2022 for plant models'),
  f('facility.puePeak', 'Peak PUE', 'the same ratio in the design hour', 'ISO/IEC 30134-2 definition'),
  f('facility.wue', 'WUE', 'water evaporated, blown down and lost per kWh of IT energy', 'ISO/IEC 30134-9 definition; Lei & Masanet 2022'),
  f('facility.halls', 'Halls', 'entered, or ceil(racks of all kinds / positions of a hall), more where another limit binds'),
  f('facility.positions', 'Rack positions', 'halls x rows x floor((length - 2 edges) / rack width); rows alternate cold aisle, row, hot aisle, row'),
  f('facility.positionsUsed', 'Positions taken', 'compute + network + storage + CDU racks in service in the busiest month'),
  f('facility.area', 'Hall area', 'halls x length x width'),
  f('facility.floorLoad', 'Load under a rack', 'weight of the heaviest rack / (rack width x rack depth)'),
  f('facility.cdus', 'Coolant distribution units', 'ceil(liquid heat / rating of a unit) + spares x halls'),
  f('facility.networkRacks', 'Network racks', 'ceil(switches / switches per rack)'),
  f('facility.devicePorts', 'Ports of devices', 'sum over device types of (network + management ports) x devices in a rack x racks'),
  f('facility.cue', 'CUE', 'annual PUE x grid carbon, per kWh of IT energy', 'ISO/IEC 30134-8 definition'),
  f('facility.coolingPpue', 'Cooling pPUE', '(IT + fans + pumps + chillers + heat rejection) / IT, over the year', 'ISO/IEC 30134-2 definition'),
  f('facility.water', 'Water in a year', 'water per hour of the mean hour x 8760'),
  f('facility.chillerHours', 'Chiller hours', 'hours of the year in which a chiller runs'),
  f('facility.availability', 'Capacity delivered', '(1 - planned hours / 8766) x building availability / (1 + failures x accelerators of an instance x repair hours / 8766)', 'Failure rates: Llama 3 Herd of Models, table 5'),
  f('facility.availabilityInterval', 'Capacity delivered, 5 to 95 %', 'the same with the failure rate x (1 -+ 1.645 sqrt(1 / failures counted + 1 / failures expected))'),
  f('facility.spares', 'Spare accelerators', 'fewest s with P(failures in the replacement time <= s) >= target, Poisson'),
  f('power.upsBlocks', 'UPS blocks', 'blocks of the redundancy scheme whose survivors carry every rack', 'Reference cases of distributed redundancy'),
  f('power.busiest', 'Busiest UPS block', 'sum over its racks of power at the UPS / blocks that feed the rack'),
  f('power.busiestWorst', 'After the worst failure', 'the lost block’s load moves wholly to the survivor of each pair; what no block carries is dropped'),
  f('power.amps', 'Current of a rack', 'P / (sqrt(3) V PF) of the strongest rack; direct current P / V'),
  f('power.busway', 'Busway rating wanted', 'current of the busiest busway with its partner lost / share of the rating for continuous load', 'NEC 210.20'),
  f('power.generators', 'Generator sets', 'ceil(facility power in the design hour / (0.9 x set)) + spares'),
  f('network.switches', 'Switches', 'leaf = ceil(E / (k/2)), spine spread evenly over uplinks, core = ceil(E / k) in three tiers', 'Clos networks; DGX SuperPOD reference architectures'),
  f('network.bisection', 'Bisection', 'share of the NIC rate every accelerator keeps when all talk across the middle of the fabric'),
  f('network.latency', 'Latency', 'hops x switch + length x 5 ns/m + NIC, one way on the longest path'),
  f('network.power', 'Network power', 'switches x power + modules x power'),
  f('network.cost', 'Network cost', '(switches x price + modules x price + cables x price) x (1 + storage and management share)'),
  f('lifecycle.peakSpeed', 'Peak token rate', 'largest month of capacity: tokens per second of all groups in service'),
  f('lifecycle.tokens', 'Tokens served', 'sum over months of min(demand, capacity) hour by hour of the load shape'),
  f('lifecycle.series', 'Month by month', 'see the lifecycle stage: phases, software level, demand and dispatch'),
  f('lifecycle.tokPerMw', 'Tokens per second per MW', 'tokens per second at full load / facility MW'),
  f('lifecycle.joules', 'Energy per token', 'facility energy / tokens served'),
  f('lifecycle.carbon', 'Emissions per million tokens', 'facility energy x grid carbon / tokens served'),
  f('economics.capex', 'Investment', 'sum of all items bought within the horizon'),
  f('economics.opex', 'Operating cost', 'sum over months of all operating lines'),
  f('economics.energy', 'Electricity cost', 'sum over months of energy x price + demand charge'),
  f('economics.revenue', 'Revenue', 'sum over classes and months of paid tokens x price: input, cached, output, less discounts'),
  f('economics.unitCost', 'Cost per million tokens', 'economic cost / tokens: capital recovered at the discount rate over its life, plus operating cost, over tokens served'),
  f('economics.unitCostSplit', 'Cost per million input or output tokens', 'economic cost divided by the allocation rule, conserving the total'),
  f('economics.lcot', 'Levelised cost of tokens', 'sum C_t/(1+r)^t / sum T_t/(1+r)^t', 'Levelised cost as in NREL LCOE, per token'),
  f('economics.lcotReal', 'Levelised cost of tokens, real', 'the same with tokens discounted at the real rate', 'Levelised cost as in NREL LCOE, per token'),
  f('economics.levelisedPrice', 'Levelised price', 'sum P_t T_t d_t / sum T_t d_t'),
  f('economics.npv', 'Net present value', 'sum of monthly flows after tax, discounted to t0'),
  f('economics.irr', 'Internal rate of return', 'every rate above -100 % at which the net present value is 0'),
  f('economics.mirr', 'Modified internal rate of return', '(FV of inflows / PV of outflows)^(1/n) - 1, yearly'),
  f('economics.payback', 'Payback', 'first month from which the cumulative flow stays at or above 0'),
  f('economics.discountedPayback', 'Discounted payback', 'the same with discounted flows'),
  f('economics.roi', 'Return on investment', '(gain - cost) / cost, undiscounted'),
  f('economics.revenueMultiple', 'Revenue multiple', 'revenue / investment; what vendor claims call ROI'),
  f('economics.moic', 'Multiple on invested capital', 'money returned / money paid in'),
  f('economics.dscr', 'Least debt service cover', 'least monthly cash flow available for debt service / debt service'),
  f('economics.layer', 'Part of the unit cost', 'economic cost of the line / tokens served'),
  f('economics.breakEvenUse', 'Break-even utilisation', 'u x (C - V) / (R - V), C cost, V cost that follows the load, R revenue as present values, before tax and debt'),
  f('economics.breakEvenPrice', 'Break-even price multiple', 'k with k (R - S) = C - S, S cost on revenue, as present values before tax and debt'),
  f('economics.breakEvenDecline', 'Break-even price decline', 'x with sum R_flat (1 - x)^t d_t = C, before tax and debt'),
  f('economics.signChanges', 'Sign changes of the flow', 'number of sign changes month to month: at most this many rates of return exist', 'Descartes’ rule of signs'),
  f('economics.projectNpv', 'Project net present value', 'sum of monthly flows before debt, after tax, discounted to t0'),
  f('economics.xirr', 'XIRR', 'the rate at which flows dated to the last day of their months have a value of 0, actual days / 365', 'Microsoft Excel function XIRR'),
  f('economics.projectIrr', 'Project rate of return', 'every rate at which the flow before debt has a net present value of 0'),
  f('economics.profitabilityIndex', 'Profitability index', '1 + net present value / present value of the investment'),
  f('economics.utilisation', 'Utilisation over the life', 'tokens served / tokens that capacity could have served'),
  f('economics.reservation', 'Cost per million tokens of capacity', 'economic cost / tokens that capacity could have served'),
  f('economics.economicCost', 'Economic cost', 'capital recovered at the discount rate over its life + operating cost'),
  f('economics.fixedCost', 'Fixed cost', 'economic cost that is there whatever the load: capital, staff, maintenance, rent, idle energy'),
  f('economics.stranded', 'Stranded cost', 'fixed cost x (1 - utilisation)'),
  f('economics.lcotOwner', 'Owner’s levelised cost of tokens', 'what the owner must be paid per million tokens after tax and debt', 'Levelised cost as in NREL SAM, per token'),
  f('economics.lcotOwnerReal', 'Owner’s levelised cost, real', 'the same with tokens discounted at the real rate', 'Levelised cost as in NREL SAM, per token'),
  f('economics.litres', 'Water per million tokens', 'make-up water / tokens served'),
  f('economics.salvage', 'Residual value', 'sum of what assets are worth when they leave the plan'),
  f('economics.tax', 'Tax', 'state tax + federal tax on profit after the state’s, by plan year'),
  f('economics.unusedLoss', 'Unused tax loss', 'losses carried beyond the horizon'),
  f('economics.debt', 'Debt', 'share of payments before service that is borrowed, with interest and fee added'),
  f('economics.equity', 'Equity', 'uses until the last asset is in service - debt'),
  f('economics.constructionInterest', 'Interest during construction', 'sum over months before service of balance x rate / 12'),
  f('economics.debtFee', 'Upfront fee', 'fee share x amount borrowed'),
  f('economics.dscrAverage', 'Average debt service cover', 'mean over months of cash flow available / debt service'),
  f('economics.debtClosing', 'Debt at the end', 'balance that the tenor leaves at the horizon, repaid from the last flow'),
  f('economics.capexClass', 'Investment of a class', 'sum of the items of the class'),
  f('economics.allocation', 'Cost by an allocation rule', 'economic cost divided by the rule between input and output tokens'),
  f('economics.allocation.total', 'All tokens alike', 'economic cost / all tokens, the same for input and output'),
  f('economics.allocation.output', 'Output tokens only', 'economic cost / output tokens; input is free'),
  f('economics.allocation.resource', 'By accelerator time', 'cost x share of accelerator time of prefill / input tokens; the rest / output tokens'),
  f('economics.allocation.price', 'By price', 'cost divided in the ratio of revenue from input and output'),
  f('economics.allocation.inferencex', 'InferenceX rule', 'cost / input tokens beside cost / output tokens, each carrying the whole cost', 'SemiAnalysis InferenceX methodology'),
  f('economics.conservation', 'Conservation error', '(cost_in x T_in + cost_out x T_out) / cost - 1'),
  f('economics.trafficRevenue', 'Revenue of a traffic class', 'sum over months of paid tokens of the class x price'),
  f('economics.trafficMargin', 'Margin of a traffic class', 'revenue - economic cost x its share of accelerator-hours in service'),
  f('economics.ownership', 'The same design under another ownership', 'the economics of the plan with assets, bills and rent of that mode'),
  f('economics.releaseValue', 'Value of a release', 'result with it and all earlier releases - result with the earlier ones alone'),
  f('economics.line', 'Statement line', 'see the cash-flow statement'),
];

/** Ids of the register: a figure that names a formula nobody wrote down does not compile. */
export type FormulaId = (typeof register)[number]['id'];

export const formulas: readonly Formula[] = register;

const byId: ReadonlyMap<string, Formula> = new Map(formulas.map((x) => [x.id, x]));

/**
 * A formula by id.
 * @throws Error on an unknown id: a figure names a formula nobody wrote down
 */
export function findFormula(id: string): Formula {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`no formula ${id}`);
  return found;
}

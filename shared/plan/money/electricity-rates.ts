import { timeOfUsePrice } from '../../economics/statement/electricity.ts';
import type { OpexLine } from '../../economics/statement/types.ts';
import { shapeFromPeak } from '../../lifecycle/shape.ts';
import type { LifecycleResult } from '../../lifecycle/types.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';
import { afresh, cell, lazily } from '../../units/reading.ts';

const hours = 24;

/** Mean use of capacity over the months in service. */
function meanUse({ total }: LifecycleResult): number {
  const served = total.totalMtok.reduce((a, b) => a + b, 0);
  const capacity = total.capacityMtok.reduce((a, b) => a + b, 0);
  return capacity === 0 ? 0 : served / capacity;
}

/**
 * Price paid on average over the energy price, under a dearer span of hours: hours
 * weighted by the power drawn in them, idle power and a load that follows the daily
 * shape.
 * @example peakHoursMultiple(inputs, () => 0.6) // 1 with a factor of 1
 */
export function peakHoursMultiple(
  inputs: ScenarioInputs, meanUseOfCapacity: () => number,
): number {
  if (inputs.site.values.peakHoursFactor === 1) return 1;
  const { peakHoursFactor, peakFromHour, peakToHour, busiestHour } = inputs.site.values;
  const use = meanUseOfCapacity();
  const { idleShare } = inputs.power.values;
  const daily = shapeFromPeak(inputs.demand.values.peakToAverage);
  const power = Array.from({ length: hours }, (_, hour) => {
    const load = Math.min(1, use * (daily[(hour - busiestHour + hours) % hours] ?? 1));
    return idleShare + (1 - idleShare) * load;
  });
  const inPeak = (hour: number): boolean => peakFromHour < peakToHour
    ? hour >= peakFromHour && hour < peakToHour
    : hour >= peakFromHour || hour < peakToHour;
  return timeOfUsePrice(power, power.map((_, hour) => (inPeak(hour) ? peakHoursFactor : 1)));
}

/** Lines of energy: the market's, which escalates, and the contract's, which does not. */
export function electricityRates(
  inputs: ScenarioInputs, costs: { readonly electricityUsdPerKwh: number },
  lifecycle: LifecycleResult,
): readonly OpexLine[] {
  const { values } = inputs.site;
  const line = { group: 'energy', basis: 'kwh', payer: 'operator' } as const;
  const market = cell(() =>
    costs.electricityUsdPerKwh * peakHoursMultiple(inputs, () => meanUse(lifecycle))
      * (1 - values.ppaShare));
  return [
    lazily<OpexLine>({
      ...line, key: 'electricity', label: 'Electricity', rate: market,
      escalationPerYear: afresh(() => values.electricityEscalation),
    }),
    ...(values.ppaShare === 0 ? [] : [lazily<OpexLine>({
      ...line, key: 'electricity-contract', label: 'Electricity, contract',
      rate: () => values.ppaUsdPerKwh * values.ppaShare,
      escalationPerYear: 0,
    })]),
  ];
}

/** The demand charge, with the tariff's least billing. */
export const demandCharge = ({ site }: ScenarioInputs): OpexLine => lazily<OpexLine>({
  key: 'demand-charge', label: 'Demand charge', group: 'energy', basis: 'kw-peak',
  payer: 'operator', rate: afresh(() => site.values.demandUsdPerKwMonth),
  escalationPerYear: afresh(() => site.values.electricityEscalation),
  minimumKw: afresh(() => site.values.minimumTake * site.values.utilityMw * 1000),
  ratchet: afresh(() => site.values.demandRatchet),
  ratchetMonths: afresh(() => site.values.ratchetMonths),
});

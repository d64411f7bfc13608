import type { Draw, OpexLine } from '../../economics/statement/types.ts';
import type { LifecycleResult } from '../../lifecycle/types.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';
import { newMonths } from '../../units/months.ts';
import { afresh, lazily } from '../../units/reading.ts';
import { fuelUsdPerKwh, generatorsInUse, hasBattery } from '../life/supply-params.ts';

/** Generators and battery as they are bought. */
export interface SupplyItem {
  readonly key: string;
  readonly label: string;
  readonly amountUsd: number;
  readonly serviceMonth: number;
  readonly retireAfterMonth: number | null;
  readonly leadMonths: number;
}

/** A battery is bought again when its life ends, as long as the plan goes on. */
function batteryItems({ battery, demand }: ScenarioInputs): readonly SupplyItem[] {
  const { mw, mwh, usdPerKw, usdPerKwh, month, lifeYears, leadMonths } = battery.values;
  const life = lifeYears * 12;
  const count = Math.max(1, Math.ceil((demand.values.horizonMonths - month + 1) / life));
  return Array.from({ length: count }, (_, at) => ({
    key: at === 0 ? 'battery' : `battery.${at}`,
    label: at === 0 ? 'Battery' : `Battery, replacement ${at}`,
    amountUsd: mw * 1000 * usdPerKw + mwh * 1000 * usdPerKwh,
    serviceMonth: month + at * life,
    retireAfterMonth: at === count - 1 ? null : month + (at + 1) * life - 1, leadMonths,
  }));
}

/**
 * What is bought to make or keep power on the site.
 * @param leadDraws payments before service
 */
export const supplyItems = (
  inputs: ScenarioInputs, leadDraws: (month: number, lead: number) => readonly Draw[],
): readonly (SupplyItem & { readonly draws: readonly Draw[] })[] => [
  ...generatorsInUse(inputs).map(({ key, values }): SupplyItem => ({
    key: `generator.${key}`, label: values.name, amountUsd: values.mw * 1000 * values.usdPerKw,
    serviceMonth: values.month, retireAfterMonth: null, leadMonths: values.leadMonths })),
  ...(hasBattery(inputs) ? batteryItems(inputs) : []),
].map((item) => ({ ...item, draws: leadDraws(item.serviceMonth, item.leadMonths) }));

/** Fuel and upkeep of what the generators deliver, at first prices, each with its rise. */
export const supplyLines = (
  inputs: ScenarioInputs, lifecycle: LifecycleResult,
): readonly OpexLine[] => generatorsInUse(inputs).flatMap(({ key, values }) => {
  const billed = (usdPerKwh: () => number) => afresh(() => {
    const kwh = lifecycle.total.onSite?.generatedKwh.get(key) ?? newMonths(lifecycle.length);
    const each = usdPerKwh();
    return kwh.map((x) => x * each);
  });
  const line = { basis: 'kwh', payer: 'operator', rate: 1 } as const;
  return [
    lazily<OpexLine>({ ...line, key: `fuel.${key}`, label: `Fuel, ${values.name}`,
      group: 'energy', billedUsd: billed(() => fuelUsdPerKwh(values)),
      escalationPerYear: afresh(() => values.fuelEscalation) }),
    lazily<OpexLine>({ ...line, key: `upkeep.${key}`, label: `Upkeep, ${values.name}`,
      group: 'maintenance', billedUsd: billed(() => values.variableUsdPerKwh),
      escalationPerYear: afresh(() =>
        inputs.opex.values.maintenanceEscalation ?? inputs.opex.values.escalation) }),
  ];
});

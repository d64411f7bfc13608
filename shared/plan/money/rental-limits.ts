import { heldShare } from '../../lifecycle/rental.ts';
import type { Resolved, ScenarioInputs } from '../../project/resolve.ts';
import type { Limit, Warning } from '../../units/limit.ts';
import { contractsOf, isRented } from '../entries/rented.ts';
import { termOf } from '../life/rental-terms.ts';

type Contract = Resolved<'rentalContract'>;
type Rented = Pick<ScenarioInputs, 'rackGroup' | 'rentalContract'>;

const percent = (share: number): string => `${Number((share * 100).toPrecision(4))} %`;

/** The month in which contracts of a group hold most of it: one starts in it. */
function fullest(contracts: readonly Contract[]) {
  const heldIn = (month: number): number =>
    contracts.reduce((sum, each) => sum + heldShare(termOf(each), month), 0);
  return contracts.map((last) => ({ last, share: heldIn(last.values.startMonth) }))
    .toSorted((a, b) => b.share - a.share)[0];
}

/** Contracts that together reserve more of a group than there is: one promise is not kept. */
export function contractLimits(inputs: ScenarioInputs): readonly Limit[] {
  return inputs.rackGroup.filter((record) => isRented({ record })).flatMap((record) => {
    const found = fullest(contractsOf(inputs, record.key));
    if (found === undefined || found.share <= 1 + 1e-9) return [];
    const { last: { key, values }, share } = found;
    const where = `rentalContract.${key}.share`;
    const rest = Math.max(0, values.share - (share - 1));
    return [{
      code: 'contracts-over-all', where, limit: 1, value: share, unit: 'fraction' as const,
      broken: true, fix: [{ path: where, value: rest }],
      nearestFix: `Contracts reserve ${percent(share)} of ${record.values.name} in month ${
        values.startMonth}. Set ${where} to ${percent(rest)} or less.`,
    }];
  });
}

const warn = (code: string, key: string, field: string, text: string): Warning =>
  ({ code, where: `rentalContract.${key}.${field}`, text });

/** What must be known of a contract: months of it that the plan does not have. */
function warningsOf(
  { key, values }: Contract, group: Resolved<'rackGroup'>, horizonMonths: number,
): readonly Warning[] {
  const { name, startMonth, termMonths } = values;
  const end = startMonth + termMonths - 1;
  const { retireMonth, startMonth: service } = group.values;
  return [
    ...(!isRented({ record: group }) ? [warn('contract-without-hours', key, 'group',
      `${name} reserves ${group.values.name}, which sells tokens: it earns nothing. Let rackGroup.${
        group.key}.business sell accelerator-hours, or take the contract out of use.`)] : []),
    ...(startMonth > horizonMonths ? [warn('contract-after-plan', key, 'startMonth',
      `${name} starts in month ${startMonth}, after the plan’s last of ${horizonMonths}: it counts for backlog alone.`)]
      : end > horizonMonths ? [warn('contract-beyond-plan', key, 'termMonths',
        `${name} runs to month ${end}, ${end - horizonMonths} months beyond the plan: these count for backlog alone, and nothing is paid ahead for them.`)]
        : []),
    ...(startMonth < service ? [warn('contract-before-service', key, 'startMonth',
      `${name} starts in month ${startMonth}, before ${group.values.name} serves in month ${service}: nothing is paid until then.`)] : []),
    ...(retireMonth !== null && end > retireMonth && retireMonth < horizonMonths
      ? [warn('contract-outlives-racks', key, 'termMonths',
        `${name} runs to month ${end}, and ${group.values.name} is retired after month ${retireMonth}: no hours are there for the rest.`)] : []),
  ];
}

/** Contracts of which the plan does not earn every month, or none. */
export const contractWarnings = (
  inputs: Rented & Pick<ScenarioInputs, 'demand'>,
): readonly Warning[] => inputs.rackGroup.flatMap((group) =>
  inputs.rentalContract.filter(({ values }) => values.inUse && values.group === group.key)
    .flatMap((contract) => warningsOf(contract, group, inputs.demand.values.horizonMonths)));

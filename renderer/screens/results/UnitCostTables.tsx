import { allocationRules } from '../../../shared/economics/statement/types.ts';
import { findFormula } from '../../../shared/plan/figures/formulas.ts';
import { salesByTraffic } from '../../../shared/plan/figures/sales.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { layerName } from '../../../shared/report/figures.ts';
import { requestRows } from '../../../shared/report/requests.ts';
import { FactTable } from '../../components/FactTable.tsx';
import { FigureButton } from './FigureButton.tsx';
import { unitCostText as words } from './unit-cost-text.ts';
import { usePrinter } from '../../state/use-print.ts';

interface Props {
  readonly plan: Plan;
}

/**
 * What of the cost is there whatever the load: the reason why half-empty factories cost
 * twice as much.
 */
export function FixedTable({ plan }: Props) {
  const print = usePrinter();
  const unitCost = plan.stages.economics?.unitCost;
  if (unitCost === undefined || unitCost.economicCostUsd === 0) return null;
  const { economicCostUsd: total, fixedCostUsd: fixed } = unitCost;
  const parts = unitCost.stack.filter(({ usd }) => usd !== 0).toSorted((a, b) => b.usd - a.usd);
  const share = print(fixed / total, 'fraction');
  return (
    <FactTable restsOn="economics.fixedCostUsd" title={words.fixed}
      help={words.fixedHelp(share)} columns={words.fixedColumns} rows={[
        ...parts.map(({ key, label, usd, fixedUsd }) => ({
          key, cells: [nameOf(plan, key, label), print(usd, 'USD'), print(fixedUsd, 'USD'),
            print(fixedUsd / usd, 'fraction')],
        })),
        { key: 'total', strong: true,
          cells: [words.total, print(total, 'USD'), print(fixed, 'USD'), share] },
      ]} />
  );
}

/** The name a cost has in the cost stack, on screen and paper alike. */
function nameOf(plan: Plan, key: string, label: string): string {
  const layer = plan.costStack.find((each) => each.key === key);
  return layer === undefined ? label : layerName(layer);
}

/**
 * Cost per million input and output tokens under every rule, with what each rule recovers
 * too much.
 */
export function AllocationTable({ plan }: Props) {
  const chosen = plan.inputs.finance.values.allocation;
  const button = (key: string) => <FigureButton plan={plan} figureKey={key} />;
  if (plan.stages.economics === null) return null;
  return (
    <FactTable restsOn="headline.costPerMTokUsd" title={words.allocation}
      help={words.allocationHelp} columns={words.allocationColumns}
      rows={allocationRules.map((rule) => ({
        key: rule, strong: rule === chosen, cells: [
          findFormula(`economics.allocation.${rule}`).label,
          button(`economics.allocation.${rule}.input`),
          button(`economics.allocation.${rule}.output`),
          button(`economics.allocation.${rule}.error`),
        ],
      }))} />
  );
}

/** What a request of each class costs, with its mean lengths, and the mean over classes. */
export function RequestTable({ plan }: Props) {
  const print = usePrinter();
  const rows = requestRows(plan);
  if (rows.length === 0) return null;
  return (
    <FactTable restsOn="headline.costPerRequestUsd" title={words.request}
      help={words.requestHelp} columns={words.requestColumns} rows={[
        ...rows.map(({ figureKey, ownHoursKey, name, isl, osl }) => ({
          key: figureKey, cells: [name, print(isl, 'tok'), print(osl, 'tok'),
            <FigureButton key={figureKey} plan={plan} figureKey={figureKey} />,
            <FigureButton key={ownHoursKey} plan={plan} figureKey={ownHoursKey} />],
        })),
        { key: 'mean', strong: true, cells: [words.requestMean, '', '',
          <FigureButton key="mean" plan={plan} figureKey="headline.costPerRequestUsd" />,
          <FigureButton key="own" plan={plan} figureKey="headline.costPerRequestUsd" />] },
      ]} />
  );
}

const breakEvens = [
  'economics.breakEvenUtilisation', 'economics.breakEvenDemandMultiple',
  'economics.breakEvenPriceMultiple',
  'economics.breakEvenDecline', 'economics.utilisation', 'headline.costPerMTokUsd',
  'economics.reservationPerMTokUsd', 'economics.strandedUsd',
  'economics.lcotOwnerNominalUsd', 'economics.projectNpvUsd', 'economics.projectIrr',
  'economics.irrSignChanges', 'economics.unusedLossUsd',
] as const;

/** Where the plan stops paying, and usage beside reservation. */
export function BreakEvenTable({ plan }: Props) {
  return (
    <FactTable title={words.breakEven} help={words.breakEvenHelp}
      columns={words.breakEvenColumns} rows={breakEvens.map((key) => ({
        key, cells: [findFormula(plan.figures[key]?.formula ?? 'input').label,
          <FigureButton key={key} plan={plan} figureKey={key} />],
      }))} />
  );
}

/** What each traffic class earns after its share of the cost. */
export function TrafficTable({ plan }: Props) {
  const print = usePrinter();
  const sales = plan.stages.priced.unpricedTokens.length > 0 ? [] : salesByTraffic(plan.stages);
  if (sales.length === 0) return null;
  return (
    <FactTable restsOn="headline.revenueUsd" title={words.traffic}
      help={words.trafficHelp} columns={words.trafficColumns}
      rows={sales.map(({ key, name, revenueUsd, costUsd, marginUsd }) => ({
        key,
        cells: [name, print(revenueUsd, 'USD'), print(costUsd, 'USD'), print(marginUsd, 'USD')],
      }))} />
  );
}

import { pricesBySchedule } from '../plan/money/tariff-lines.ts';
import type { Plan } from '../plan/types.ts';
import { setByPath } from '../project/path.ts';
import type { ProjectDocument } from '../project/record.ts';
import type { Result } from '../units/result.ts';
import { headOn, printOn, columnScaleOf } from './scale.ts';
import type { Table } from './types.ts';
import { printOfPlan } from './print.ts';

/** What one change of the inputs does to the answer. */
export interface Sensitivity {
  readonly label: string;
  readonly costPerMTokUsd: number | null;
  readonly npvUsd: number | null;
}

/** A change somebody may ask about: the inputs it sets, from what the plan holds now. */
interface Trial {
  readonly label: string;
  readonly settings: (plan: Plan) => readonly (readonly [path: string, value: number])[];
}

/** Round changes a reader can picture; none is a forecast. */
const trials: readonly Trial[] = [
  {
    label: 'A tenth of capacity less is sold',
    settings: ({
      inputs: {
        demand: { values },
      },
    }) =>
      (values.mode === 'utilisation' ? [['demand.utilisation', values.utilisation - 0.1]] : []),
  },
  {
    label: 'Token prices fall 10 points a year faster',
    settings: ({ inputs }) =>
      inputs.traffic.map(
        ({ key, values }) =>
          [`traffic.${key}.priceDecline`, values.priceDecline + 0.1] as const,
      ),
  },
  {
    label: 'Systems cost 20 % more',
    settings: ({ inputs }) =>
      [['capex.systemPriceFactor', inputs.capex.values.systemPriceFactor * 1.2]],
  },
  {
    label: 'Electricity costs 50 % more',
    settings: ({ inputs, stages }) => [pricesBySchedule(inputs)
      ? ['tariff.energyLevel', inputs.tariff.values.energyLevel * 1.5]
      : ['site.electricityUsdPerKwh', stages.priced.costs.electricityUsdPerKwh * 1.5],
    ],
  },
  {
    label: 'Capital costs 3 points more a year',
    settings: ({ inputs }) =>
      [['finance.discountRate', inputs.finance.values.discountRate + 0.03]],
  },
];

export type Evaluate = (document: ProjectDocument) => Result<Plan, unknown>;

/** One change of the inputs, evaluated; nothing where it applies to nothing. */
function tryOne(
  { label, settings }: Trial, plan: Plan, document: ProjectDocument, scenarioId: string,
  evaluate: Evaluate,
): readonly Sensitivity[] {
  const changes = settings(plan);
  let changed = document;
  for (const [path, value] of changes) {
    const next = setByPath(changed, scenarioId, path, value);
    if (!next.ok) return [];
    changed = next.value;
  }
  const outcome = changes.length === 0 ? null : evaluate(changed);
  if (outcome === null || !outcome.ok) return [];
  const { figures } = outcome.value;
  const [costPerMTokUsd = null, npvUsd = null] = [
    figures['headline.costPerMTokUsd']?.value, figures['headline.npvUsd']?.value];
  return costPerMTokUsd === null && npvUsd === null ? [] : [{ label, costPerMTokUsd, npvUsd }];
}

/** The changes one after another, each step with those known so far. */
export function* sensitivitySteps(
  plan: Plan, document: ProjectDocument, scenarioId: string, evaluate: Evaluate,
): Generator<readonly Sensitivity[], readonly Sensitivity[]> {
  let known: readonly Sensitivity[] = [];
  for (const trial of trials) {
    known = [...known, ...tryOne(trial, plan, document, scenarioId, evaluate)];
    yield known;
  }
  return known;
}

/**
 * Evaluates the plan again with one change at a time.
 * @param evaluate the engine, bound to scenario and catalogue
 * @returns a line for each change that applies: one whose value would leave its range, or
 *   that touches
 * nothing, is left out
 */
export function measureSensitivities(
  plan: Plan,
  document: ProjectDocument,
  scenarioId: string,
  evaluate: Evaluate,
): readonly Sensitivity[] {
  return trials.flatMap((trial) => tryOne(trial, plan, document, scenarioId, evaluate));
}

const signed = (value: number | null, print: string): string =>
  (value !== null && value > 0 ? `+${print}` : print);

const minus = (value: number | null, base: number | null): number | null =>
  (value === null || base === null ? null : value - base);

/** The changes as a table, each beside the plan as it stands; units stand in the heads. */
export function sensitivityTable(
  plan: Pick<Plan, 'figures' | 'inputs'>,
  sensitivities: readonly Sensitivity[],
): Table {
  const [cost = null, npv = null] = ['costPerMTokUsd', 'npvUsd'].map(
    (name) => plan.figures[`headline.${name}`]?.value ?? null,
  );
  const print = printOfPlan(plan);
  const unitCost = columnScaleOf(sensitivities.map((each) => each.costPerMTokUsd), 'USD/Mtok', print);
  const money = columnScaleOf([npv, ...sensitivities.map(({ npvUsd }) => npvUsd)], 'USD', print);
  const right = (label: string) => ({ label, unit: 'ratio' as const, align: 'right' as const });
  return {
    id: 'sensitivities',
    caption: '',
    columns: [
      { label: 'If, all else unchanged,', unit: 'text', align: 'left' },
      right(headOn('cost is', unitCost)), right('change, %'),
      right(headOn('and NPV is', money)), right(headOn('change', money)),
    ],
    rows: sensitivities.map(({ label, costPerMTokUsd, npvUsd }) => {
      const rise = costPerMTokUsd === null || cost === null || cost === 0 ? null
        : (costPerMTokUsd / cost - 1) * 100;
      const change = minus(npvUsd, npv);
      return { level: 1, cells: [
        label, printOn(unitCost, costPerMTokUsd),
        rise === null ? '–' : signed(rise, rise.toFixed(1)),
        printOn(money, npvUsd), signed(change, printOn(money, change)),
      ] };
    }),
  };
}

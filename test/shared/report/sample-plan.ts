import type { FrontierPoint } from '../../../shared/inference/types.ts';
import {
  listInputsInUse, summariseProvenance,
} from '../../../shared/plan/figures/inputs-in-use.ts';
import { hashInputs } from '../../../shared/plan/figures/hash.ts';
import {
  headlineKeys,
  type CostLayer,
  type HeadlineKey,
  type PlanCore,
  type Series,
  type StatementLine,
} from '../../../shared/plan/types.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';
import { resolveScenario } from '../../../shared/project/resolve.ts';
import type { Figure } from '../../../shared/units/figure.ts';
import type { Unit } from '../../../shared/units/unit.ts';

/**
 * A plan of 30 months made by hand: round numbers whose sums are easy to check, with
 * every kind of gap.
 */

const headlines: Readonly<Partial<Record<HeadlineKey, readonly [number | null, Unit]>>> = {
  accelerators: [46_080, 'count'],
  racks: [640, 'count'],
  itMw: [84.5, 'MW'],
  facilityMw: [98.7, 'MW'],
  pueAnnual: [1.168, 'ratio'],
  tokPerSecPerMw: [512_345, 'tok/s/MW'],
  capexUsd: [3_412_000_000, 'USD'],
  opexUsd: [401_000_000, 'USD'],
  revenueUsd: [5_100_000_000, 'USD'],
  costPerMTokUsd: [0.21437, 'USD/Mtok'],
  levelisedPriceUsd: [0.31, 'USD/Mtok'],
  npvUsd: [812_345_678, 'USD'],
  paybackMonths: [27, 'month'],
  mirr: [0.183, 'fraction/year'],
  dscrMin: [null, 'ratio'],
  revenueMultiple: [1.49, 'ratio'],
};

function figureOf(name: HeadlineKey): Figure {
  const [value, unit] = headlines[name] ?? [null, 'ratio' as const];
  const key = `headline.${name}`;
  return value === null
    ? { key, value, unit, formula: key, inputs: [], reads: [],
      absent: { code: 'no-debt', detail: '' } }
    : { key, value, unit, formula: key, inputs: [], reads: [] };
}

export const sampleMonths = 30;

const seriesOf = (
  key: string,
  label: string,
  unit: Unit,
  valueAt: (index: number) => number,
): [string, Series] => [
  key,
  {
    key,
    label,
    unit,
    values: Float64Array.from({ length: sampleMonths }, (_, i) => valueAt(i)),
    formula: key,
    inputs: [], reads: [],
  },
];

/** The first six months, before month 1, are construction. */
const serving = (index: number): boolean => index >= 6;

const layers: readonly CostLayer[] = [
  { key: 'systems', label: 'Systems', usdPerMTok: 0.125, fixedUsdPerMTok: 0.125,
    figureKey: 'cost.systems' },
  { key: 'facility', label: 'Facility', usdPerMTok: 0.0625, fixedUsdPerMTok: 0.0625,
    figureKey: 'cost.facility' },
  { key: 'energy', label: 'Energy', usdPerMTok: 0.02687, fixedUsdPerMTok: 0.01,
    figureKey: 'cost.energy' },
];

export function samplePlan(changed: Partial<PlanCore> = {}): PlanCore {
  const template = findTemplate('gb300-100mw');
  if (template === undefined) throw new Error('the template is missing');
  const inputs = resolveScenario(documentOf(template.records), 'base');
  if (!inputs.ok) throw new Error(inputs.error.code);
  const inputsInUse = listInputsInUse(inputs.value);
  return {
    schema: 'aifp.plan/1',
    inputs: inputs.value,
    catalogVersion: '2026.11',
    figures: Object.fromEntries(
      headlineKeys.map((name) => [`headline.${name}`, figureOf(name)]),
    ),
    series: Object.fromEntries([
      seriesOf('lifecycle.racks', 'Racks in service', 'count', (i) => (serving(i) ? 640 : 0)),
      seriesOf('lifecycle.capacityMtok', 'Capacity', 'Mtok', (i) => (serving(i) ? 1000 : 0)),
      seriesOf('lifecycle.servedMtok', 'Tokens served', 'Mtok', (i) => (serving(i) ? 600 : 0)),
      seriesOf('lifecycle.utilisation', 'Utilisation', 'fraction', (i) =>
        serving(i) ? 0.6 : Number.NaN,
      ),
      seriesOf('lifecycle.energyKwh', 'Energy', 'kWh', (i) => (serving(i) ? 6e7 : 0)),
      seriesOf('economics.revenueUsd', 'Revenue', 'USD',
        (i) => (serving(i) ? 2.1e8 - i * 1e6 : 0)),
      seriesOf('economics.opexUsd', 'Operating cost', 'USD', (i) => (serving(i) ? 1.6e7 : 0)),
      seriesOf('economics.capexUsd', 'Investment', 'USD', (i) => (serving(i) ? 0 : 5.68e8)),
      seriesOf('economics.netCashFlowUsd', 'Net cash flow', 'USD', (i) =>
        serving(i) ? 1.9e8 - i * 1e6 : -5.68e8,
      ),
      seriesOf('economics.cumulativeUsd', 'Cumulative', 'USD', (i) =>
        serving(i) ? -3.4e9 + (i - 5) * 1.7e8 : -5.68e8 * (i + 1),
      ),
      seriesOf('economics.costPerMTokUsd', 'Unit cost', 'USD/Mtok', (i) =>
        serving(i) ? 0.21 : Number.NaN,
      ),
      seriesOf('economics.priceUsdPerMTok', 'Price', 'USD/Mtok', (i) =>
        serving(i) ? 0.35 - i * 0.002 : Number.NaN,
      ),
      seriesOf('statement.revenue', 'Revenue', 'USD',
        (i) => (serving(i) ? 2.1e8 - i * 1e6 : 0)),
      seriesOf('statement.opex', 'Operating cost', 'USD', (i) => (serving(i) ? -1.6e7 : 0)),
      seriesOf('statement.opex.energy', 'Energy', 'USD', (i) => (serving(i) ? -4e6 : 0)),
      seriesOf('statement.capex', 'Investment', 'USD', (i) => (serving(i) ? 0 : -5.68e8)),
      seriesOf('statement.equity', 'Net cash flow', 'USD', (i) =>
        serving(i) ? 1.9e8 - i * 1e6 : -5.68e8,
      ),
      seriesOf('statement.reserve', 'Reserve', 'USD', (i) => i * 1e5),
      seriesOf('economics.marginUsd', 'Margin', 'USD',
        (i) => (serving(i) ? 1.9e8 - i * 1e6 : 0)),
    ]),
    statement: [
      line('statement.revenue', 'Revenue', 1, 'statement.equity'),
      line('statement.opex', 'Operating cost', 1, 'statement.equity'),
      line('statement.opex.energy', 'Energy', 2, 'statement.opex'),
      line('statement.capex', 'Investment', 1, 'statement.equity'),
      line('statement.equity', 'Net cash flow', 0, null),
      { ...line('statement.reserve', 'Reserve', 1, null), balance: true },
    ],
    costStack: layers,
    irr: [0.234],
    costBasis: {
      tokens: 'total',
      allocation: 'resource',
      utilisation: 'usage',
      tier: 'own',
      priceYear: '2027',
    },
    inputsInUse,
    limits: [
      {
        code: 'utility-power',
        where: 'site.utilityMw',
        limit: 100,
        value: 98.7,
        unit: 'MW',
        broken: false,
        nearestFix: '',
      },
      {
        code: 'rack-power',
        where: 'rackGroup.chat',
        limit: 120,
        value: 132,
        unit: 'kW',
        broken: true,
        nearestFix: 'Allow 132 kW per rack.',
      },
    ],
    warnings: [
      {
        code: 'modelled',
        where: 'rackGroup.chat',
        text: 'Throughput is modelled; expected error 14 %.',
      },
    ],
    provenance: summariseProvenance(inputsInUse),
    hash: hashInputs(inputs.value, '2026.11'),
    firstMonth: -5,
    ...changed,
  };
}

const line = (
  seriesKey: string,
  label: string,
  level: 0 | 1 | 2,
  parent: string | null,
): StatementLine => ({ seriesKey, label, level, sign: 1, parent, balance: false });

/** A serving point by hand; the step adds up to `tpotMs`. */
export function samplePoint(changed: Partial<FrontierPoint> = {}): FrontierPoint {
  return {
    mode: 'agg',
    framework: 'trtllm',
    tp: 8,
    attentionDp: 1,
    ep: 8,
    concurrency: 256,
    speculativeDraft: 0,
    accelerators: 8,
    prefillAccelerators: null,
    decodeAccelerators: null,
    tokPerSecPerUser: 80,
    outputTokPerSecPerAccelerator: 2560,
    totalTokPerSecPerAccelerator: 23_040,
    tpotMs: 12.5,
    ttftMsLow: 220,
    ttftMsHigh: 900,
    step: {
      weightsMs: 2,
      expertsMs: 4,
      kvMs: 2.5,
      computeMs: 1,
      communicationMs: 1.5,
      overheadMs: 1,
      prefillInterferenceMs: 0.5,
    },
    memory: { weightsGb: 90, kvGb: 120, reservedGb: 20, capacityGb: 288 },
    prefillShare: 0.3,
    source: 'modelled',
    expectedErrorPct: 12,
    nearestMeasurement: null,
    ...changed,
  };
}

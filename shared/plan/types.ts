import type { Figure, TraceInput } from '../units/figure.ts';
import type { Limit, Warning } from '../units/limit.ts';
import type { EvidenceClass } from '../units/provenance.ts';
import type { Unit } from '../units/unit.ts';
import type { ScenarioInputs } from '../project/resolve.ts';

/** One number per month of the horizon (index 0 = month 1), all with the same unit and trace. */
export interface Series {
  readonly key: string;
  readonly label: string;
  readonly unit: Unit;
  readonly values: Float64Array;
  readonly formula: string;
  readonly inputs: readonly TraceInput[];
}

/** Headline figures by name; each stands in `Plan.figures` as `headline.<name>`. */
export const headlineKeys = [
  'accelerators', 'racks', 'itMw', 'facilityMw', 'pueAnnual', 'puePeak', 'wueLPerKwh',
  'tokensPerSecondPeak', 'tokensTotalM', 'tokPerSecPerMw', 'joulesPerToken', 'gCo2PerMTok',
  'capexUsd', 'opexUsd', 'energyUsd', 'revenueUsd', 'costPerMTokUsd', 'costPerMTokInputUsd', 'costPerMTokOutputUsd',
  'lcotNominalUsd', 'lcotRealUsd', 'levelisedPriceUsd',
  'npvUsd', 'mirr', 'paybackMonths', 'discountedPaybackMonths', 'roi', 'revenueMultiple', 'moic', 'dscrMin',
] as const;
export type HeadlineKey = (typeof headlineKeys)[number];

/** The five labels every cost per million tokens carries. */
export interface CostBasis {
  readonly tokens: string;
  readonly allocation: string;
  readonly utilisation: string;
  readonly tier: string;
  readonly priceYear: string;
}

/** One input in use, as the list of assumptions prints it. */
export interface InputInUse {
  readonly path: string;
  readonly label: string;
  readonly unit: Unit;
  readonly value: number | string | boolean | null;
  /** False while the value is the field's default. */
  readonly changed: boolean;
  readonly source: string;
  readonly evidence: EvidenceClass;
  readonly note: string;
}

export interface Provenance {
  readonly inputs: number;
  readonly byEvidence: Readonly<Record<EvidenceClass, number>>;
}

/** The choice of serving point of one rack group and the frontier it was chosen from. */
export interface GroupPlan {
  readonly key: string;
  readonly name: string;
  readonly systemId: string;
  readonly modelId: string;
  readonly trafficKey: string;
  readonly precision: string;
  readonly racks: number;
  readonly accelerators: number;
}

/** One line of the cash-flow statement; its months stand in `Plan.series` under `seriesKey`. */
export interface StatementLine {
  readonly seriesKey: string;
  readonly label: string;
  /** 0 for totals, 1 for lines, 2 for parts of a line. */
  readonly level: 0 | 1 | 2;
  /** Sign with which the line enters the total below it; 0 for figures shown beside the statement. */
  readonly sign: 1 | -1 | 0;
}

/** One layer of the cost of a million tokens; the layers add up to `headline.costPerMTokUsd`. */
export interface CostLayer {
  readonly key: string;
  readonly label: string;
  readonly usdPerMTok: number;
  /** Fixed layers do not fall when fewer tokens are sold. */
  readonly fixed: boolean;
  readonly figureKey: string;
}

/** What `evaluatePlan` returns: immutable, complete, every number traceable. */
export interface PlanCore {
  readonly schema: 'aifp.plan/1';
  readonly inputs: ScenarioInputs;
  readonly catalogVersion: string;
  readonly figures: Readonly<Record<string, Figure>>;
  readonly series: Readonly<Record<string, Series>>;
  /** Lines of the monthly statement in reading order. */
  readonly statement: readonly StatementLine[];
  readonly costStack: readonly CostLayer[];
  readonly irr: readonly number[];
  readonly costBasis: CostBasis;
  readonly inputsInUse: readonly InputInUse[];
  readonly limits: readonly Limit[];
  readonly warnings: readonly Warning[];
  readonly provenance: Provenance;
}

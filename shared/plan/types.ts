import type { Figure, TraceInput, TraceSource } from '../units/figure.ts';
import type { Limit, Warning } from '../units/limit.ts';
import type { EvidenceClass } from '../units/provenance.ts';
import type { Unit } from '../units/unit.ts';
import type { ScenarioInputs } from '../project/resolve.ts';
import type { StageResults } from './stages.ts';

/**
 * One number per month (index 0 is `Plan.firstMonth`), all with the same unit and trace;
 * NaN where there is none.
 */
export interface Series {
  readonly key: string;
  readonly label: string;
  readonly unit: Unit;
  readonly values: Float64Array;
  readonly formula: string;
  readonly inputs: readonly TraceInput[];
  /** Everything the computation of its months read. */
  readonly reads: readonly TraceSource[];
}

/** Headline figures by name; each stands in `Plan.figures` as `headline.<name>`. */
export const headlineKeys = [
  'accelerators', 'racks', 'itMw', 'facilityMw', 'pueAnnual', 'puePeak', 'wueLPerKwh',
  'tokensPerSecondPeak', 'tokensTotalM', 'tokPerSecPerMw', 'joulesPerToken',
  'gCo2PerMTok', 'capexUsd', 'opexUsd', 'energyUsd', 'revenueUsd', 'costPerMTokUsd',
  'costPerMTokInputUsd', 'costPerMTokOutputUsd', 'costPerRequestUsd',
  'costPerAcceleratorHourUsd', 'lcotNominalUsd', 'lcotRealUsd',
  'levelisedPriceUsd', 'npvUsd', 'irr', 'mirr', 'paybackMonths',
  'discountedPaybackMonths', 'roi', 'revenueMultiple', 'moic', 'dscrMin',
  'revenuePerMwYearUsd', 'revenuePerAcceleratorHourUsd', 'wattsPerAccelerator',
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
  /** Date of the source (YYYY, YYYY-MM or YYYY-MM-DD); null where it states none. */
  readonly date: string | null;
  readonly evidence: EvidenceClass;
  readonly note: string;
  /** False while the field's condition is not met and nothing reads it. */
  readonly active: boolean;
}

/** How the inputs that have an effect are known. */
export interface Provenance {
  readonly inputs: number;
  readonly byEvidence: Readonly<Record<EvidenceClass, number>>;
}

/** One line of the cash-flow statement; its months stand in `Plan.series` under `seriesKey`. */
export interface StatementLine {
  readonly seriesKey: string;
  readonly label: string;
  /** 0 for totals, 1 for lines, 2 for parts of a line. */
  readonly level: 0 | 1 | 2;
  /** 1 when the line enters a total, 0 for figures shown beside the statement. */
  readonly sign: 1 | 0;
  /** Series key of the line it adds up to. */
  readonly parent: string | null;
  /** A balance: a year shows its last month, not the sum. */
  readonly balance: boolean;
}

/**
 * One layer of the cost of a million tokens; the layers add up to
 * `headline.costPerMTokUsd`.
 */
export interface CostLayer {
  readonly key: string;
  readonly label: string;
  readonly usdPerMTok: number;
  /** The part of it that does not fall when fewer tokens are sold. */
  readonly fixedUsdPerMTok: number;
  readonly figureKey: string;
}

/** What `evaluatePlan` returns: immutable, complete, every number traceable. */
export interface Plan {
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
  /** Identifies inputs and catalogue version; see `hashInputs`. */
  readonly hash: string;
  /** Month number of the first entry of every series; 1 is the first month of the analysis. */
  readonly firstMonth: number;
  /** What the stages found, for charts and diagrams. */
  readonly stages: StageResults;
}

/** The part of a plan that needs no stage results: what tables and reports read. */
export type PlanCore = Omit<Plan, 'stages'>;

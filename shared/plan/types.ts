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

/** What `evaluatePlan` returns: immutable, complete, every number traceable. */
export interface PlanCore {
  readonly schema: 'aifp.plan/1';
  readonly inputs: ScenarioInputs;
  readonly catalogVersion: string;
  readonly figures: Readonly<Record<string, Figure>>;
  readonly series: Readonly<Record<string, Series>>;
  readonly irr: readonly number[];
  readonly costBasis: CostBasis;
  readonly inputsInUse: readonly InputInUse[];
  readonly limits: readonly Limit[];
  readonly warnings: readonly Warning[];
  readonly provenance: Provenance;
}

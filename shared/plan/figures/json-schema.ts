import { z } from 'zod';
import { evidenceClasses } from '../../units/provenance.ts';
import { headlineKeys } from '../types.ts';

/**
 * The exported form of a plan, `aifp.plan/1`. An absent result is null and explained in
 * `warnings`.
 */
const figure = z.number().nullable();
const text = z.string();

const costBasis = z.strictObject({
  tokens: text, allocation: text, utilisation: text, tier: text, priceYear: text,
});

const serving = z.strictObject({
  mode: text, framework: text, release: text.nullable(), tp: figure, attentionDp: figure,
  ep: figure, concurrency: figure, prefillAccelerators: figure,
  decodeAccelerators: figure,
});

const percentiles = z.strictObject({ p50: z.number(), p90: z.number(), p99: z.number() });

const group = z.strictObject({
  id: text, name: text, system: text, model: text, precision: text, racks: z.number(),
  accelerators: z.number(), serving: serving.nullable(), tokPerSecPerUser: figure,
  outputTokPerSecPerAccelerator: figure, totalTokPerSecPerAccelerator: figure,
  ttftMsLow: figure, ttftMsHigh: figure,
  /** Milliseconds of one decode step by part; `other` are prompts of other requests. */
  step: z.strictObject({
    weights: z.number(), experts: z.number(), kv: z.number(), compute: z.number(),
    communication: z.number(), overhead: z.number(), other: z.number(),
  }).nullable(),
  /** Milliseconds of one prompt by part, on the accelerators that take it. */
  prefill: z.strictObject({
    dense: z.number(), experts: z.number(), attention: z.number(), communication: z.number(),
    overhead: z.number(),
  }).nullable(),
  /** Milliseconds under arrivals at random, and the share of time prefill is busy. */
  latency: z.strictObject({
    ttftMs: percentiles, tpotMs: percentiles, prefillLoad: z.number(),
  }).nullable(),
  /** Mean watts of an accelerator at the point, and of each pool where prefill is apart. */
  watts: z.strictObject({ mean: z.number(), prefill: figure, decode: figure }).nullable(),
  source: z.enum(['measured', 'interpolated', 'modelled']).nullable(),
  expectedErrorPct: figure, nearestMeasurement: text.nullable(), availability: figure,
  availabilityLow: figure, availabilityHigh: figure,
});

const shares = z.record(z.enum(evidenceClasses), z.number());

const perRelease = { npvUsd: figure, costPerMTokUsd: figure, tokensTotalM: figure };

/** Releases in order of month; their values add up to `all` less `without`. */
const roadmap = z.strictObject({
  without: z.strictObject(perRelease), all: z.strictObject(perRelease),
  releases: z.array(z.strictObject({
    key: text, name: text, month: z.number(), inUse: z.boolean(), reaches: z.boolean(),
    ...perRelease,
  })),
});

const economics = z.strictObject({
  irr: z.strictObject({ roots: z.array(z.number()), signChanges: figure, xirr: figure,
    npvProfile: z.array(z.strictObject({ rate: z.number(), npvUsd: z.number() })) }),
  /** Before tax and debt; `utilisation` is a value of the input `demand.utilisation`. */
  breakEven: z.strictObject({
    utilisation: figure, demandMultiple: figure, priceMultiple: figure, declinePerYear: figure,
  }),
  /**
   * The owner's, after tax and debt; `why` says for each absent one why there is none.
   * Null where it was not asked for.
   */
  breakEvenAfterTax: z.strictObject({
    utilisation: figure, priceMultiple: figure, electricityUsdPerKwh: figure,
    declinePerYear: figure, why: z.record(text, text),
  }).nullable().optional(),
  project: z.strictObject({ npvUsd: figure, irr: figure }),
  unitCost: z.strictObject({
    usagePerMTokUsd: figure, reservationPerMTokUsd: figure, utilisation: figure,
    fixedCostUsd: figure, strandedUsd: figure, lcotOwnerNominalUsd: figure,
    lcotOwnerRealUsd: figure,
    allocations: z.array(z.strictObject({
      rule: text, inputUsdPerMTok: figure, outputUsdPerMTok: figure,
      conservationError: figure,
    })),
  }),
  capexByClass: z.record(text, z.number()), unusedLossUsd: figure,
  debt: z.strictObject({
    amountUsd: z.number(), equityUsd: z.number(), usesUsd: z.number(),
    sourcesUsd: z.number(), feeUsd: z.number(), interestDuringConstructionUsd: z.number(),
    dscrMin: figure, dscrMonthMin: figure, dscrAverage: figure, dscrYearMin: figure, llcr: figure,
    shortfallUsd: z.number(), closingBalanceUsd: z.number(),
    repaidAtHorizonUsd: z.number(),
  }).nullable(),
  traffic: z.array(z.strictObject({
    key: text, revenueUsd: z.number(), costUsd: z.number(), marginUsd: z.number(),
  })),
  /** Hours rented out by group and channel; absent where every group serves tokens. */
  rentals: z.array(z.strictObject({
    group: text,
    /** Contracted and not yet earned at the start of each plan year, the first at month 0. */
    backlogUsd: z.array(z.number()),
    channels: z.array(z.strictObject({
      key: text, channel: text, hours: z.number(), utilisation: figure,
      revenueUsd: z.number(), usdPerHour: figure,
    })),
  })).optional(),
  ownership: z.array(z.strictObject({
    mode: text, chosen: z.boolean(), capexUsd: figure, opexUsd: figure,
    costPerMTokUsd: figure, npvUsd: figure, irr: figure, paybackMonths: figure,
  })),
  roadmap: roadmap.nullable(),
});
export type EconomicsJson = z.infer<typeof economics>;

/**
 * A measure beside what others published; `verdict` is null where value or peers are
 * missing, `marked` says that the plan comes out better than its peers by more than twice.
 */
const reality = z.strictObject({
  measure: text, label: text, value: figure, unit: text, low: figure, high: figure,
  peers: z.array(z.strictObject({
    name: text, value: z.number(), date: text.nullable(), source: text,
    evidence: z.enum(evidenceClasses), note: text,
  })),
  verdict: z.enum(['inside', 'above', 'far-above', 'below']).nullable(), marked: z.boolean(),
  responsible: z.array(text), mustBeTrue: text,
});
export type RealityJson = z.infer<typeof reality>;

export const planJsonSchema = z.strictObject({
  schema: z.literal('aifp.plan/1'),
  project: z.strictObject({ name: text, fileVersion: z.number() }),
  scenario: z.strictObject({ id: text, name: text }),
  hash: text,
  headline: z.strictObject({
    ...Object.fromEntries(
      headlineKeys.map((key) => [key, figure]),
    ) as Record<(typeof headlineKeys)[number], typeof figure>,
    irr: z.array(z.number()).nullable(), costBasis,
  }),
  groups: z.array(group),
  facility: z.record(text, z.union([figure, text])),
  network: z.strictObject({
    leaf: figure, spine: figure, core: figure, cables: figure, opticsModules: figure,
    costUsd: figure, powerKw: figure, switchHops: figure, bisectionShare: figure,
    latencyNs: figure,
  }),
  /** What every class sells at; the spread is that of the price of an average token. */
  prices: z.array(z.strictObject({
    class: text, provider: text.nullable(), model: text, inputUsd: figure,
    cachedUsd: figure, outputUsd: figure, blendedUsd: figure, date: text.nullable(),
    source: text, rule: text, listing: text.nullable(), cachedByRatio: z.boolean(),
    spread: z.strictObject({ low: z.number(), high: z.number(), listings: z.number() })
      .nullable(),
  })),
  /** Null where nothing could be priced. */
  economics: economics.nullable().optional(),
  /** Absent where it was not asked for. */
  reality: z.array(reality).optional(),
  inputs: z.array(z.strictObject({
    path: text, value: z.union([z.number(), text, z.boolean(), z.null()]), unit: text,
    changed: z.boolean(), evidence: text,
  })),
  months: z.array(z.record(text, figure)).optional(),
  limits: z.array(z.strictObject({
    code: text, where: text, limit: z.number(), value: z.number(), unit: text,
    broken: z.boolean(), nearestFix: text,
    fix: z.array(z.strictObject({
      path: text, value: z.union([z.number(), text, z.boolean(), z.null()]),
    })).readonly().optional(),
  })),
  warnings: z.array(z.strictObject({
    code: text, where: text, text, figures: z.array(text).optional(),
  })),
  provenance: z.strictObject({ inputs: z.number(), byEvidence: shares,
    npvShareByEvidence: shares.nullable(), unitCostShareByEvidence: shares.nullable() }),
});

export type PlanJson = z.infer<typeof planJsonSchema>;

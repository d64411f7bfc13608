import { unsourced } from './define.ts';
import type { EvidenceClass } from '../units/provenance.ts';
import type { FieldValue } from './field.ts';
import type { FieldPath } from './field-path.ts';

/** What a field table stated as a default before a version changed it. */
export interface DefaultStatement {
  readonly default: FieldValue;
  readonly source: string;
  readonly evidence: EvidenceClass;
  readonly date?: string;
  /** Range the source stated for it, in the field's unit. */
  readonly low?: number;
  readonly high?: number;
}

/**
 * One default that a version changed. What it is now stands in the field table or in a
 * later change.
 */
export interface DefaultChange {
  readonly path: FieldPath;
  readonly before: DefaultStatement;
  /** Reason, in words for the person to whom the newer value is offered. */
  readonly why: string;
}

/** A version of the defaults and what it changed of the one before. */
export interface DefaultsRelease {
  /**
   * A whole number, written as text because a project states it as one of the known
   * versions.
   */
  readonly version: string;
  /** Day it was made, YYYY-MM-DD. */
  readonly date: string;
  readonly changes: readonly DefaultChange[];
}

/** The prices of a class were empty before as well, and stood for medians. */
const medianPrices: readonly DefaultChange[] = (
  ['traffic.inputUsdPerMtok', 'traffic.cachedUsdPerMtok', 'traffic.outputUsdPerMtok'] as const
).map((path) => ({
  path, why: 'An empty price takes that of the listing of the class',
  before: { default: null, source: 'Median of catalogue list prices', evidence: 'derived' },
}));

/**
 * Every version of the defaults that was shipped, oldest first. A project keeps the
 * defaults of its own. To change a default: change it in its field table, add a version
 * here with what stood there before and why, and run `npm run docs`. A new field needs no
 * line: it has its first default in every project.
 */
export const defaultsHistory: readonly DefaultsRelease[] = [
  { version: '1', date: '2026-11-30', changes: [] },
  { version: '2', date: '2026-11-30', changes: [
    { path: 'traffic.listing',
      before: { default: 'former-median', source: 'Median of catalogue list prices',
        evidence: 'derived' },
      why: 'Medians of input and output prices taken apart made pairs nobody offers; a class '
        + 'now sells at one named, dated listing' },
    { path: 'traffic.cachedRatio',
      before: { default: 1, source: 'Cached input sold as input where nobody lists a price',
        evidence: 'assumed' },
      why: 'Providers ask about a fifth of the input price for cached input; at the full '
        + 'price more cache hits raised revenue' },
    ...medianPrices,
    { path: 'demand.utilisation',
      before: { default: 0.6, source: unsourced, evidence: 'assumed' },
      why: 'Three fifths of all capacity sold is more than is reported of anybody.' },
    { path: 'demand.shareOf',
      before: { default: 'all', source: 'Design choice', evidence: 'user' },
      why: 'More cache hits free capacity; that somebody buys it is a claim of its own' },
    { path: 'demand.marketRampMonths',
      before: { default: 0, source: 'Design choice', evidence: 'user' },
      why: 'Customers are found over a year or more; none wait for the first rack.' },
    { path: 'traffic.freeShare',
      before: { default: 0, source: 'Design choice', evidence: 'user' },
      why: 'Some tokens are always given away or used in house' },
    { path: 'traffic.batchShare',
      before: { default: 0, source: 'Design choice', evidence: 'user' },
      why: 'Large providers all sell batch work at half the price' },
    { path: 'traffic.batchDiscount', before: { default: 0.5, source: unsourced,
      evidence: 'assumed' }, why: 'Half the price is what the lists say' },
    { path: 'traffic.priceDecline', before: { default: 0.2, source: unsourced,
      evidence: 'assumed' }, why: 'Listings of one open model fell by a fifth a year' },
    { path: 'plant.pricing',
      before: { default: 'survey', source: 'Design choice', evidence: 'user' },
      why: 'At one price per MW redundancy cost nothing; parts cost what is built of them' },
    { path: 'resilience.facilityAvailability',
      before: { default: 0.99982, source: 'Nominal availability of a Tier III site',
        evidence: 'analyst' },
      why: 'Redundancy, spares and generators had no effect on a typed availability' },
    { path: 'opex.salesShare', before: { default: 0, source: unsourced,
      evidence: 'assumed' }, why: 'Selling, a platform and licences cost something' },
  ] },
];

/** The version whose defaults every file has that states none. */
export const firstDefaults = '1';

/**
 * The newest version of a history: what new projects start with.
 * @example latestVersion([{ version: '1', date: '2026-11-30', changes: [] }]) // '1'
 */
export const latestVersion = (history: readonly DefaultsRelease[]): string =>
  history.at(-1)?.version ?? firstDefaults;

/** The version new projects start with. */
export const latestDefaults: string = latestVersion(defaultsHistory);

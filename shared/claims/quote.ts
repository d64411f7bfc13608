import { requireFigure, type FigureKey } from '../catalog/lookup.ts';
import type { Accelerator, Catalog, TokenPrice } from '../catalog/types.ts';
import type { EvidenceClass, Sourced } from '../units/provenance.ts';
import type { Unit } from '../units/unit.ts';
import type { ClaimInput, Fact, Overrides, Printed, StressCase, StressPlan } from './types.ts';

/**
 * A printed figure and the unit of its last digit.
 * @example printed(0.02, 0.01, '$0.02') // { value: 0.02, step: 0.01, text: '$0.02' }
 */
export const printed = (
  value: number, step: number, text: string,
): Printed => ({ value, step, text });

/**
 * Half a step either way rounds to the printed digits; a hair more absorbs binary
 * fractions.
 */
export const matchesPrinted = (value: number, { value: shown, step }: Printed): boolean =>
  Math.abs(value - shown) <= (step / 2) * (1 + 1e-9);

/** Facts of one source, so that the source is written once per card. */
export function factsOf(source: string, date: string | null, evidence: EvidenceClass) {
  return (key: string, label: string, value: number | string, unit: Unit = 'text',
    more: Partial<Fact> = {}): Fact =>
    ({ key, label, value, unit, source, date, evidence, ...more });
}

/** What the rounding of a printed figure leaves open. */
export const rounding = (
  value: number, step: number,
): { readonly low: number; readonly high: number } =>
  ({ low: value - step / 2, high: value + step / 2 });

/**
 * A suggestion nobody published: always assumed, always with the range in which it is
 * tried.
 */
export const assumed = (
  value: number, unit: Unit, low: number, high: number, why: string,
): Sourced =>
  ({ value, unit, low, high, source: `No public source found; ${why}`, date: null,
    evidence: 'assumed' });

/** A free input whose value is known. */
export const given = (key: string, label: string, unit: Unit, bounds: ClaimInput['bounds'],
  value: Sourced | null): ClaimInput =>
  ({ key, label, unit, bounds, value });

/** A free input nobody published, with what we try instead. */
export function missing(
  key: string, label: string, unit: Unit, bounds: ClaimInput['bounds'], suggested?: Sourced,
): ClaimInput {
  return { key, label, unit, bounds, value: null,
    ...(suggested === undefined ? {} : { suggested }) };
}

/** A figure of an accelerator in the catalogue; null where the catalogue has none. */
export function acceleratorFigure(
  catalog: Catalog, id: string, figure: FigureKey<Accelerator>,
): Sourced | null {
  const entry = catalog.accelerators[id];
  const found = entry === undefined ? null : requireFigure(entry, figure);
  return found?.ok === true ? found.value : null;
}

/** Hourly all-in rate under the hyperscaler tier, the tier vendors quote. */
export const hourlyRate = (
  catalog: Catalog, key: string, label: string, acceleratorId: string,
): ClaimInput =>
  given(key, label, 'USD/h', [0.01, 100],
    acceleratorFigure(catalog, acceleratorId, 'hourlyHyperscalerUsd'));

/** All-in power per accelerator at the utility. */
export const allInKw = (
  catalog: Catalog, key: string, label: string, acceleratorId: string,
): ClaimInput =>
  given(key, label, 'kW/accelerator', [0.05, 50],
    acceleratorFigure(catalog, acceleratorId, 'allInPowerKw'));

/** A listed price by id; null where the catalogue has none. */
export const priceEntry = (catalog: Catalog, id: string): TokenPrice | null =>
  catalog.tokenPrices.find((p) => p.id === id) ?? null;

/** The three ownership tiers of an hourly rate. */
export const tiers = [
  ['Owning, hyperscaler', 'hourlyHyperscalerUsd'], ['Owning, neocloud', 'hourlyNeocloudUsd'],
  ['Three-year rental', 'hourlyRental3yrUsd'],
] as const satisfies readonly (readonly [string, FigureKey<Accelerator>])[];

/** A figure of each accelerator by input key; null where the catalogue lacks one. */
function figuresByInput(
  catalog: Catalog, ids: Readonly<Record<string, string>>, figure: FigureKey<Accelerator>,
): Overrides | null {
  const set: Record<string, number> = {};
  for (const [key, acceleratorId] of Object.entries(ids)) {
    const found = acceleratorFigure(catalog, acceleratorId, figure);
    if (found === null) return null;
    set[key] = found.value;
  }
  return set;
}

/** Inputs set from a catalogue, or no case where it has a gap. */
const caseOf = (label: string, set: Overrides | null): readonly StressCase[] =>
  (set === null ? [] : [{ label, set }]);

/**
 * The claim under each tier for the rates it uses; tiers with a gap in the catalogue are
 * left out.
 */
export const tierCases = (
  catalog: Catalog, rates: Readonly<Record<string, string>>,
): readonly StressCase[] =>
  tiers.flatMap(([label, figure]) => caseOf(label, figuresByInput(catalog, rates, figure)));

/** The same at the rates of today's catalogue. */
export const tiersToday = (
  catalog: Catalog, rates: Readonly<Record<string, string>>,
): readonly StressCase[] =>
  tiers.flatMap(([label, figure]) =>
    caseOf(`${label}, today’s rates`, figuresByInput(catalog, rates, figure)));

/** The claim at today's all-in power. */
export const powerToday = (
  catalog: Catalog, ids: Readonly<Record<string, string>>,
): readonly StressCase[] =>
  caseOf('Today’s all-in power', figuresByInput(catalog, ids, 'allInPowerKw'));

export const applies = (
  ...cases: readonly StressCase[]
): StressPlan => ({ applies: true, cases });
export const without = (reason: string): StressPlan => ({ applies: false, reason });

/** The same input at several values. */
export const stepThrough =
  (key: string, values: readonly (readonly [label: string, value: number])[],
    also: Overrides = {}): readonly StressCase[] =>
  values.map(([label, value]) => ({ label, set: { ...also, [key]: value } }));

/** Shares of capacity sold: full, the planner's default, and a lightly used fleet. */
export const utilisationCases: readonly StressCase[] =
  stepThrough('utilisation', [['100 %', 1], ['60 %', 0.6], ['30 %', 0.3]]);

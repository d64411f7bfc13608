import { builtInCatalog } from '../catalog/catalog.ts';
import type { Catalog } from '../catalog/types.ts';
import { blendedPrice } from '../economics/statement/prices.ts';
import { r1Prices } from './data/rack-inputs.ts';
import { priceEntry } from './quote.ts';
import { requiredTokPerSec } from './revenue.ts';

/**
 * One row of the solution set: what the rack must serve at a price and mix, by horizon.
 * Derived throughout.
 */
export interface SolutionRow {
  readonly price: string;
  readonly inputUsdPerMtok: number;
  readonly outputUsdPerMtok: number;
  readonly source: string;
  readonly isl: number;
  readonly osl: number;
  readonly blendedUsdPerMtok: number;
  readonly required: readonly {
    readonly years: number; readonly tokPerSecPerAccelerator: number
  }[];
}

export interface SolutionOptions {
  readonly revenueUsd: number;
  readonly accelerators: number;
  readonly utilisation: number;
  readonly horizonsYears: readonly number[];
  readonly mixes: readonly (readonly [isl: number, osl: number])[];
}

/** The most favourable reading of the $5M card: one rack, everything sold, the price flat. */
export const rackOptions: SolutionOptions = {
  revenueUsd: 75e6, accelerators: 72, utilisation: 1, horizonsYears: [1, 3, 4, 5],
  mixes: [[8192, 1024], [1024, 1024], [1024, 8192]],
};

/**
 * Total tokens per second and GPU at which a rack earns the claimed revenue at a flat
 * price, for every listed price, mix of lengths and horizon.
 * @returns rows by price, then mix; prices the catalogue does not list are left out
 * @example solutionSet()[0]?.required[1]?.tokPerSecPerAccelerator // 15,037: $0.55/$2.19, 8k/1k, 3 years
 */
export function solutionSet(
  catalog: Catalog = builtInCatalog, options: SolutionOptions = rackOptions,
): readonly SolutionRow[] {
  const { revenueUsd, accelerators, utilisation, horizonsYears, mixes } = options;
  return r1Prices.flatMap(([price, id]): readonly SolutionRow[] => {
    const entry = priceEntry(catalog, id);
    if (entry?.inputUsdPerMtok === undefined || entry.outputUsdPerMtok === undefined) return [];
    const { inputUsdPerMtok: input, outputUsdPerMtok: output } = entry;
    return mixes.map(([isl, osl]) => {
      const usdPerMtok = blendedPrice(isl, osl, 0,
        { input: input.value, cached: input.value, output: output.value });
      const required = horizonsYears.map((years) =>
        ({ years, tokPerSecPerAccelerator: requiredTokPerSec(revenueUsd,
          { accelerators, utilisation, usdPerMtok, years }) }));
      return { price, inputUsdPerMtok: input.value, outputUsdPerMtok: output.value,
        source: input.source, isl,
        osl, blendedUsdPerMtok: usdPerMtok, required };
    });
  });
}

/** Load of a running set may not exceed this share of its rating; AUS-1 reference site. */
export const generatorLoadLimit = 0.9;

/** Generator sets behind a site. */
export interface GeneratorPlant {
  readonly running: number;
  readonly installed: number;
  /** Load of each running set over its rating, with the spares standing. */
  readonly load: number;
}

/**
 * Generator sets for the design hour: running = ceil(peak / (set x limit)), installed =
 * running + spares. Sized on the facility's peak on the design day, never on its yearly
 * mean.
 * @param peakKw facility power in the design hour, >= 0; setKw rating of one set, > 0;
 *   spares sets held back
 * @param loadLimit highest load of a running set, 0..1, above 0
 * @throws RangeError outside those ranges
 * @source AUS-1 reference site: 15,169 kW on 6 sets of 3,000 kW is 84 %, limit 90 %
 * @example sizeGenerators(15_169, 3000, 1) // { running: 6, installed: 7, load: 0.843 }
 */
export function sizeGenerators(
  peakKw: number, setKw: number, spares: number, loadLimit = generatorLoadLimit,
): GeneratorPlant {
  if (!(peakKw >= 0 && Number.isFinite(peakKw))) throw new RangeError(`peakKw is ${peakKw}`);
  if (!(setKw > 0)) throw new RangeError(`setKw is ${setKw}`);
  if (!(loadLimit > 0 && loadLimit <= 1)) throw new RangeError(`loadLimit is ${loadLimit}`);
  if (!(Number.isInteger(spares) && spares >= 0)) throw new RangeError(`spares are ${spares}`);
  const running = Math.ceil(peakKw / (setKw * loadLimit) - 1e-9);
  return running === 0 ? { running: 0, installed: 0, load: 0 }
    : { running, installed: running + spares, load: peakKw / (running * setKw) };
}

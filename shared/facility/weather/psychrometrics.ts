/** Pressure at sea level, kPa. */
const seaLevelKpa = 101.325;

/**
 * Air pressure at a height: 101.325 (1 - 2.25577e-5 z)^5.2559.
 * @returns kPa
 * @source ASHRAE Handbook Fundamentals, standard atmosphere
 * @example pressureKpaAt(0) // 101.325
 */
export function pressureKpaAt(elevationM: number): number {
  return seaLevelKpa * (1 - 2.25577e-5 * elevationM) ** 5.2559;
}

/**
 * Vapour pressure of saturated air over water: 0.61094 exp(17.625 T / (T + 243.04)).
 * @param temperatureC -40..50, within 0.4 %
 * @returns kPa
 * @source Alduchov and Eskridge 1996, J. Appl. Meteorol. 35:601
 * @example saturationKpa(20) // 2.333
 */
export function saturationKpa(temperatureC: number): number {
  return 0.61094 * Math.exp((17.625 * temperatureC) / (temperatureC + 243.04));
}

/** Water over dry air by weight at a vapour pressure. */
const ratioAt = (vapourKpa: number, pressureKpa: number): number =>
  (0.621945 * vapourKpa) / (pressureKpa - vapourKpa);

/**
 * Water in air of a dew point, kg per kg of dry air.
 * @example humidityAtDewPoint(15, 101.325) // 0.01063
 */
export function humidityAtDewPoint(dewPointC: number, pressureKpa: number): number {
  return ratioAt(saturationKpa(dewPointC), pressureKpa);
}

/**
 * Water in air from its dry and wet bulb, kg per kg of dry air, not below 0.
 * Printed tables, which count that real air holds a little more vapour, have 0.9 % more
 * at 30 and 20 C.
 * @source ASHRAE Handbook Fundamentals, ch. 1 (energy balance of the wet bulb)
 * @example humidityRatio(30, 20, 101.325) // 0.01048
 */
export function humidityRatio(dryBulbC: number, wetBulbC: number, pressureKpa: number): number {
  const saturated = ratioAt(saturationKpa(wetBulbC), pressureKpa);
  const water = (2501 - 2.326 * wetBulbC) * saturated - 1.006 * (dryBulbC - wetBulbC);
  return Math.max(0, water / (2501 + 1.86 * dryBulbC - 4.186 * wetBulbC));
}

/**
 * Wet bulb of air from its dry bulb and dew point, by halving; not above the dry bulb.
 * @returns C, within 0.001 K
 * @example wetBulbFromDewPoint(30, 14.9, 101.325) // 20.06
 */
export function wetBulbFromDewPoint(
  dryBulbC: number, dewPointC: number, pressureKpa: number,
): number {
  const target = humidityAtDewPoint(Math.min(dewPointC, dryBulbC), pressureKpa);
  let low = Math.min(dewPointC, dryBulbC) - 0.5;
  let high = dryBulbC;
  while (high - low > 0.001) {
    const middle = (low + high) / 2;
    if (humidityRatio(dryBulbC, middle, pressureKpa) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Heat to evaporate a kilogram of water: -0.0013 T^2 - 2.3097 T + 2500.5 kJ/kg.
 * @source Lei & Masanet 2022, Resources, Conservation & Recycling 182:106323
 * @example latentHeatKjPerKg(20) // 2453.8
 */
export function latentHeatKjPerKg(temperatureC: number): number {
  return -0.0013 * temperatureC * temperatureC - 2.3097 * temperatureC + 2500.5;
}

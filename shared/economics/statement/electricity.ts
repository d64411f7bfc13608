/** Prices by hour of the day, hour 0 first, USD/kWh. */
export type HourTariff = readonly number[];

/**
 * Mean price paid under a time-of-use tariff: prices weighted by the load of their hour.
 * Where nothing is drawn at any hour all hours weigh alike.
 * @param shape load by part of the day, any number of equally long parts in order of the clock
 * @throws RangeError unless the parts and the tariff's hours divide one another
 * @example timeOfUsePrice([2, 0], [...Array(12).fill(0.1), ...Array(12).fill(0.3)]) // 0.1
 */
export function timeOfUsePrice(shape: readonly number[], tariff: HourTariff): number {
  const long = Math.max(shape.length, tariff.length);
  const total = shape.reduce((sum, x) => sum + x, 0);
  if (shape.length === 0 || tariff.length === 0 || long % shape.length !== 0
    || long % tariff.length !== 0
    || !(total >= 0)) {
    throw new RangeError(`a shape of ${shape.length} parts and a tariff of ${tariff.length} do not fit`);
  }
  let cost = 0;
  let load = 0;
  for (let at = 0; at < long; at++) {
    const part = shape[Math.floor((at * shape.length) / long)] ?? 0;
    cost += part * (tariff[Math.floor((at * tariff.length) / long)] ?? 0);
    load += part;
  }
  return load > 0 ? cost / load : tariff.reduce((sum, price) => sum + price, 0) / tariff.length;
}

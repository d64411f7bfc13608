/** Checks an operand of Ohm's and Watt's laws. */
function positive(value: number, what: string): number {
  if (!(value > 0 && Number.isFinite(value))) throw new RangeError(`${what} is ${value}`);
  return value;
}

/**
 * Line current of a balanced three-phase load: I = P / (sqrt(3) V PF).
 * @param kw real power, >= 0; volts line to line, > 0; powerFactor 0..1, above 0
 * @returns A
 * @throws RangeError for volts or power factor outside their range
 * @example Math.round(threePhaseAmps(6 * 132, 480, 0.99)) // 962
 */
export function threePhaseAmps(kw: number, volts: number, powerFactor: number): number {
  if (!(powerFactor > 0 && powerFactor <= 1))
    throw new RangeError(`power factor is ${powerFactor}`);
  return (kw * 1000) / (Math.sqrt(3) * positive(volts, 'voltage') * powerFactor);
}

/**
 * Current of a direct-current load: I = P / V.
 * @param kw >= 0; volts > 0
 * @example dcAmps(132, 800) // 165
 */
export const dcAmps = (kw: number, volts: number): number =>
  (kw * 1000) / positive(volts, 'voltage');

/**
 * Power a three-phase feed carries continuously: P = sqrt(3) V I PF x derating.
 * @param amps breaker or busway rating; derating share of it usable for continuous load,
 *   0.8 by NEC 210.20
 * @returns kW
 * @example Math.round(threePhaseFeedKw(1000, 480, 0.99, 0.8)) // 658
 */
export function threePhaseFeedKw(
  amps: number, volts: number, powerFactor: number, derating: number,
): number {
  const kva = (Math.sqrt(3) * positive(volts, 'voltage') * positive(amps, 'current')) / 1000;
  return kva * powerFactor * derating;
}

/**
 * Power a direct-current feed carries continuously: P = V I x derating.
 * @example dcFeedKw(200, 800, 1) // 160
 */
export const dcFeedKw = (amps: number, volts: number, derating: number): number =>
  (positive(volts, 'voltage') * positive(amps, 'current') * derating) / 1000;

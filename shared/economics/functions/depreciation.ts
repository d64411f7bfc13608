/**
 * Straight-line depreciation per period.
 * @source Microsoft Excel, SLN
 * @example sln(30000, 7500, 10) // 2250
 */
export function sln(cost: number, salvage: number, life: number): number {
  checkLife(life);
  return (cost - salvage) / life;
}

/**
 * Sum-of-years-digits depreciation of a period.
 * @source Microsoft Excel, SYD
 * @param per 1..life
 * @example syd(30000, 7500, 10, 1) // 4090.909090909091
 */
export function syd(cost: number, salvage: number, life: number, per: number): number {
  checkLife(life);
  if (!(per >= 1 && per <= life))
    throw new RangeError(`period ${per} is not within 1 to ${life}`);
  return ((cost - salvage) * (life - per + 1) * 2) / (life * (life + 1));
}

/**
 * Fixed declining balance by period; the rate is rounded to three digits, the first
 * period has `month` months, and with less than twelve there is a period life + 1.
 * @source Microsoft Excel, DB
 * @returns one amount per period
 * @example dbSeries(1000000, 100000, 6).slice(0, 2) // [319000, 217239]
 */
export function dbSeries(
  cost: number, salvage: number, life: number, month = 12,
): readonly number[] {
  checkLife(life);
  if (!(month >= 1 && month <= 12) || salvage < 0 || cost < 0) {
    throw new RangeError('needs cost and salvage >= 0 and a month of 1 to 12');
  }
  const rate = cost === 0 ? 0 : Math.round((1 - (salvage / cost) ** (1 / life)) * 1000) / 1000;
  const periods = Math.ceil(life) + (month < 12 ? 1 : 0);
  const series: number[] = [];
  let left = cost;
  for (let per = 1; per <= periods; per++) {
    const months = per === 1 ? month : per === Math.ceil(life) + 1 ? 12 - month : 12;
    const amount = (left * rate * months) / 12;
    series.push(amount);
    left -= amount;
  }
  return series;
}

/**
 * Double declining balance of a period, never below salvage.
 * @source Microsoft Excel, DDB
 * @param per 1..life
 * @example ddb(2400, 300, 10, 1) // 480
 */
export function ddb(
  cost: number, salvage: number, life: number, per: number, factor = 2,
): number {
  checkLife(life);
  if (!(per > 0 && per <= life) || !(factor > 0)) {
    throw new RangeError(`period ${per} is not within 1 to ${life}`);
  }
  const kept = Math.max(0, 1 - factor / life);
  const opening = kept === 0 ? (per <= 1 ? cost : 0) : cost * kept ** (per - 1);
  return Math.max(0, Math.max(opening, salvage) - Math.max(salvage, cost * kept ** per));
}

/**
 * Double declining balance by period.
 * @example ddbSeries(1000000, 100000, 6).at(-1) // 31687.242798353895
 */
export const ddbSeries = (
  cost: number, salvage: number, life: number, factor = 2,
): readonly number[] =>
  Array.from({ length: Math.ceil(life) }, (_, at) =>
    ddb(cost, salvage, life, Math.min(life, at + 1), factor));

/**
 * Variable declining balance between two points of the life, switching to straight line
 * when that is more.
 * @param start end points in periods, may lie within a period
 * @source Microsoft Excel, VDB
 * @example vdb(2400, 300, 10, 0, 0.875, 1.5) // 315
 */
export function vdb(
  cost: number, salvage: number, life: number, start: number, end: number, factor = 2,
  noSwitch = false,
): number {
  checkLife(life);
  if (!(start >= 0 && end >= start && end <= life)) {
    throw new RangeError(`${start} to ${end} is not within 0 to ${life}`);
  }
  let left = cost;
  let sum = 0;
  for (let per = 0; per < Math.ceil(end); per++) {
    const declining = Math.min((left * factor) / life, Math.max(0, left - salvage));
    const straight = Math.max(0, left - salvage) / Math.max(life - per, 1e-12);
    const amount = noSwitch ? declining
      : Math.max(declining, Math.min(straight, Math.max(0, left - salvage)));
    const within = Math.max(0, Math.min(end, per + 1) - Math.max(start, per));
    sum += amount * within;
    left -= amount;
  }
  return sum;
}

/** Longest life in periods: a century of days. */
const longestLife = 36_525;

function checkLife(life: number): void {
  if (!(life > 0 && life <= longestLife)) {
    throw new RangeError(`a life must be above 0 and at most ${longestLife}, got ${life}`);
  }
}

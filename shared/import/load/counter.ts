/** What was added to a running total from time to time. */
export interface Increases {
  readonly seconds: readonly number[];
  readonly values: readonly number[];
  /** Falls: the counter began at nought again. */
  readonly restarts: number;
  /** Times that were missing and got an even part of what was added over them. */
  readonly spread: number;
}

/** The commonest distance of neighbours. */
function usualStep(seconds: readonly number[]): number {
  const counts = new Map<number, number>();
  seconds.slice(1).forEach((moment, at) => {
    const distance = Math.round((moment - (seconds[at] ?? NaN)) * 1e3) / 1e3;
    const before = counts.get(distance);
    counts.set(distance, before === undefined ? 1 : before + 1);
  });
  let [step, most] = [0, 0];
  counts.forEach((count, distance) => {
    if (distance > 0 && count > most) [step, most] = [distance, count];
  });
  return step;
}

/** More missing times than these are a gap nobody deals out. */
const mostSpread = 1440;

/**
 * Running totals as what was added since the time before: a fall is a restart, and what was
 * added over missing times is dealt out evenly, for it was added some time between.
 * @example increasesOf([0, 60, 180], [10, 15, 35]).values // [5, 10, 10]
 */
export function increasesOf(seconds: readonly number[],
  totals: readonly number[]): Increases {
  const step = usualStep(seconds);
  const found = { seconds: [] as number[], values: [] as number[], restarts: 0,
    spread: 0 };
  for (let at = 1; at < seconds.length; at++) {
    const [from = NaN, to = NaN] = [seconds[at - 1], seconds[at]];
    const [before = NaN, now = NaN] = [totals[at - 1], totals[at]];
    if (now < before) found.restarts += 1;
    const added = now < before ? now : now - before;
    const steps = step > 0 ? Math.round((to - from) / step) : 1;
    const isWhole = steps > 1 && steps <= mostSpread
      && Math.abs((to - from) / step - steps) < 1e-6;
    const parts = isWhole ? steps : 1;
    found.spread += parts - 1;
    for (let part = 1; part <= parts; part++) {
      found.seconds.push(isWhole ? from + part * step : to);
      found.values.push(added / parts);
    }
  }
  return found;
}

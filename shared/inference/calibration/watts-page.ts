import { groupBy } from './group.ts';
import { summariseRatios } from './statistics.ts';
import { fitWatts, wattRatio, type WattSample } from './watts.ts';
import type { WattShares } from '../watts.ts';

/** Errors of watts: on the rows fitted, and with all rows of an accelerator left out. */
export interface WattErrors {
  readonly accelerator: string;
  readonly rows: number;
  readonly fitted: string;
  readonly leftOut: string;
}

const printed = (ratios: readonly number[]): string => {
  const found = summariseRatios(ratios);
  return found === null ? '- | - | -'
    : `${found.medianAbsPct.toFixed(1)} | ${found.p90AbsPct.toFixed(1)} | ${found.bias.toFixed(3)}`;
};

/** The errors of each accelerator. */
export function wattErrors(
  samples: readonly WattSample[], shares: WattShares,
): readonly WattErrors[] {
  return [...groupBy(samples, ({ acceleratorId }) => acceleratorId)].map(([accelerator, rows]) => {
    const without = fitWatts(samples.filter((one) => one.acceleratorId !== accelerator));
    return { accelerator, rows: rows.length,
      fitted: printed(rows.map((row) => wattRatio(row, shares))),
      leftOut: printed(without === null ? [] : rows.map((row) => wattRatio(row, without))) };
  });
}

/** The part of the validation page on watts, as Markdown. */
export function printWatts(samples: readonly WattSample[], shares: WattShares): string {
  const families = Object.entries(shares.families)
    .map(([family, factor]) => `${family} ${factor.toFixed(2)}`).join(', ');
  return [
    '## Watts by operating point', '',
    'Mean watts of an accelerator are shares of its published limit: '
      + `${shares.working.toFixed(2)} while it works and ${shares.waiting.toFixed(2)} while it waits for the `
      + `host, the network or prompts, times a factor of its family (${families}), drawn towards 1 as by four `
      + 'rows. How long it works follows from the step of the equations. Errors in per cent of the mean.', '',
    '| accelerator | rows | median | p90 | bias | left out: median | p90 | bias |',
    '|---|--:|--:|--:|--:|--:|--:|--:|',
    `| all | ${samples.length} | ${printed(samples.map((row) => wattRatio(row, shares)))} | - | - | - |`,
    ...wattErrors(samples, shares).map(({ accelerator, rows, fitted, leftOut }) =>
      `| ${accelerator} | ${rows} | ${fitted} | ${leftOut} |`),
  ].join('\n');
}

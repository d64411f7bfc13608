import { energisedKw } from '../../lifecycle/energised.ts';
import { formatQuantity } from '../../units/format.ts';
import type { Limit, Warning } from '../../units/limit.ts';
import { feedParams } from '../life/supply-params.ts';
import type { StageResults } from '../stages.ts';

const lastMonth = 1000;
/** Share of the racks' months without power above which a reader is told. */
const tellAbove = 0.001;

/** Racks that wait for their power. */
export function supplyWarnings({ inputs, lifecycle }: StageResults): readonly Warning[] {
  const { powered, firstMonth, total } = lifecycle;
  if (powered === null) return [];
  const inService = total.accelerators;
  const months = inService.reduce((sum, count) => sum + count, 0);
  const dark = inService.reduce((sum, count, at) => sum + count * (1 - (powered.share[at] ?? 1)), 0);
  const share = months === 0 ? 0 : dark / months;
  if (share <= tellAbove) return [];
  const last = powered.share.findLastIndex((x, at) => x < 1 && inService[at] !== 0);
  const [first] = inputs.feed.filter(({ values }) => values.inUse);
  return [{
    code: 'racks-wait-for-power', where: `feed.${first?.key ?? ''}.month`,
    text: `Racks stand without power for ${formatQuantity(share, 'fraction')} of their months `
      + `in service, the last time in month ${firstMonth + last}: they are paid for and serve `
      + 'nothing. Bring feeds forward, or put racks into service later.',
  }];
}

/** Feeds that never bring what the site asks for. */
export function supplyLimits({ inputs, facility }: StageResults): readonly Limit[] {
  const feeds = feedParams(inputs);
  const peakKw = facility.result?.peak.facilityKw ?? null;
  const whole = energisedKw(feeds, lastMonth);
  if (feeds.length === 0 || peakKw === null || peakKw <= whole * (1 + 1e-9)) return [];
  return [{
    code: 'feeds-below-need', where: 'site.utilityMw', limit: whole, value: peakKw, unit: 'kW',
    broken: false, fix: [{ path: 'site.utilityMw', value: whole / 1000 }],
    nearestFix: `The feeds bring ${formatQuantity(whole, 'kW')} in all, and the site asks for `
      + `${formatQuantity(peakKw, 'kW')}: the rest never runs. Add a feed, or plan for what the `
      + 'feeds bring.',
  }];
}

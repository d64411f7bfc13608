import type { Absent, Figure } from '../../units/figure.ts';
import type { Limit, Warning } from '../../units/limit.ts';
import { declaredFigure } from './all.ts';
import { notPriced } from '../money/costs.ts';
import { releaseOf } from '../life/lifecycle-params.ts';
import type { StageResults } from '../stages.ts';
import type { Provenance } from '../types.ts';

/** Plain words for why a figure is absent. */
export function explainAbsent({ code, detail }: Absent): string {
  switch (code) {
    case 'no-source-value': return `no source gives ${detail}`;
    case 'no-feasible-point': return detail;
    case 'no-racks': return detail;
    case 'no-revenue': return `there is no revenue (${detail})`;
    case 'no-sign-change':
      return `the cash flow never changes sign (${detail}), so no rate makes its value zero`;
    case 'not-within-horizon':
      return detail === '' ? 'not within the horizon' : `not within the horizon (${detail})`;
    case 'no-debt': return detail === '' ? 'nothing is borrowed' : `nothing is borrowed (${detail})`;
    case 'no-climate': return `the site has no climate data (${detail})`;
    case 'not-priced': return `no public source gives ${detail}`;
    case 'upstream-absent': return `a figure it needs is absent (${detail})`;
    case 'no-tokens': return `no tokens are served (${detail})`;
    case 'not-convergent': return `the calculation did not converge (${detail})`;
    case 'several-rates':
      return `there is more than one rate of return, so none is quoted alone (${detail})`;
    case 'beyond-range': return `no rate worth quoting (${detail})`;
    case 'not-buildable': return `the plan cannot be built as it stands (${detail})`;
    case 'not-finite':
      return `the computation gave no finite number (${detail}); this is a defect of the program`;
    default: return code satisfies never;
  }
}

type Figures = Readonly<Record<string, Figure>>;

/** Figures of headline and network that are absent, by the reason: each said once. */
function absentByReason(figures: Figures): ReadonlyMap<string, readonly Figure[]> {
  const absent = Object.values(figures).filter((f) => f.absent !== undefined
    && (f.key.startsWith('headline.') || f.key.startsWith('network.')));
  return Map.groupBy(absent, (f) => `${f.absent?.code ?? ''}: ${f.absent?.detail ?? ''}`);
}

/** Most figures a sentence names; the rest are counted. */
const mostNamed = 3;

/**
 * Names in a sentence: the first few, and how many more.
 * @example namesOf(['NPV', 'IRR', 'ROI', 'MOIC', 'MIRR']) // 'NPV, IRR, ROI and 2 more'
 */
export function namesOf(names: readonly string[]): string {
  const different = [...new Set(names)];
  const more = different.length - mostNamed;
  return more < 2 ? different.join(', ')
    : `${different.slice(0, mostNamed).join(', ')} and ${more} more`;
}

/**
 * A warning for every reason for which figures are absent, naming them; that a price is
 * missing is said by `priceWarnings`.
 */
export function absentWarnings(figures: Figures): readonly Warning[] {
  return [...absentByReason(figures).values()].flatMap((group): readonly Warning[] => {
    const [first] = group;
    const keys = group.map(({ key }) => key);
    return first?.absent === undefined || first.absent.code === 'not-priced' ? [] : [{
      code: `absent.${first.absent.code}`, where: first.key, figures: keys,
      text: `${namesOf(keys.map((key) => declaredFigure(key)?.label ?? key))}: ${explainAbsent(first.absent)}`,
    }];
  });
}

/** A warning for every price nobody states, at the field in which one is entered. */
export function priceWarnings(
  { priced }: StageResults, figures: Figures,
): readonly Warning[] {
  return [...priced.unpricedCosts, ...priced.unpricedTokens].map((unpriced): Warning => {
    const { detail } = notPriced([unpriced]);
    const keys = Object.values(figures).filter(({ key, absent }) =>
      key.startsWith('headline.') && absent?.code === 'not-priced'
        && absent.detail.includes(detail)).map(({ key }) => key);
    return { code: 'not-priced', where: unpriced.where, figures: keys,
      text: `There is no public price for ${unpriced.what}: enter ${unpriced.where}.` };
  });
}

/** A unit cost below nothing follows from the inputs, and is no saving. */
export function costWarnings(figures: Readonly<Record<string, Figure>>): readonly Warning[] {
  const cost = figures['headline.costPerMTokUsd']?.value ?? null;
  return cost === null || cost >= 0 ? [] : [{
    code: 'cost-below-nothing', where: 'finance.discountRate',
    text: 'Tokens cost less than nothing here: weighed by finance.discountRate, what is left '
      + 'at the end and what is credited outweigh all that is paid. Only a rate below zero '
      + 'weighs later money above today’s.',
  }];
}

/** What a reader must know of the serving points: wide errors, instances cut short. */
export function servingWarnings({ groups }: Pick<StageResults, 'groups'>): readonly Warning[] {
  return groups.flatMap((g): readonly Warning[] => {
    const notes: Warning[] = [];
    const where = `rackGroup.${g.record.key}`;
    if (g.point !== null && g.point.expectedErrorPct > 25) {
      notes.push({ code: 'wide-error', where,
        text:
          `${g.record.values.name}: throughput is ${g.point.source} with an expected error of ${g.point.expectedErrorPct.toFixed(0)} %.` });
    }
    const remainder = g.point === null ? 0 : g.accelerators % g.point.accelerators;
    if (g.point !== null && remainder > 0 && g.servingAccelerators > 0) {
      notes.push({ code: 'smaller-instance', where,
        text:
          `${g.record.values.name}: ${remainder} of ${g.accelerators} accelerators do not make up a whole instance of ${g.point.accelerators}; they are counted as a smaller one of the same throughput per accelerator.` });
    }
    return notes;
  });
}

/**
 * Releases that are not credited, since with them the first token of a group would come
 * later than its service level allows.
 */
export function releaseLimits({ lifecycle, groups, inputs }: StageResults): readonly Limit[] {
  return lifecycle.groups.flatMap((months) => {
    const group = groups.find((g) => g.record.key === months.key);
    return months.notTaken.map(({ key: taken, ttftLevel }): Limit => {
      const key = releaseOf(taken, months.key);
      const name = inputs.release.find((r) => r.key === key)?.values.name ?? key;
      const worst = ttftLevel * (group?.point?.ttftMsHigh ?? 0);
      return {
        code: 'release-breaks-ttft', where: `rackGroup.${months.key}`,
        limit: (group?.traffic.values.maxTtftS ?? 0) * 1000, value: worst, unit: 'ms',
        broken: false,
        nearestFix:
          `${name} is not credited here. Allow ${(Math.ceil(worst / 100) / 10).toFixed(1)} s to the first token, or take the release out of use.`,
        fix: [{ path: `release.${key}.inUse`, value: false }],
      };
    });
  });
}

/** Site notices that change how a result may be read. */
export function siteWarnings({ site, facility }: StageResults): readonly Warning[] {
  const notes: Warning[] = [];
  if (site.smoothed)
    notes.push({ code: 'smoothed-climate', where: 'site.site',
      text:
        `${site.name} has smoothed climate normals, unfit for design days: peak PUE is too low.` });
  if (facility.liquidFraction > 0.5)
    notes.push({ code: 'liquid-pue-unverified', where: 'headline.pueAnnual',
      text:
        'No measured, climate-resolved PUE of a fully liquid-cooled AI hall is public; this one is computed from plant physics.' });
  return notes;
}

/** One warning naming how many inputs in use nobody could cite. */
export const assumedWarning = ({ byEvidence }: Provenance): readonly Warning[] =>
  (byEvidence.assumed === 0 ? [] : [{ code: 'assumed-inputs', where: 'inputs',
    text:
      `${byEvidence.assumed} inputs in use are planning assumptions without a public source.` }]);

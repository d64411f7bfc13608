import type { PlanCore } from '../plan/types.ts';
import { pathsInWords } from '../project/path-words.ts';
import { hasAmount, type Limit, type Warning } from '../units/limit.ts';
import { formatQuantity } from '../units/format.ts';
import type { LimitLine } from './types.ts';

/** Words for a code: `utility-power` reads `Utility power`. */
export function wordsOf(code: string): string {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** How close a limit is to binding: 1 at the limit, above 1 broken. */
const closeness = ({ limit, value }: Limit): number =>
  limit === 0 ? Number.POSITIVE_INFINITY : value / limit;

/** The limits that bind hardest: broken ones first, then the closest. */
export function rankLimits(limits: readonly Limit[], count: number): readonly Limit[] {
  return limits
    .toSorted((a, b) => Number(b.broken) - Number(a.broken) || closeness(b) - closeness(a))
    .slice(0, count);
}

export function printLimit(limit: Limit): LimitLine {
  const print = (value: number): string => formatQuantity(value, limit.unit);
  const verb = limit.broken ? 'exceeds' : 'of';
  const amount = hasAmount(limit) ? `: ${print(limit.value)} ${verb} ${print(limit.limit)}` : '';
  return {
    broken: limit.broken, text: `${wordsOf(limit.code)} (${pathsInWords(limit.where)})${amount}`,
    fix: pathsInWords(limit.nearestFix),
  };
}

/**
 * Warnings that are not said elsewhere: absent figures give their reason where they would
 * stand.
 */
export const readerWarnings = (plan: PlanCore): readonly Warning[] =>
  plan.warnings.filter(({ code }) => !code.startsWith('absent.'));

/**
 * Limits and warnings worth a reader's time, limits first, one warning of each kind
 * before a second.
 */
export function topLimits(plan: PlanCore, count: number): readonly LimitLine[] {
  const limits = rankLimits(plan.limits, count).map(printLimit);
  const all = readerWarnings(plan);
  const first =
    new Set(all.filter((w, i) => all.findIndex(({ code }) => code === w.code) === i));
  const warnings = [...first, ...all.filter((w) => !first.has(w))];
  return [
    ...limits,
    ...warnings
      .slice(0, Math.max(0, count - limits.length))
      .map((w): LimitLine => ({ broken: false, text: pathsInWords(w.text), fix: '' })),
  ];
}

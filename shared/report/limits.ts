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

/** What keeps the plan from being built, with what would mend it. */
export const brokenLimits = (plan: PlanCore): readonly LimitLine[] =>
  plan.limits.filter(({ broken }) => broken).map(printLimit);

/**
 * Warnings that are not said elsewhere: absent figures give their reason where they would
 * stand.
 */
export const readerWarnings = (plan: PlanCore): readonly Warning[] =>
  plan.warnings.filter(({ code }) => !code.startsWith('absent.'));

/** Warnings of the model about itself, which change nothing anybody would decide. */
const ofTheModel: ReadonlySet<string> = new Set(['smaller-instance']);

/**
 * Limits and warnings worth a reader's time: limits as they bind, one warning of each kind
 * before a second.
 */
export function readerLimits(
  plan: PlanCore,
): { readonly limits: readonly Limit[]; readonly warnings: readonly Warning[] } {
  const all = readerWarnings(plan).filter(({ code }) => !ofTheModel.has(code));
  const first =
    new Set(all.filter((w, i) => all.findIndex(({ code }) => code === w.code) === i));
  return { limits: rankLimits(plan.limits, plan.limits.length),
    warnings: [...first, ...all.filter((w) => !first.has(w))] };
}

/** The first of them in words, limits before warnings. */
export function topLimits(plan: PlanCore, count: number): readonly LimitLine[] {
  const { limits, warnings } = readerLimits(plan);
  return [
    ...limits.map(printLimit),
    ...warnings.map((w): LimitLine => ({ broken: false, text: pathsInWords(w.text), fix: '' })),
  ].slice(0, count);
}

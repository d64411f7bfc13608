import { builtInCatalog } from '../catalog/catalog.ts';
import { loadMeasuredPoints } from '../catalog/measured.ts';
import type { Catalog, MeasuredPoint } from '../catalog/types.ts';
import type { Unit } from '../units/unit.ts';
import { unreachable } from '../units/result.ts';
import { formatQuantity } from '../units/format.ts';
import { listCards } from './cards.ts';
import { curveOf } from './curve.ts';
import { evaluateCard } from './evaluate.ts';
import { matchesPrinted } from './quote.ts';
import { stressSpread } from './stress.ts';
import type { CardResult, CheckResult, ClaimCard, Verdict } from './types.ts';

/**
 * One line of the verification: a card, or a printed figure of it (`card/check`). `pass`
 * means that the card's verdict holds, or that the figure reproduces to its printed
 * digits (or fails to, where the card says that it must).
 */
export interface ClaimCase {
  readonly id: string;
  readonly status: 'pass' | 'fail' | 'unsupported';
  readonly title: string;
  readonly verdict: Verdict;
  /** As printed by the publisher, or derived by us: never mixed in one case. */
  readonly origin: 'published' | 'derived';
  readonly expected: number;
  readonly expectedText: string;
  readonly actual: number | null;
  readonly actualText: string;
  readonly error: number | null;
  readonly unit: Unit;
  readonly missing: readonly string[];
  readonly reason?: string;
}

export interface ClaimVerification {
  readonly passed: number;
  readonly failed: number;
  readonly unsupported: number;
  readonly cases: readonly ClaimCase[];
}

/** Answers at least this far apart under documented conditions make a claim depend on them. */
const dependsSpread = 1.5;

/** Spread over the measured curve and over the stress cases, whichever is wider. */
function widestSpread(card: ClaimCard, measured: readonly MeasuredPoint[]): number {
  const multiples = curveOf(card, measured).points.map((point) => point.multiple);
  return Math.max(stressSpread(card), multiples.length === 0 ? 1
    : Math.max(...multiples) / Math.min(...multiples));
}

/** Why a card's verdict does not hold, or null. */
export function refuteVerdict(
  card: ClaimCard, result: CardResult, measured: readonly MeasuredPoint[],
): string | null {
  const wrong = result.checks.filter((check) => check.matches !== check.expected);
  if (wrong.length > 0)
    return `figures that do not come out: ${wrong.map((check) => check.id).join(', ')}`;
  const open = result.missing.length > 0;
  const follows = result.asPublished !== null
    && matchesPrinted(result.asPublished, card.published);
  switch (card.verdict) {
    case 'reproduced':
      return !open && follows ? null : 'published inputs do not give the published output';
    case 'consistent':
      if (follows && !open && card.unstated.length === 0)
        return 'all is published and follows: reproduced';
      return result.checks.some((check) => check.origin === 'published' && check.matches) ? null
        : 'no published figure follows from the others';
    case 'depends-on': return open && widestSpread(card, measured) >= dependsSpread ? null
      : 'documented conditions do not move the answer';
    case 'not-reproducible': return open && result.asPublished === null ? null
      : 'nothing it rests on is missing';
    default: return unreachable(card.verdict, 'refuteVerdict');
  }
}

function cardCase(
  card: ClaimCard, result: CardResult, measured: readonly MeasuredPoint[],
): ClaimCase {
  const reason = refuteVerdict(card, result, measured);
  const { unit, value, interval } = result;
  const range = interval === null || interval.low === interval.high ? ''
    : ` (${formatQuantity(interval.low, unit)} to ${formatQuantity(interval.high, unit)})`;
  return {
    id: card.id, status: reason === null ? 'pass' : 'fail', title: card.title,
    verdict: card.verdict,
    origin: 'published',
    expected: card.published.value, expectedText: card.published.text, actual: value,
    actualText: value === null ? 'cannot be computed'
      : `${formatQuantity(value, unit)}${range}`,
    error: value === null ? null : Math.abs(value / card.published.value - 1), unit,
    missing: [...result.missing.map((input) => input.label), ...card.unstated],
    ...(reason === null ? {} : { reason }),
  };
}

function checkCase(card: ClaimCard, check: CheckResult, unit: Unit): ClaimCase {
  const holds = check.matches === check.expected;
  return {
    id: `${card.id}/${check.id}`, status: holds ? 'pass' : 'fail', title: check.label,
    verdict: card.verdict,
    origin: check.origin,
    expected: check.printed.value, expectedText: check.printed.text, actual: check.actual,
    actualText: formatQuantity(check.actual, unit),
    error: Math.abs(check.actual / check.printed.value - 1), unit, missing: [],
    ...(check.expected ? (holds ? {} : { reason: 'not the printed digits' })
      : { reason: 'does not follow from its own inputs, as the card says' }),
  };
}

function casesOf(card: ClaimCard, measured: readonly MeasuredPoint[]): readonly ClaimCase[] {
  const result = evaluateCard(card);
  if (!result.ok) throw new Error(`${card.id} refuses no overrides: ${result.error.code}`);
  return [cardCase(card, result.value, measured), ...card.checks.flatMap((check, i) => {
    const done = result.value.checks[i];
    return done === undefined ? [] : [checkCase(card, done, check.unit)];
  })];
}

/**
 * Every claim against its own verdict and every printed figure against its own inputs.
 * @returns a case per card (published value, our value, verdict, what is missing)
 *   followed by its printed figures
 * @example verifyClaims().failed // 0
 */
export function verifyClaims(
  catalog: Catalog = builtInCatalog, measured: readonly MeasuredPoint[] = loadMeasuredPoints(),
): ClaimVerification {
  const cases = listCards(catalog).flatMap((card) => casesOf(card, measured));
  const count = (status: ClaimCase['status']): number =>
    cases.filter((c) => c.status === status).length;
  return { passed: count('pass'), failed: count('fail'),
    unsupported: count('unsupported'), cases };
}

import type { Sourced } from '../units/provenance.ts';
import { refuse, ok, type Result } from '../units/result.ts';
import { matchesPrinted } from './quote.ts';
import type {
  CardProblem, CardResult, CheckResult, ClaimCard, ClaimInput, Fact, Overrides, Reader,
} from './types.ts';

const isNumeric = (fact: Fact): fact is Fact
  & { readonly value: number } => typeof fact.value === 'number';

/** What our own value uses: the suggestion where there is one, else what is published. */
const inUse = (input: ClaimInput): Sourced | null => input.suggested ?? input.value;

/** Numbers by key: facts, then inputs (suggested or as published), then what the reader set. */
export function valuesOf(
  card: ClaimCard, overrides: Overrides, suggestions: boolean,
): Readonly<Record<string, number>> {
  const values: Record<string, number> = {};
  for (const fact of card.facts) if (isNumeric(fact)) values[fact.key] = fact.value;
  for (const input of card.inputs) {
    const known = suggestions ? inUse(input) : input.value;
    if (known !== null) values[input.key] = known.value;
  }
  return { ...values, ...overrides };
}

/** Reads values by key and notes what it did not find. */
function readerOf(values: Readonly<Record<string, number>>, absent: Set<string>): Reader {
  return (key) => {
    const value = values[key];
    if (value === undefined) absent.add(key);
    return value ?? Number.NaN;
  };
}

/**
 * A formula over values, or null while something it reads is missing.
 * @throws RangeError when all is there and the outcome is still no number
 */
export function computeWith(
  compute: (of: Reader) => number, values: Readonly<Record<string, number>>,
): number | null {
  const absent = new Set<string>();
  const outcome = compute(readerOf(values, absent));
  if (absent.size > 0) return null;
  if (!Number.isFinite(outcome)) throw new RangeError(`the formula gives ${outcome}`);
  return outcome;
}

type Ranged = { readonly low?: number; readonly high?: number } | null;
const rangeOf = (figure: Ranged) =>
  (figure?.low === undefined || figure.high === undefined ? null
    : [figure.low, figure.high] as const);

/**
 * Ranges the formula feels: two ends each for facts and inputs that state them and were
 * not overridden.
 */
function rangesOf(
  card: ClaimCard, overrides: Overrides,
): readonly (readonly [key: string, low: number, high: number])[] {
  const inputs = card.inputs.filter((input) => !(input.key in overrides))
    .map((input) => [input.key, rangeOf(inUse(input))] as const);
  const facts = card.facts.filter(isNumeric).map((fact) => [fact.key, rangeOf(fact)] as const);
  return [...facts, ...inputs].flatMap(
    ([key, range]) => (range === null ? [] : [[key, ...range] as const]),
  );
}

/**
 * Smallest and largest outcome over the corners of the ranges: exact for formulas
 * monotone in each input, as all of the cards' are. Ranges the formula does not read are
 * dropped first, so corners stay few.
 */
function intervalOf(card: ClaimCard, overrides: Overrides): CardResult['interval'] {
  const values = valuesOf(card, overrides, true);
  const base = computeWith(card.formula.compute, values);
  if (base === null) return null;
  const at = (set: Overrides): number =>
    computeWith(card.formula.compute, { ...values, ...set }) ?? base;
  const felt = rangesOf(card, overrides)
    .filter(([key, low, high]) => at({ [key]: low }) !== at({ [key]: high }));
  let [low, high] = [base, base];
  for (let corner = 0; corner < 2 ** felt.length; corner++) {
    const set =
      Object.fromEntries(felt.map(([key, a, b], i) => [key, (corner >> i) % 2 === 0 ? a : b]));
    const outcome = at(set);
    [low, high] = [Math.min(low, outcome), Math.max(high, outcome)];
  }
  return { low, high };
}

function runCheck(card: ClaimCard, check: ClaimCard['checks'][number]): CheckResult {
  const actual = computeWith(check.compute, valuesOf(card, check.at ?? {}, true));
  if (actual === null)
    throw new Error(`check ${check.id} of ${card.id} reads an input without a value`);
  return {
    id: check.id, label: check.label, origin: check.origin, printed: check.printed, actual,
    matches: matchesPrinted(actual, check.printed), expected: check.contradicts !== true,
  };
}

/**
 * The first override that names no input of the card or leaves its bounds. Facts are
 * locked.
 */
export function checkOverrides(card: ClaimCard, overrides: Overrides): CardProblem | null {
  for (const [key, got] of Object.entries(overrides)) {
    const input = card.inputs.find((i) => i.key === key);
    if (input === undefined)
      return { code: 'unknown-input', key, known: card.inputs.map((i) => i.key) };
    const [min, max] = input.bounds;
    if (!(got >= min && got <= max)) return { code: 'out-of-bounds', key, min, max, got };
  }
  return null;
}

const describeMissing = (
  { key, label, suggested }: ClaimInput,
): CardResult['missing'][number] =>
  ({ key, label, suggested: suggested ?? null });

/**
 * A claim worked out: from published figures alone, and with what the reader entered or
 * we suggest.
 * @param overrides values by input key, within the input's bounds; published facts cannot
 *   be set
 * @returns both values, the interval over stated ranges, what is missing, and every
 *   printed figure recomputed
 * @example evaluateCard(findCard('03-two-cents')).value.value // 0.02139
 */
export function evaluateCard(
  card: ClaimCard, overrides: Overrides = {},
): Result<CardResult, CardProblem> {
  const problem = checkOverrides(card, overrides);
  if (problem !== null) return refuse(problem);
  return ok({
    id: card.id, title: card.title, unit: card.formula.unit, verdict: card.verdict,
    published: card.published,
    asPublished: computeWith(card.formula.compute, valuesOf(card, {}, false)),
    value: computeWith(card.formula.compute, valuesOf(card, overrides, true)),
    interval: intervalOf(card, overrides),
    missing: card.inputs.filter((input) => input.value === null && !(input.key in overrides))
      .map(describeMissing),
    unstated: card.unstated,
    checks: card.checks.map((check) => runCheck(card, check)),
    findings: card.findings,
  });
}

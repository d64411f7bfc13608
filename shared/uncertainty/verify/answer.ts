/** What a function of risk answers; null where there is no answer. */
export type RiskAnswer = number | boolean | string | null
  | readonly RiskAnswer[] | { readonly [name: string]: RiskAnswer };

/**
 * Numbers that are none become null, in every place of an answer.
 * @example withoutNaN([1, NaN, { x: Infinity }]) // [1, null, { x: null }]
 */
export function withoutNaN(answer: RiskAnswer): RiskAnswer {
  if (typeof answer === 'number') return Number.isFinite(answer) ? answer : null;
  if (typeof answer !== 'object' || answer === null) return answer;
  if (isList(answer)) return answer.map(withoutNaN);
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [name, withoutNaN(value)]));
}

const isList = (answer: RiskAnswer): answer is readonly RiskAnswer[] => Array.isArray(answer);

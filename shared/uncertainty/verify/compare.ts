import { isRecord } from '../../economics/verify/arguments.ts';
import type { RiskAnswer } from './answer.ts';

/** Whether an answer meets what was expected, and by how much it is off at most. */
export interface RiskComparison {
  readonly pass: boolean;
  readonly error: number | null;
  readonly reason?: string;
}

const fail = (reason: string): RiskComparison => ({ pass: false, error: null, reason });

/**
 * Compares an answer with what a case expects: numbers within tolerance times max(1,
 * |expected|), at tolerance 0 bit for bit; flags and words equal; lists of one length, entry by
 * entry; records by the names expected; null where there is no answer.
 * @example compareRisk([1, null], [1.0000001, null], 1e-6).pass // true
 */
export function compareRisk(
  expected: unknown, actual: RiskAnswer | undefined, tolerance: number, where = '',
): RiskComparison {
  const at = where === '' ? '' : `${where}: `;
  if (actual === undefined) return fail(`${at}not computed`);
  if (typeof expected === 'number') return compareNumber(expected, actual, tolerance, at);
  if (Array.isArray(expected)) return compareList(expected, actual, tolerance, where);
  if (isRecord(expected)) {
    if (!isRecord(actual)) return fail(`${at}no named parts to compare`);
    const parts = actual as { readonly [name: string]: RiskAnswer };
    return worst(Object.entries(expected).map(([name, value]) => compareRisk(value,
      Object.hasOwn(parts, name) ? parts[name] : undefined, tolerance,
      where === '' ? name : `${where}.${name}`)));
  }
  return expected === actual ? { pass: true, error: 0 }
    : fail(`${at}expected ${JSON.stringify(expected)}, got ${short(actual)}`);
}

function compareNumber(
  expected: number, actual: RiskAnswer, tolerance: number, at: string,
): RiskComparison {
  if (typeof actual !== 'number') return fail(`${at}expected ${expected}, got ${short(actual)}`);
  const error = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
  const pass = tolerance === 0 ? actual === expected
    : Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected));
  return pass ? { pass, error }
    : { pass, error, reason: `${at}expected ${expected}, got ${actual}` };
}

function compareList(
  expected: readonly unknown[], actual: RiskAnswer, tolerance: number, where: string,
): RiskComparison {
  const at = where === '' ? '' : `${where}: `;
  if (!Array.isArray(actual)) return fail(`${at}no list to compare`);
  const list: readonly RiskAnswer[] = actual;
  if (list.length !== expected.length)
    return fail(`${at}expected ${expected.length} entries, got ${list.length}`);
  return worst(expected.map((value, k) => compareRisk(value, list[k], tolerance,
    `${where}[${k}]`)));
}

const worst = (all: readonly RiskComparison[]): RiskComparison =>
  all.find(({ pass }) => !pass) ?? all.reduce<RiskComparison>(
    (a, b) => (b.error !== null && (a.error === null || b.error > a.error) ? b : a),
    { pass: true, error: 0 });

function short(value: RiskAnswer): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

import type { SumProblem } from '../../text/sums.ts';
import { amountAt, type Names, type Written } from './amounts.ts';

/**
 * A value while it is worked out. A share is a per cent of something; points are per cent
 * in a field that counts in them.
 */
export interface Part {
  readonly value: number;
  readonly unit: Written | null;
  readonly kind: 'plain' | 'share' | 'points' | 'present';
}

export type Sum =
  | { readonly ok: true; readonly part: Part; readonly third: string | null;
    /** Whether anything was worked out: an operator, brackets, a per cent of something. */
    readonly worked: boolean }
  | { readonly ok: false; readonly problem: SumProblem };

/** Longer texts and deeper brackets are no sums of a person. */
const longest = 400;
const deepest = 20;

class Refusal extends Error {
  readonly problem: SumProblem;

  constructor(problem: SumProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

const refuse = (problem: SumProblem): never => {
  throw new Refusal(problem);
};

interface Reader {
  readonly text: string;
  readonly names: Names;
  at: number;
  depth: number;
  worked: boolean;
  readonly currencies: Set<string>;
}

/**
 * Works out a sum as a person types it: numbers with units, `+ - * /` and brackets. With a
 * present value the text goes on from it, as `*1.3` does. Never throws, never answers with
 * what is not a number.
 */
export function workOut(text: string, names: Names, present: number | null): Sum {
  if (text.length > longest) return { ok: false, problem: { code: 'too-long' } };
  const reader: Reader = { text, names, at: 0, depth: 0, worked: false,
    currencies: new Set() };
  try {
    const start: Part | null = present === null ? null
      : { value: present, unit: null, kind: 'present' };
    const part = sum(reader, start);
    if (peek(reader) !== '') stray(reader);
    if (!Number.isFinite(part.value)) refuse({ code: 'too-large' });
    if (reader.currencies.size > 1) refuse({ code: 'unit-twice' });
    const [third = null] = reader.currencies;
    return { ok: true, part, third, worked: reader.worked };
  } catch (problem) {
    if (problem instanceof Refusal) return { ok: false, problem: problem.problem };
    throw problem;
  }
}

/** The next sign that counts, or nothing at the end. */
function peek(reader: Reader): string {
  while (/\s/u.test(reader.text[reader.at] ?? '')) reader.at += 1;
  return reader.text[reader.at] ?? '';
}

function take(reader: Reader, signs: string): string | null {
  const next = peek(reader);
  if (next === '' || !signs.includes(next)) return null;
  reader.at += 1;
  return next;
}

function stray(reader: Reader): never {
  const rest = reader.text.slice(reader.at).trim();
  if (/\d\s*,\s*\d{1,2}(?!\d)/u.test(reader.text)) refuse({ code: 'decimal-comma' });
  return refuse({ code: 'unexpected', found: rest.slice(0, 24) });
}

function sum(reader: Reader, start: Part | null): Part {
  let left = product(reader, start);
  for (let sign = take(reader, '+-'); sign !== null; sign = take(reader, '+-')) {
    reader.worked = true;
    const right = product(reader, null, false);
    left = add(left, sign === '-' ? { ...right, value: -right.value } : right);
  }
  return left;
}

function product(reader: Reader, start: Part | null, signed = true): Part {
  let left = start ?? factor(reader, signed);
  for (let sign = take(reader, '*/×÷'); sign !== null; sign = take(reader, '*/×÷')) {
    reader.worked = true;
    const right = factor(reader, true);
    left = sign === '*' || sign === '×' ? times(left, right) : over(left, right);
  }
  return left;
}

/** A number or brackets; one sign may stand before it, where no other sign does. */
function factor(reader: Reader, signed: boolean): Part {
  const minus = signed ? take(reader, '+-') === '-' : false;
  const part = peek(reader) === '(' ? bracket(reader) : amount(reader);
  return minus ? { ...part, value: -part.value } : part;
}

function bracket(reader: Reader): Part {
  reader.at += 1;
  reader.depth += 1;
  reader.worked = true;
  if (reader.depth > deepest) refuse({ code: 'too-long' });
  const inside = sum(reader, null);
  if (take(reader, ')') === null) return peek(reader) === '' ? refuse({ code: 'unfinished' })
    : stray(reader);
  reader.depth -= 1;
  return inside;
}

function amount(reader: Reader): Part {
  if (peek(reader) === '') refuse({ code: 'unfinished' });
  const found = amountAt(reader.text, reader.at, reader.names);
  if (found === null) return stray(reader);
  reader.at = found.end;
  if (found.unit !== null && found.unit.third !== null)
    reader.currencies.add(found.unit.third);
  return { value: found.value, unit: found.unit,
    kind: !found.percent ? 'plain' : found.unit === null ? 'share' : 'points' };
}

function add(left: Part, right: Part): Part {
  if (right.kind === 'share') {
    return left.kind === 'share' ? { ...left, value: left.value + right.value }
      : { ...left, value: left.value * (1 + right.value / 100) };
  }
  if (left.kind === 'share') return refuse({ code: 'percent-of-what' });
  if (left.unit === null && right.unit === null)
    return { ...left, value: left.value + right.value };
  if (left.kind === 'present') return refuse({ code: 'unit-in-change' });
  if (left.unit === null || right.unit === null) return refuse({ code: 'unit-missing' });
  const same = left.unit.scale === right.unit.scale && left.unit.offset === right.unit.offset;
  if (!same && (left.unit.offset !== 0 || right.unit.offset !== 0))
    return refuse({ code: 'degrees' });
  return { ...left, value: left.value + right.value * (left.unit.scale / right.unit.scale) };
}

function times(left: Part, right: Part): Part {
  const share = right.kind === 'share'
    || (right.kind === 'points' && left.kind === 'present');
  if (share) return { ...left, value: left.value * right.value / 100 };
  if (right.kind === 'points' && left.unit === null) return refuse({ code: 'unclear-share' });
  if (left.kind === 'share')
    return { ...right, value: right.value * left.value / 100 };
  if (left.unit !== null && right.unit !== null) return refuse({ code: 'unit-twice' });
  if (left.kind === 'present' && right.unit !== null)
    return refuse({ code: 'unit-in-change' });
  return { value: left.value * right.value, unit: left.unit ?? right.unit, kind: left.kind };
}

function over(left: Part, right: Part): Part {
  if (right.value === 0) return refuse({ code: 'zero' });
  if (right.kind === 'share' || (right.kind === 'points' && left.kind === 'present'))
    return { ...left, value: left.value / (right.value / 100) };
  if (right.unit !== null)
    return refuse({ code: left.kind === 'present' ? 'unit-in-change' : 'unit-twice' });
  return { ...left, value: left.value / right.value };
}

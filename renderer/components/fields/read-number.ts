import { readEntered, type EnteredAmount } from '../../../shared/project/entered-amount.ts';
import { plainPrint, type Print } from '../../../shared/units/print.ts';
import type { Unit } from '../../../shared/units/unit.ts';
import type { SumProblem } from '../../text/sums.ts';
import { namesFor } from './amounts.ts';
import { workOut, type Part } from './arithmetic.ts';
import { viewOf } from './number-text.ts';

export type ReadNumber =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly value: number; readonly entered?: EnteredAmount;
    /** Set where the value is not simply what stands there: it was worked out or converted. */
    readonly worked?: true }
  | { readonly kind: 'invalid'; readonly problem: SumProblem };

export interface Present {
  /** Value that `+30%` and `*1.3` change, in the kept unit; null where there is none. */
  readonly now?: number | null;
  /** Whether the field takes negative values, in which `-10%` could be one. */
  readonly negative?: boolean;
}

const invalid = (code: Exclude<SumProblem['code'], 'unexpected'>): ReadNumber =>
  ({ kind: 'invalid', problem: { code } });

/** `+30%`, `-40 %`: the present value and a share of it. */
const change = /^([+-])\s*([\d.,\s]+(?:e[-+]?\d+)?)\s*%$/iu;

/**
 * Reads what a person typed into a field: a number, a sum, or a change of the present
 * value. Amounts count in the project's currency, in dollars or in a third one where they
 * say so; other units of the same quantity are converted. Commas count only as thousands
 * separators: a decimal comma is refused rather than read as a number ten times too large.
 *
 * `+30%`, `-40%`, `*1.3` and `/2` change the present value. A sign before anything else is
 * just a sign: `+5` is 5, and `=-5%` is minus five per cent.
 * @example readInput('=0.066*1.3', 'USD/kWh') // { kind: 'number', value: 0.0858, worked: true }
 */
export function readInput(
  text: string, unit: Unit, print: Print = plainPrint, present: Present = {},
): ReadNumber {
  const bare = text.trim().replaceAll('−', '-');
  if (bare === '') return { kind: 'empty' };
  const relative = change.exec(bare);
  if (relative !== null) return changed(relative, unit, print, present);
  const [first = ''] = bare;
  if (/[*/×÷]/u.test(first) && !/^\/\s*\p{L}/u.test(bare))
    return onward(bare, unit, print, present);
  const absolute = first === '=' ? bare.slice(1) : bare;
  const sum = workOut(absolute, namesFor(unit, print), null);
  if (!sum.ok) return { kind: 'invalid', problem: sum.problem };
  if (sum.part.kind === 'share') return invalid('percent-of-what');
  const entered = sum.third === null ? null : readEntered(absolute);
  const converted = sum.part.unit !== null && !isOwn(sum.part.unit, unit, print);
  const value = keptOf(sum.part, unit, print, sum.worked || converted);
  if (!Number.isFinite(value)) return invalid('too-large');
  return {
    kind: 'number', value, ...(entered === null ? {} : { entered }),
    ...(sum.worked || first === '=' || first === '+' || converted ? { worked: true } : {}),
  };
}

/** The present value moved by a share of itself. */
function changed(
  [, sign, digits = '']: RegExpExecArray, unit: Unit, print: Print, present: Present,
): ReadNumber {
  if (sign === '-' && present.negative === true && unit.startsWith('fraction'))
    return invalid('signed-share');
  const share = workOut(digits, { after: [], before: [] }, null);
  if (!share.ok) return { kind: 'invalid', problem: share.problem };
  const factor = 1 + (sign === '-' ? -1 : 1) * share.part.value / 100;
  return onward(`*${factor < 0 ? `(${factor})` : factor}`, unit, print, present);
}

/** A text that goes on from the present value. */
function onward(text: string, unit: Unit, print: Print, { now = null }: Present): ReadNumber {
  if (now === null) return invalid('nothing-to-change');
  const { scale, offset = 0 } = viewOf(unit, print);
  const sum = workOut(text, namesFor(unit, print), now * scale + offset);
  if (!sum.ok) return { kind: 'invalid', problem: sum.problem };
  const value = keptOf(sum.part, unit, print, true);
  return Number.isFinite(value) ? { kind: 'number', value, worked: true }
    : invalid('too-large');
}

/** What is kept of a value worked out in the unit it was typed in, free of binary noise. */
function keptOf(part: Part, unit: Unit, print: Print, worked: boolean): number {
  const own = viewOf(unit, print);
  const { scale, offset = 0 } = part.unit ?? own;
  return Number(((part.value - offset) / scale).toPrecision(worked ? 12 : 15));
}

/** Whether a unit is the one the field shows anyway. */
function isOwn(written: { scale: number; offset: number }, unit: Unit, print: Print): boolean {
  const { scale, offset = 0 } = viewOf(unit, print);
  return written.scale === scale && written.offset === offset;
}

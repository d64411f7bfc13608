import { currencySign, plainPrint, type Print } from '../units/print.ts';
import type { Unit } from '../units/unit.ts';

/** Changes from one level to the next, in order. */
export interface Ladder {
  readonly unit: Unit;
  readonly from: number;
  readonly changes: readonly number[];
}

export interface PrintedLadder {
  readonly from: string;
  readonly changes: readonly string[];
  /** The level after each change. */
  readonly levels: readonly string[];
  readonly to: string;
  /** The whole change. */
  readonly sum: string;
}

interface Scale {
  readonly divisor: number;
  readonly digits: number;
  readonly suffix: string;
}

/**
 * Size from which money is written in billions, millions, thousands or dollars, and with
 * how many digits.
 */
const moneyScales: readonly (readonly [from: number, scale: Scale])[] = [
  [1e9, { divisor: 1e9, digits: 3, suffix: ' B' }],
  [1e6, { divisor: 1e6, digits: 2, suffix: ' M' }],
  [1e4, { divisor: 1e3, digits: 1, suffix: ' k' }],
  [0, { divisor: 1, digits: 2, suffix: '' }],
];

/** Digits at most behind those of the largest number: beyond them a small change is noise. */
const mostExtraDigits = 3;

/** Digits after the point at most, as `formatQuantity` allows with those extra. */
const mostDigits = 8;

/** Digits after the point at which a number shows so many figures. */
const digitsFor = (value: number, figures: number): number =>
  figures - 1 - Math.floor(Math.log10(Math.abs(value)));

function scaleOf(unit: Unit, levels: readonly number[], changes: readonly number[]): Scale {
  const largest = Math.max(0, ...levels.map(Math.abs));
  const base = unit === 'USD'
    ? (moneyScales.find(([from]) => largest >= from)?.[1]
      ?? { divisor: 1, digits: 2, suffix: '' })
    : { divisor: 1,
      digits: largest === 0 ? 2 : Math.min(mostDigits, Math.max(2, digitsFor(largest, 4))),
      suffix: '' };
  const moves = changes.map(Math.abs).filter((change) => change > largest * 1e-9);
  const wanted = moves.length === 0 ? 0 : digitsFor(Math.min(...moves) / base.divisor, 2);
  return { ...base,
    digits: Math.min(base.digits + mostExtraDigits, Math.max(base.digits, wanted)) };
}

/** Writes a whole number of last digits. */
function printerOf(
  unit: Unit, { digits, suffix }: Scale, { currency, locale }: Print,
): (lastDigits: number, signed?: boolean) => string {
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits, maximumFractionDigits: digits,
  });
  const money = unit.startsWith('USD') ? currencySign(currency) : '';
  const tail = unit === 'ratio' ? 'x' : suffix;
  return (lastDigits, signed = false) => {
    const sign = lastDigits < 0 ? '-' : signed && lastDigits > 0 ? '+' : '';
    return `${sign}${money}${format.format(Math.abs(lastDigits) / 10 ** digits)}${tail}`;
  };
}

/**
 * Prints a ladder so that its printed digits add up: levels are rounded to one digit
 * common to all, and a change is the difference of two printed levels. No change is off
 * by more than its last digit.
 * @example printLadder({ unit: 'ratio', from: 1.004, changes: [1.004] }) // { from: '1.004x', to: '2.008x' }
 */
export function printLadder(ladder: Ladder, look: Print = plainPrint): PrintedLadder {
  const { unit } = ladder;
  const rate = unit.startsWith('USD') ? look.usdPerUnit : 1;
  const changes = ladder.changes.map((change) => change / rate);
  const levels = [ladder.from / rate];
  for (const change of changes) levels.push((levels.at(-1) ?? 0) + change);
  const scale = scaleOf(unit, levels, changes);
  const print = printerOf(unit, scale, look);
  const rounded =
    levels.map((level) => Math.round((level / scale.divisor) * 10 ** scale.digits));
  const at = (i: number): number => rounded[i] ?? 0;
  return {
    from: print(at(0)),
    changes: changes.map((_, i) => print(at(i + 1) - at(i), true)),
    levels: changes.map((_, i) => print(at(i + 1))),
    to: print(at(changes.length)),
    sum: print(at(changes.length) - at(0), true),
  };
}

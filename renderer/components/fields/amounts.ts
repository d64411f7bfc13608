import { exchangeRates } from '../../../shared/catalog/exchange-rates.ts';
import { currencySign, type Print } from '../../../shared/units/print.ts';
import { typedUnits } from '../../../shared/units/typed-units.ts';
import type { Unit } from '../../../shared/units/unit.ts';

/** A unit that was written beside a number: what is typed = what is kept x scale + offset. */
export interface Written {
  readonly scale: number;
  readonly offset: number;
  /** Currency of an amount whose rate the project does not set; null for all others. */
  readonly third: string | null;
}

/** A number as it stands in a text: its value, its unit, and where it ends. */
export interface Amount {
  readonly value: number;
  /** Null where no unit is written. */
  readonly unit: Written | null;
  /** Whether the unit is the per cent sign. */
  readonly percent: boolean;
  readonly end: number;
}

interface Name {
  readonly text: string;
  readonly unit: Written;
  /** Of a tail such as `/MWh`: how it differs from that of the kept unit, in any currency. */
  readonly tail?: number;
}

/** The units a text may name, the longest first, and the signs that stand before an amount. */
export interface Names {
  readonly after: readonly Name[];
  readonly before: readonly Name[];
}

const multipliers: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, M: 1e6, G: 1e9,
  B: 1e9, T: 1e12 };
/** Commas and thin gaps count only between groups of three digits. */
const digits =
  /^(?:\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d{1,3}(?:[ '\u00a0\u202f]\d{3})+(?:\.\d*)?|\d+\.?\d*|\.\d+)/u;
const exponent = /^e[-+]?\d{1,3}/iu;

/** Every currency with its rate: the project's own rate before the shipped one. */
function currencies(print: Print): readonly (readonly [string, number, boolean])[] {
  const known = exchangeRates.filter(({ currency }) => currency !== print.currency)
    .map(({ currency, usdPerUnit }) => [currency, usdPerUnit, true] as const);
  const own = print.currency === 'USD' ? []
    : [[print.currency, print.usdPerUnit, false] as const];
  return [['USD', 1, false] as const, ...own, ...known];
}

/** The names by which an amount of a unit may be typed in a project. */
export function namesFor(unit: Unit, print: Print): Names {
  const plain = typedUnits(unit).map(({ name, scale, offset }): Name =>
    ({ text: name, unit: { scale, offset, third: null } }));
  if (!unit.startsWith('USD')) return { after: byLength(plain), before: [] };
  const priced = currencies(print).flatMap(([currency, rate, foreign]) => {
    const third = foreign ? currency : null;
    const one = { scale: 1 / rate, offset: 0, third };
    const named = plain.map(({ text, unit: { scale } }): Name => ({
      text: text.replace('USD', currency), unit: { ...one, scale: scale / rate },
    }));
    const sign = currencySign(currency).trim();
    const after = [...named, { text: currency, unit: one }, { text: sign, unit: one }];
    return [{ after, before: [{ text: currency, unit: one }, { text: sign, unit: one }] }];
  });
  const own = print.currency === 'USD' ? 1 : print.usdPerUnit;
  const tails = plain.filter(({ text }) => text.startsWith('USD/')).map(({ text, unit: u }) =>
    ({ text: text.slice(3), unit: { ...u, scale: u.scale / own }, tail: u.scale }));
  return {
    after: byLength([...priced.flatMap(({ after }) => after), ...tails]),
    before: byLength(priced.flatMap(({ before }) => before)),
  };
}

const byLength = (names: readonly Name[]): readonly Name[] =>
  names.toSorted((a, b) => b.text.length - a.text.length);

/** The name that stands at a place, gaps left out; capitals count where they tell units apart. */
function nameAt(text: string, at: number, names: readonly Name[]) {
  for (const exact of [true, false]) {
    for (const name of names) {
      if (!exact && !anyCase(name.text)) continue;
      const end = matchAt(text, at, name.text, exact);
      if (end !== null && !goesOn(text, name.text, end)) return { name, end };
    }
  }
  return null;
}

/** Whether a name means the same in any capitals: bits and bytes, mega and milli do not. */
const anyCase = (name: string): boolean =>
  /b(?:\/s|ps|it)/iu.test(name) ? false : name.length > 2 || /^[kMG]W$/u.test(name);

/** Whether a word goes on where a name was found; signs of currencies end themselves. */
function goesOn(text: string, name: string, at: number): boolean {
  const sign = /[^\p{L}\p{N}%°²³₂]$/u.test(name);
  return !sign && (/[\p{L}\p{N}°²³₂]/u.test(text[at] ?? '')
    ? !/^[A-Z]{3}$/u.test(name) || /\p{L}/u.test(text[at] ?? '')
    : /^\/\s*\p{L}/u.test(text.slice(at)));
}

function matchAt(text: string, at: number, wanted: string, exact: boolean): number | null {
  let place = at;
  for (const letter of wanted.replaceAll(' ', '')) {
    while (/\s/u.test(text[place] ?? '')) place += 1;
    const found = text[place] ?? '';
    const same = exact ? found === letter : found.toLowerCase() === letter.toLowerCase();
    if (!same) return null;
    place += 1;
  }
  return place;
}

const skipGaps = (text: string, at: number): number => {
  let place = at;
  while (/\s/u.test(text[place] ?? '')) place += 1;
  return place;
};

/** Reads a number with what is written around it; null where none stands. */
export function amountAt(text: string, start: number, names: Names): Amount | null {
  const before = nameAt(text, start, names.before);
  const from = skipGaps(text, before?.end ?? start);
  const mantissa = digits.exec(text.slice(from))?.[0];
  if (mantissa === undefined) return null;
  const power = exponent.exec(text.slice(from + mantissa.length))?.[0] ?? '';
  let end = from + mantissa.length + power.length;
  if (/[\d.,]/u.test(text[end] ?? '')) return null;
  const bare = Number(`${mantissa.replaceAll(/[,\s'\u00a0\u202f]/gu, '')}${power}`);
  const direct = nameAt(text, end, names.after);
  const letter = direct === null ? text[skipGaps(text, end)] ?? '' : '';
  const factor = multipliers[letter];
  if (factor !== undefined) end = skipGaps(text, end) + 1;
  const after = direct ?? nameAt(text, end, names.after);
  const unit = joined(before?.name, after?.name);
  if (unit === undefined) return null;
  end = after?.end ?? end;
  if (/[\p{L}\p{N}_]/u.test(text[end] ?? '')) return null;
  const value = bare * (factor ?? 1);
  const sign = skipGaps(text, end);
  const percent = after?.name.text === '%' || (unit === null && text[sign] === '%');
  return { value, unit, percent, end: unit === null && percent ? sign + 1 : end };
}

/** One unit of a sign before and a unit after; undefined where they speak of two currencies. */
function joined(before: Name | undefined, after: Name | undefined): Written | null | undefined {
  if (before === undefined) return after?.unit ?? null;
  if (after === undefined) return before.unit;
  return after.tail === undefined ? undefined
    : { ...before.unit, scale: before.unit.scale * after.tail };
}

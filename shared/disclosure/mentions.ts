import type { FieldValue } from '../project/field.ts';
import { fieldPath } from '../project/redact.ts';
import type { ProjectRecord } from '../project/record.ts';
import type { HiddenValue } from './hidden.ts';

/** A place in what stays that still says a hidden value, or seems to. */
export interface Mention {
  /**
   * Path of the field, of the notes, or of the record whose key says it; `picture NAME` for a
   * picture.
   */
  readonly where: string;
  /** Path of the hidden value it says. */
  readonly says: string;
}

/** Shorter texts stand in other words by chance. */
const leastLetters = 3;

/** Shorter numbers stand anywhere by chance. */
const leastDigits = 2;

/** And shorter ones still in another scale: 0.12 is not what every dozen says. */
const leastDigitsScaled = 3;

/**
 * A price per kWh is also said in cents, a share in percent, a cost in thousands, millions or
 * billions.
 */
const scales = [1, 100, 1000, 1e6, 1e9, 0.01, 0.001, 1e-6, 1e-9];

const numerals = /\d[\d,' ]*(?:\.\d+)?(?:e[+-]?\d+)?/giu;

/** Significant digits a number is written with. */
const digitsIn = (value: number): number =>
  String(Math.abs(value)).replace(/e.*$/u, '').replaceAll(/^0\.0*|[.]|0+$/gu, '').length;

/** Whether two numbers are the same but for how a decimal is stored. */
const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.abs(b);

function saysNumber(text: string, value: number): boolean {
  const digits = digitsIn(value);
  if (digits < leastDigits) return false;
  const tried = digits < leastDigitsScaled ? [1] : scales;
  return (text.match(numerals) ?? []).some((word) => {
    const said = Number(word.replaceAll(/[,' ]/gu, ''));
    return tried.some((scale) => isSame(said, Math.abs(value) * scale));
  });
}

/**
 * Whether a text says a value: a number by its digits, in any common scale; a text by its
 * letters.
 * @example says('at 4.37 cents', 0.0437) // true
 * @example says('at 4.4 cents', 0.0437) // false
 */
export function says(text: string, value: FieldValue): boolean {
  if (typeof value === 'number') return saysNumber(text, value);
  return typeof value === 'string' && value.trim().length >= leastLetters
    && text.toLowerCase().includes(value.trim().toLowerCase());
}

/** Every text and number that stays in a record, by where it stands. */
function saidBy(
  record: ProjectRecord,
): readonly (readonly [where: string, said: FieldValue])[] {
  const { values, notes = {} } = record.body;
  const own: readonly (readonly [string, FieldValue])[] = [
    [`${record.kind}.${record.key}`, record.key],
    ...Object.entries(values).map(([key, value]) => [fieldPath(record, key), value] as const),
    ...Object.entries(notes).flatMap(([key, { note, source }]) => [note, source]
      .flatMap((text) =>
        (text === undefined ? [] : [[`notes on ${fieldPath(record, key)}`, text] as const]))),
  ];
  return own;
}

const isSaidBy = (said: FieldValue, { value }: HiddenValue): boolean => {
  if (typeof said === 'string') return says(said, value);
  return typeof said === 'number' && typeof value === 'number' && digitsIn(value) >= leastDigits
    && isSame(said, value);
};

/** Choices and references are words of the program, not of the sender. */
const isFree = ({ field }: HiddenValue): boolean => field.type === 'text'
  || field.type === 'number';

/**
 * Where what stays in a package says what was taken out: another field with the same number, a
 * note, a name, the key of a record, a picture's name or text. It finds what is written out; it
 * does not understand.
 * @param records as they go into the package
 * @param pictures names and contents as text
 */
export function findMentions(
  records: readonly ProjectRecord[], hidden: readonly HiddenValue[],
  pictures: readonly { readonly name: string; readonly text: string }[] = [],
): readonly Mention[] {
  const said = [
    ...records.flatMap(saidBy),
    ...pictures.flatMap(
      ({ name, text }) => [[`picture ${name}`, name], [`picture ${name}`, text]] as const,
    ),
  ];
  const found = hidden.filter(isFree).flatMap((each) =>
    said.filter(([, what]) => isSaidBy(what, each))
      .map(([where]) => ({ where, says: each.path })));
  return [
    ...new Map(found.map((mention) => [`${mention.where}\n${mention.says}`, mention])).values(),
  ];
}

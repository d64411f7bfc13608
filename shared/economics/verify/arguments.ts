import type { PaymentType } from '../functions/annuity.ts';

/**
 * What a function answers: a number, none (an error value in a spreadsheet), a row, or
 * named parts.
 */
export type Answer = number | null | readonly number[] | { readonly [name: string]: Answer };

/** Reads a case's inputs by name; a missing or ill-typed argument throws `ArgumentError`. */
export interface Arguments {
  readonly has: (...names: readonly string[]) => boolean;
  readonly number: (names: string | readonly string[], fallback?: number) => number;
  readonly numbers: (
    names: string | readonly string[], fallback?: readonly number[],
  ) => readonly number[];
  readonly text: (names: string | readonly string[], fallback?: string) => string;
  readonly flag: (names: string | readonly string[], fallback: boolean) => boolean;
  readonly dates: (names: string | readonly string[]) => readonly (string | number)[];
  readonly table: (names: string | readonly string[]) => readonly (readonly number[])[];
  readonly record: (names: string | readonly string[]) => Arguments;
  readonly type: () => PaymentType;
  readonly raw: (name: string) => unknown;
  readonly names: readonly string[];
}

/** A case that cannot be run: what is missing or of the wrong kind. */
export class ArgumentError extends Error {}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isNumber = (value: unknown): value is number => typeof value === 'number'
  && Number.isFinite(value);
const isNumbers = (value: unknown): value is readonly number[] => Array.isArray(value)
  && value.every(isNumber);
const isText = (value: unknown): value is string => typeof value === 'string';
/** Spreadsheets write false and true as 0 and 1 too. */
const isFlag = (value: unknown): value is boolean | 0 | 1 => typeof value === 'boolean'
  || value === 0 || value === 1;
const isTable = (value: unknown): value is readonly (readonly number[])[] =>
  Array.isArray(value)
  && value.every(isNumbers);
const isDates = (value: unknown): value is readonly (string | number)[] =>
  Array.isArray(value) && value.every((entry) => isText(entry) || isNumber(entry));

/**
 * Arguments of a case.
 * @example readArguments({ rate: 0.1 }).number(['rate', 'discount_rate']) // 0.1
 */
export function readArguments(inputs: Readonly<Record<string, unknown>>): Arguments {
  const find = (names: string | readonly string[]): unknown => {
    const list = typeof names === 'string' ? [names] : names;
    const name = list.find((entry) => Object.hasOwn(inputs, entry) && inputs[entry] !== null);
    return name === undefined ? undefined : inputs[name];
  };
  function read<T>(names: string | readonly string[], is: (value: unknown) => value is T,
    kind: string,
    fallback?: T): T {
    const value = find(names);
    if (value === undefined && fallback !== undefined) return fallback;
    if (is(value)) return value;
    const name = typeof names === 'string' ? names : names.join(' or ');
    throw new ArgumentError(value === undefined ? `argument ${name} is missing`
      : `argument ${name} is not ${kind}`);
  }
  return {
    has: (...names) => names.some((name) => find(name) !== undefined),
    number: (names, fallback) => read(names, isNumber, 'a finite number', fallback),
    numbers: (names, fallback) => read(names, isNumbers, 'a row of finite numbers', fallback),
    text: (names, fallback) => read(names, isText, 'text', fallback),
    flag: (names, fallback) => Boolean(read(names, isFlag, 'true or false', fallback)),
    dates: (names) => read(names, isDates, 'a row of dates'),
    table: (names) => read(names, isTable, 'a table of finite numbers'),
    record: (names) => readArguments(read(names, isRecord, 'a group of arguments')),
    type: () => {
      const value = find(['type', 'when']);
      return value === 1 || value === 'begin' || value === true ? 1 : 0;
    },
    raw: (name) => inputs[name],
    names: Object.keys(inputs),
  };
}

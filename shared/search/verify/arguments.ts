/** A case that cannot be run: what is missing or of the wrong kind. */
export class ArgumentError extends Error {}

type Raw = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNumber = (value: unknown): value is number => typeof value === 'number'
  && Number.isFinite(value);
const isEnd = (value: unknown): value is number | null => value === null
  || isNumber(value);
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isText = (value: unknown): value is string => typeof value === 'string';
const listOf = <T>(is: (value: unknown) => value is T) =>
  (value: unknown): value is readonly T[] => Array.isArray(value) && value.every(is);

/** Reads a case's arguments by name; one that is missing or ill-typed throws. */
export interface Arguments {
  readonly has: (name: string) => boolean;
  readonly number: (name: string, fallback?: number) => number;
  readonly whole: (name: string) => number;
  readonly numbers: (name: string, fallback?: readonly number[]) => readonly number[];
  readonly wholes: (name: string) => readonly number[];
  /** Numbers, or null for no end. */
  readonly ends: (
    name: string, fallback?: readonly (number | null)[],
  ) => readonly (number | null)[];
  readonly end: (name: string) => number | null;
  readonly table: (
    name: string, fallback?: readonly (readonly number[])[],
  ) => readonly (readonly number[])[];
  readonly flag: (name: string, fallback?: boolean) => boolean;
  readonly flags: (name: string, fallback?: readonly boolean[]) => readonly boolean[];
  readonly text: (name: string, fallback?: string) => string;
  readonly texts: (name: string) => readonly string[];
  readonly record: (name: string) => Arguments;
  readonly records: (name: string) => readonly Arguments[];
  readonly names: readonly string[];
}

/**
 * Arguments of a case. null stands for one that is not given.
 * @throws ArgumentError when one is asked for that is missing or of the wrong kind
 * @example argumentsOf({ rate: 0.1 }).number('rate') // 0.1
 * @example argumentsOf({}).number('rate', 0) // 0
 */
export function argumentsOf(raw: Raw): Arguments {
  const find = (name: string): unknown =>
    (Object.hasOwn(raw, name) ? raw[name] : undefined);
  function read<T>(
    name: string, is: (value: unknown) => value is T, kind: string, fallback?: T,
  ): T {
    const value = find(name);
    if ((value === undefined || value === null) && fallback !== undefined)
      return fallback;
    if (is(value)) return value;
    throw new ArgumentError(value === undefined || value === null
      ? `argument ${name} is missing` : `argument ${name} is not ${kind}`);
  }
  const isWhole = (value: unknown): value is number => isNumber(value)
    && Number.isInteger(value);
  return {
    has: (name) => find(name) !== undefined && find(name) !== null,
    number: (name, fallback) => read(name, isNumber, 'a finite number', fallback),
    whole: (name) => read(name, isWhole, 'a whole number'),
    numbers: (name, fallback) => read(name, listOf(isNumber), 'a row of numbers',
      fallback),
    wholes: (name) => read(name, listOf(isWhole), 'a row of whole numbers'),
    ends: (name, fallback) =>
      read(name, listOf(isEnd), 'a row of numbers or null', fallback),
    end: (name) => (find(name) === undefined ? null
      : read(name, isEnd, 'a number or null', null)),
    table: (name, fallback) =>
      read(name, listOf(listOf(isNumber)), 'a table of numbers', fallback),
    flag: (name, fallback) => read(name, isFlag, 'true or false', fallback),
    flags: (name, fallback) => read(name, listOf(isFlag), 'a row of true or false',
      fallback),
    text: (name, fallback) => read(name, isText, 'text', fallback),
    texts: (name) => read(name, listOf(isText), 'a row of texts'),
    record: (name) => argumentsOf(read(name, isRecord, 'a group of arguments')),
    records: (name) => read(name, listOf(isRecord), 'a row of groups').map(argumentsOf),
    names: Object.keys(raw),
  };
}

/** One of a few words. */
export function choiceOf<T extends string>(
  args: Arguments, name: string, choices: readonly T[], fallback?: T,
): T {
  const text = args.text(name, fallback);
  const found = choices.find((choice) => choice === text);
  if (found === undefined)
    throw new ArgumentError(`argument ${name} is "${text}", not one of ${choices.join(', ')}`);
  return found;
}

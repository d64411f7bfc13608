import type { Plan } from '../../../shared/plan/types.ts';
import { figureOptions, fieldNamed, inputsFor, type Option } from './inputs.ts';
import { axisFor, withFigure, type AxisForm, type SearchForm } from './form.ts';

/** A form as a sentence fills it in, with what of the sentence was used and what was not. */
export interface ReadSentence {
  readonly form: SearchForm;
  readonly understood: readonly string[];
  readonly not: readonly string[];
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/\s+/gu, ' ').trim();

/** The option a few words name: all of its name, its beginning, or a part of it. */
function named(options: readonly Option[], text: string): Option | null {
  const wanted = plain(text);
  if (wanted === '') return null;
  const bare = ({ label }: Option): string => plain(label.replace(/ \([^)]*\)$/u, ''));
  return options.find(({ label, value }) => plain(label) === wanted || value === text.trim())
    ?? options.find((option) => bare(option) === wanted)
    ?? options.find((option) => bare(option).startsWith(wanted))
    ?? options.find((option) => bare(option).includes(wanted)) ?? null;
}

const factors: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9, bn: 1e9 };

/** A number with a per cent sign or a factor: `15 %`, `$3 B`, `0.2`; null where it is none. */
function amountOf(text: string): number | null {
  const found = /^\$?\s*([-−]?[\d.,]+)\s*(%|k|m|bn?|)/iu.exec(text.trim());
  const [, digits = '', tail = ''] = found ?? [];
  const value = Number(digits.replace('−', '-').replaceAll(',', ''));
  if (digits === '' || Number.isNaN(value)) return null;
  return tail === '%' ? value / 100 : value * (factors[tail.toLowerCase()] ?? 1);
}

/** `utilisation from 30 % to 80 %`, or the input alone. */
function readAxisWords(text: string, plan: Plan | null): AxisForm | null {
  const [, name = text, from, to] = /^(.*?)\s+from\s+(.+?)\s+to\s+(.+)$/iu.exec(text) ?? [];
  const input = named(inputsFor(plan), name);
  if (input === null) return null;
  const axis = axisFor(input.value, plan);
  if (from === undefined || to === undefined || fieldNamed(input.value)?.type !== 'number')
    return axis;
  const ends = [amountOf(from), amountOf(to)];
  const [low, high] = ends;
  return low == null || high == null ? null : { ...axis, from: low, to: high };
}

/** `NPV = 0`, `investment <= 3 B`: a figure, and what it is held against. */
function readBound(text: string) {
  const [, name = '', side = '', amount = ''] = /^(.*?)\s*(<=|>=|=)\s*(.+)$/u.exec(text) ?? [];
  const figure = named(figureOptions, name);
  const bound = amountOf(amount);
  return figure === null || bound === null ? null : { figure: figure.value, side, bound };
}

type Clause = (form: SearchForm, text: string, plan: Plan | null) => SearchForm | null;

const find: Clause = (form, text) => {
  const goal = readBound(text);
  if (goal?.side === '=')
    return { ...withFigure(form, goal.figure), kind: 'seek', target: goal.bound };
  const best = /^(?:the )?(?:best|most|highest|least|lowest|cheapest)\s+(.+)$/iu.exec(text)?.[1];
  const figure = named(figureOptions, best ?? text);
  if (figure === null) return null;
  const asked = withFigure(form, figure.value);
  return best === undefined ? { ...asked, kind: 'sweep' }
    : { ...asked, kind: 'optimise', choice: 'mix' };
};

const vary: Clause = (form, text, plan) => {
  const axes = text.split(/,| and /iu).map((part) => readAxisWords(part.trim(), plan));
  const [first, second, ...more] = axes;
  if (first == null || second === null || more.length > 0) return null;
  const isNumber = fieldNamed(first.path)?.type === 'number';
  return { ...form, across: first, vary: isNumber ? first : form.vary,
    kind: form.kind === 'seek' && second !== undefined ? 'sweep' : form.kind,
    choice: form.kind === 'optimise' ? 'values' : form.choice,
    ...(second === undefined ? {} : { down: second }) };
};

const keep: Clause = (form, text) => {
  const limit = readBound(text);
  if (limit === null || limit.side === '=') return null;
  return { ...form, limit: { figure: limit.figure, bound: limit.bound,
    side: limit.side === '>=' ? '>=' : '<=' } };
};

const clauses: readonly (readonly [RegExp, Clause])[] = [
  [/^find\s+/iu, find], [/^(?:vary|change|by changing)\s+/iu, vary],
  [/^(?:keep|so that|with)\s+/iu, keep],
];

/**
 * Reads `find ... so that ...; vary ...; keep ...` into the pickers. Every clause is either
 * used whole or named as not understood; what is not said stays as it is.
 * @example readSentence('find NPV = 0; vary price decline', form, plan).form.kind // 'seek'
 */
export function readSentence(text: string, form: SearchForm, plan: Plan | null): ReadSentence {
  const parts = text.split(/;|\s(?=so that\s)/iu).map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.reduce<ReadSentence>((so, part) => {
    const [start, clause] = clauses.find(([begins]) => begins.test(part)) ?? [];
    const next = start === undefined || clause === undefined ? null
      : clause(so.form, part.replace(start, ''), plan);
    return next === null ? { ...so, not: [...so.not, part] }
      : { ...so, form: next, understood: [...so.understood, part] };
  }, { form, understood: [], not: [] });
}

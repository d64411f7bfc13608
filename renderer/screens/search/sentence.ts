import type { Unit } from '../../../shared/units/unit.ts';
import type { Print } from '../../../shared/units/print.ts';
import { readInput } from '../../components/fields/read-number.ts';
import type { FigureChoice, Variable } from './inputs.ts';

/** A question as far as a sentence says it. */
export interface Sentence {
  /** Two inputs are swept; one with a target is searched for the value. */
  readonly kind: 'sweep' | 'seek';
  readonly figure: FigureChoice | null;
  readonly target: number | null;
  readonly vary: readonly SaidRange[];
  /** Parts nobody understood, as they were written. */
  readonly unread: readonly string[];
}

/** An input with the ends a sentence gives it; null where it gives none. */
export interface SaidRange {
  readonly variable: Variable;
  readonly from: number | null;
  readonly to: number | null;
}

const plain = (text: string): string =>
  text.toLowerCase().replaceAll(/[^\p{L}\p{N}%]+/gu, ' ').trim();

/** The entry whose name a text says: the same, one that begins so, or one that holds it. */
function named<T extends { readonly label: string }>(
  text: string, entries: readonly T[],
): T | null {
  const wanted = plain(text);
  if (wanted === '') return null;
  const tests = [
    (label: string) => label === wanted, (label: string) => label.startsWith(wanted),
    (label: string) => ` ${label} `.includes(` ${wanted} `),
  ];
  for (const test of tests) {
    const found = entries.find(({ label }) => test(plain(label)));
    if (found !== undefined) return found;
  }
  return null;
}

const amount = (text: string, unit: Unit, print: Print): number | null => {
  const read = readInput(text.replace(/\s*(?:%\/year|percent)$/u, '%').replace(/%$/u,
    unit.startsWith('fraction') ? '' : '%'), unit, print);
  return read.kind === 'number' ? read.value : null;
};

/** `IRR >= 15%`, `NPV of 0`, `NPV`: a figure, with the value it is to have where one is said. */
const targetForm = /^(.+?)\s*(?:>=|≥|<=|≤|=|\bof\b|\bis\b|\bat least\b|\bat most\b)\s*(.+)$/iu;
/** `utilisation from 30% to 80%`. */
const rangeForm = /^(.+?)\s+from\s+(.+?)\s+to\s+(.+)$/iu;

interface Names {
  readonly figures: readonly FigureChoice[];
  readonly variables: readonly Variable[];
  readonly print: Print;
}

/**
 * Reads a question such as `find NPV so that NPV = 0; vary utilisation from 30% to 80% and
 * electricity price`. Names are those of the figures and inputs, or their beginnings.
 */
export function readSentence(text: string, { figures, variables, print }: Names): Sentence {
  let figure: FigureChoice | null = null;
  let target: number | null = null;
  const vary: SaidRange[] = [];
  const unread: string[] = [];
  const parts = text.split(/;|\bso that\b|\bwhere\b/iu).map((part) => part.trim())
    .filter((part) => part !== '');
  for (const part of parts) {
    const said = part.replace(/^(?:find|which|what|show|make)\s+/iu, '');
    if (/^(?:vary|varying|over|by|change)\s/iu.test(said)) {
      for (const each of said.replace(/^\S+\s+/u, '').split(/\s*,\s*|\s+and\s+/iu)) {
        const range = readRange(each, variables, print);
        if (range === null) unread.push(each);
        else vary.push(range);
      }
      continue;
    }
    const aim = targetForm.exec(said);
    const found = named(aim?.[1] ?? said, figures);
    const value = found === null || aim === null ? null
      : amount(aim[2] ?? '', found.unit, print);
    if (found === null || (aim !== null && value === null)) unread.push(part);
    if (found !== null) figure = found;
    if (value !== null) target = value;
  }
  return { kind: vary.length === 1 && target !== null ? 'seek' : 'sweep', figure, target, vary,
    unread };
}

function readRange(
  text: string, variables: readonly Variable[], print: Print,
): SaidRange | null {
  const ends = rangeForm.exec(text);
  const variable = named(ends?.[1] ?? text, variables);
  if (variable === null) return null;
  const [from, to] = [ends?.[2], ends?.[3]].map((end) =>
    (end === undefined ? null : amount(end, variable.unit, print)));
  if (ends !== null && (from === null || to === null)) return null;
  return { variable, from: from ?? null, to: to ?? null };
}

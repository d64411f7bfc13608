import { useState } from 'react';
import type { FieldValue, NumberField } from '../../../shared/project/field.ts';
import type { FieldNote } from '../../../shared/project/record.ts';
import { checkValue, type FieldProblem } from '../../../shared/project/validate.ts';
import type { Print } from '../../../shared/units/print.ts';
import { pathOf } from '../../state/document.ts';
import { usePrint } from '../../state/use-print.ts';
import { describeValue, explainField, fieldText } from '../../text/fields.ts';
import { explainSum, sumText, type SumProblem } from '../../text/sums.ts';
import type { ControlProps } from './control.ts';
import { printInput, stepBy } from './number-text.ts';
import { readInput } from './read-number.ts';

interface NumberDraft {
  /**
   * What stands in the box: the draft while it is being typed or is refused, else the
   * stored value.
   */
  readonly text: string;
  readonly invalid: boolean;
  /** What a sum comes to while it is typed; null where nothing is worked out. */
  readonly result: string | null;
  readonly type: (text: string) => void;
  /**
   * Leaving the box: a sum is taken, a sound draft is shown as stored, a refused one stays
   * to be mended.
   */
  readonly settle: () => void;
  readonly drag: (value: number) => void;
  readonly press: (event: React.KeyboardEvent) => void;
}

type Props = Pick<ControlProps, 'at' | 'value' | 'edit' | 'onError'> & {
  /** What an empty box stands for; changes of the present value go on from it. */
  readonly auto: number | null;
};

/** The value of a field when its draft was begun, and what a change of it starts from. */
interface Start {
  readonly stored: number | null;
  readonly now: number | null;
}

interface Draft {
  readonly text: string;
  readonly start: Start;
  /** Whether it was ended by Enter or by leaving the box, and refused. */
  readonly tried: boolean;
}

/**
 * Typing into a number box: every sound number is stored at once, a sum when it is
 * finished by Enter or by leaving the box, anything else only complained of.
 */
export function useNumberDraft(field: NumberField, props: Props): NumberDraft {
  const { at, value, edit, onError, auto } = props;
  const print = usePrint();
  const stored = typeof value === 'number' ? value : null;
  const [draft, setDraft] = useState<Draft | null>(null);
  const read = draft === null ? null
    : readDraft(field, draft.text, print, draft.start, pathOf(at));
  const invalid = read !== null && !read.ok && (draft?.tried === true || !read.waits);

  const tell = (text: string | null): void => {
    onError(text === null ? null
      : `${text} ${fieldText.kept(describeValue(field, stored, print))}`);
  };
  const revert = (): void => {
    setDraft(null);
    onError(null);
  };
  const type = (text: string): void => {
    const start = draft?.start ?? { stored, now: stored ?? auto };
    setDraft({ text, start, tried: false });
    const next = readDraft(field, text, print, start, pathOf(at));
    tell(next.ok || next.waits ? null : next.why);
    if (next.ok && !next.waits && next.value !== stored)
      edit.commit(next.value, true, next.note);
  };
  const settle = (): void => {
    if (draft === null || read === null) return;
    if (!read.ok) {
      setDraft({ ...draft, tried: true });
      tell(read.why);
      return;
    }
    if (read.waits && read.value !== stored) edit.commit(read.value, true, read.note);
    revert();
  };
  const drag = (next: number): void => {
    revert();
    edit.commit(next, true);
  };
  const press = (event: React.KeyboardEvent): void => {
    const up = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    const from = stored ?? auto;
    if (event.key === 'Escape') revert();
    if (event.key === 'Enter') settle();
    if (up === 0 || from === null || event.altKey) return;
    event.preventDefault();
    drag(stepBy(from, up * (event.shiftKey ? 10 : 1), field, print));
  };
  const result = read?.ok === true && read.waits && typeof read.value === 'number'
    ? sumText.result(field, read.value, print) : null;
  return { text: draft?.text ?? printInput(stored, field.unit, print), invalid, result, type, settle,
    drag, press };
}

type ReadDraft =
  | { readonly ok: true; readonly value: FieldValue; readonly note: FieldNote | null;
    readonly waits: boolean }
  | { readonly ok: false; readonly why: string; readonly waits: boolean };

/**
 * What the typed text means for the field, or why it is refused. `waits` says that it is
 * not judged before it is finished: a sum, or the sign that may begin one.
 */
function readDraft(
  field: NumberField, text: string, print: Print, { stored, now }: Start, path: string,
): ReadDraft {
  if (text.trim() === printInput(stored, field.unit, print) && stored !== null)
    return { ok: true, value: stored, note: null, waits: false };
  const negative = field.min < 0;
  const read = readInput(text, field.unit, print, { now, negative });
  const signed = /^\s*[-−]/u.test(text) && !negative;
  if (read.kind === 'invalid') return {
    ok: false, why: explainSum(read.problem, field), waits: mayGoOn(read.problem) || signed,
  };
  const worked = read.kind === 'number' && read.worked === true;
  const value = read.kind === 'empty' ? null : settled(read.value, field, worked);
  const checked = checkValue(field, value, path);
  if (!checked.ok) return { ok: false, waits: worked || signed,
    why: explainResult(checked.error, field, value, worked, print) };
  const entered = read.kind === 'number' ? read.entered : undefined;
  return { ok: true, value: checked.value, waits: worked, note: entered === undefined ? null
    : { note: entered.note, source: entered.source } };
}

/** What is missing may still be typed. */
const mayGoOn = ({ code }: SumProblem): boolean =>
  code === 'unfinished' || code === 'percent-of-what' || code === 'unit-missing'
  || code === 'zero' || code === 'nothing-to-change';

/** A whole number that a sum misses by binary noise only is that number. */
function settled(value: number, { integer }: NumberField, worked: boolean): number {
  const near = Number(value.toPrecision(12));
  return integer === true && worked && Number.isInteger(near) ? near : value;
}

function explainResult(
  problem: FieldProblem, field: NumberField, value: number | null, worked: boolean,
  print: Print,
): string {
  const rule = explainField(problem, print);
  if (value === null || !worked) return rule;
  const whole = problem.code === 'not-integer' ? ` ${sumText.wholeNumbers(value)}` : '';
  return `${sumText.thatIs(field, value, print)} ${rule}${whole}`;
}

import { useState } from 'react';
import type { NumberField } from '../../../shared/project/field.ts';
import type { FieldNote } from '../../../shared/project/record.ts';
import { checkValue } from '../../../shared/project/validate.ts';
import { pathOf } from '../../state/document.ts';
import type { Print } from '../../../shared/units/print.ts';
import { usePrint } from '../../state/use-print.ts';
import { describeValue, explainField, fieldText } from '../../text/fields.ts';
import type { ControlProps } from './control.ts';
import { printInput, readInput, stepBy } from './number-text.ts';

interface NumberDraft {
  /**
   * What stands in the box: the draft while it is being typed or is refused, else the
   * stored value.
   */
  readonly text: string;
  readonly invalid: boolean;
  readonly type: (text: string) => void;
  /**
   * Leaving the box: a sound draft is in use already and is shown as stored, a refused
   * one stays to be mended.
   */
  readonly settle: () => void;
  readonly drag: (value: number) => void;
  readonly press: (event: React.KeyboardEvent) => void;
}

/**
 * Typing into a number box: every sound state is stored at once, anything else only
 * complained of.
 */
export function useNumberDraft(
  field: NumberField,
  { at, value, edit, onError }: Pick<ControlProps, 'at' | 'value' | 'edit' | 'onError'>,
): NumberDraft {
  const print = usePrint();
  const stored = typeof value === 'number' ? value : null;
  const [draft, setDraft] = useState<string | null>(null);
  const invalid = draft !== null && !readDraft(field, draft, print).ok;

  const revert = (): void => {
    setDraft(null);
    onError(null);
  };
  const type = (text: string): void => {
    setDraft(text);
    const checked = readDraft(field, text, print, pathOf(at));
    onError(checked.ok ? null
      : `${explainField(checked.error, print)} ${fieldText.kept(describeValue(field, stored, print))}`);
    if (checked.ok) edit.commit(checked.value, true, enteredNote(text, field, print));
  };
  const settle = (): void => {
    if (!invalid) setDraft(null);
  };
  const drag = (next: number): void => {
    revert();
    edit.commit(next, true);
  };
  const press = (event: React.KeyboardEvent): void => {
    const up = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (event.key === 'Escape') revert();
    if (event.key === 'Enter') settle();
    if (up === 0 || stored === null) return;
    event.preventDefault();
    drag(stepBy(stored, up * (event.shiftKey ? 10 : 1), field, print));
  };
  return { text: draft ?? printInput(stored, field.unit, print), invalid, type, settle,
    drag, press };
}

/** The original of an amount typed in a third currency. */
function enteredNote(text: string, { unit }: NumberField, print: Print): FieldNote | null {
  const read = readInput(text, unit, print);
  return read.kind === 'number' && read.entered !== undefined ? {
    note: read.entered.note, source: read.entered.source,
  } : null;
}

/** What the typed text means for the field, or why it is refused. */
function readDraft(field: NumberField, text: string, print: Print, path: string = field.key) {
  const read = readInput(text, field.unit, print);
  return checkValue(field,
    read.kind === 'number' ? read.value : read.kind === 'empty' ? null : Number.NaN,
    path);
}

import { Slider } from '@mantine/core';
import { useState } from 'react';
import type { NumberField } from '../../../shared/project/field.ts';
import { checkValue } from '../../../shared/project/validate.ts';
import { pathOf } from '../../state/document.ts';
import { describeValue, explainField, fieldText } from '../../text/fields.ts';
import type { ControlProps } from './control.ts';
import { printInput, printShort, readInput, stepBy, viewOf } from './number-text.ts';
import { sliderOf } from './slider-range.ts';

interface Props extends ControlProps {
  readonly field: NumberField;
  /** What an empty box stands for; null when not known. */
  readonly auto: number | null;
}

/** A number in its unit: typed, stepped with the arrow keys, or dragged where the range invites it. */
export function NumberControl({ id, field, at, value, auto, edit, disabled, describedBy, onError }: Props) {
  const stored = typeof value === 'number' ? value : null;
  const [draft, setDraft] = useState<string | null>(null);
  const { prefix, suffix } = viewOf(field.unit);
  const range = sliderOf(field);

  const take = (text: string): void => {
    const read = readInput(text, field.unit);
    const typed = read.kind === 'number' ? read.value : read.kind === 'empty' ? null : Number.NaN;
    const checked = checkValue(field, typed, pathOf(at));
    onError(checked.ok ? null : `${explainField(checked.error)} ${fieldText.kept(describeValue(field, stored))}`);
    if (checked.ok) edit.commit(checked.value, true);
  };
  const type = (text: string): void => {
    setDraft(text);
    take(text);
  };
  const settle = (): void => {
    const invalid = draft !== null && !isSound(field, draft);
    if (!invalid) setDraft(null);
  };
  const revert = (): void => {
    setDraft(null);
    onError(null);
  };
  const press = (event: React.KeyboardEvent): void => {
    const up = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (event.key === 'Escape') revert();
    if (event.key === 'Enter') settle();
    if (up === 0 || stored === null) return;
    event.preventDefault();
    revert();
    edit.commit(stepBy(stored, up * (event.shiftKey ? 10 : 1), field), true);
  };
  return (
    <div className="number">
      {range !== null && (
        <Slider className="number-slider" size={3} thumbSize={12} label={null} min={range.min} max={range.max} step={range.step} disabled={disabled}
          value={stored ?? range.min} thumbProps={{ 'aria-label': field.label, 'aria-valuetext': describeValue(field, stored) }}
          onPointerDownCapture={edit.begin} onChange={(next) => { revert(); edit.commit(Number(next.toPrecision(12)), true); }} />
      )}
      <span className="number-box" data-empty={stored === null || undefined}>
        {prefix !== '' && <span className="number-affix" aria-hidden>{prefix}</span>}
        <input id={id} className="numeric" type="text" inputMode="decimal" autoComplete="off" spellCheck={false} disabled={disabled}
          aria-describedby={describedBy} aria-invalid={draft !== null && !isSound(field, draft)}
          placeholder={stored === null ? auto === null ? fieldText.placeholder : printShort(auto, field.unit) : undefined}
          value={draft ?? printInput(stored, field.unit)}
          onFocus={(event) => { edit.begin(); event.currentTarget.select(); }}
          onChange={(event) => { type(event.currentTarget.value); }} onBlur={settle} onKeyDown={press} />
        {suffix !== '' && <span className="number-affix number-unit">{suffix}</span>}
      </span>
    </div>
  );
}

function isSound(field: NumberField, text: string): boolean {
  const read = readInput(text, field.unit);
  if (read.kind === 'invalid') return false;
  return checkValue(field, read.kind === 'empty' ? null : read.value, field.key).ok;
}

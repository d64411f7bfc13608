import { Slider } from '@mantine/core';
import type { NumberField } from '../../../shared/project/field.ts';
import { usePrint } from '../../state/use-print.ts';
import { describeValue, fieldText } from '../../text/fields.ts';
import { useMissingPrice } from './auto-value.ts';
import type { ControlProps } from './control.ts';
import { printShort, viewOf } from './number-text.ts';
import { sliderOf } from './slider-range.ts';
import { useNumberDraft } from './use-number-draft.ts';

interface Props extends ControlProps {
  readonly field: NumberField;
  /** What an empty box stands for; null when not known. */
  readonly auto: number | null;
}

/**
 * A number in its unit: typed, stepped with the arrow keys, or dragged where the range
 * invites it.
 */
export function NumberControl(
  { id, field, at, value, mixed, auto, edit, disabled, describedBy, onError }: Props,
) {
  const draft = useNumberDraft(field, { at, value, edit, onError, auto });
  const stored = typeof value === 'number' ? value : null;
  const print = usePrint();
  const { prefix, suffix } = viewOf(field.unit, print);
  const range = sliderOf(field);
  const missing = useMissingPrice(at);
  const hint = mixed === true ? fieldText.several : missing ? fieldText.empty
    : auto === null ? fieldText.placeholder : printShort(auto, field.unit, print);
  return (
    <div className="number">
      {range !== null && mixed !== true && (
        <Slider
          className="number-slider"
          size={3}
          thumbSize={12}
          label={null}
          {...range}
          disabled={disabled}
          value={stored ?? range.min}
          thumbLabel={field.label}
          thumbProps={{ 'aria-valuetext': describeValue(field, stored, print) }}
          onPointerDownCapture={edit.begin}
          onChange={(next) => { draft.drag(Number(next.toPrecision(12))); }}
        />
      )}
      <span className="number-box" data-empty={stored === null || undefined}>
        {prefix !== '' && <span className="number-affix" aria-hidden>{prefix}</span>}
        <input
          id={id}
          className="numeric"
          type="text"
          inputMode="text"
          autoComplete="off"
          spellCheck={false}
          disabled={disabled}
          aria-describedby={describedBy}
          aria-invalid={draft.invalid}
          placeholder={stored === null ? hint : undefined}
          value={draft.text}
          onFocus={(event) => {
            edit.begin();
            event.currentTarget.select();
          }}
          onChange={(event) => { draft.type(event.currentTarget.value); }}
          onBlur={draft.settle}
          onKeyDown={draft.press}
        />
        {suffix !== '' && <span className="number-affix number-unit">{suffix}</span>}
        <output className="number-result" htmlFor={id}>{draft.result}</output>
      </span>
    </div>
  );
}

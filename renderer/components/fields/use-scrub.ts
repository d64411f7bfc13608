import { useEffect, useRef, useState } from 'react';
import type { Field } from '../../../shared/project/field.ts';
import { usePrint } from '../../state/use-print.ts';
import { stepBy } from './number-text.ts';
import type { FieldEdit } from './use-field-edit.ts';

/** Way of the pointer that counts as one press of an arrow key, in CSS pixels. */
const pixelsPerStep = 6;

interface Scrub {
  /** Goes onto the label of the field. */
  readonly handlers: Pick<React.ComponentProps<'label'>, 'onPointerDown' | 'onPointerMove'
    | 'onPointerUp' | 'onPointerCancel' | 'onLostPointerCapture' | 'onClick'>;
  readonly scrubbing: boolean;
}

interface Props {
  readonly field: Field;
  /** Value the drag starts from; null where there is none to change. */
  readonly value: number | null;
  readonly edit: FieldEdit;
  readonly disabled: boolean;
}

/**
 * Changing a number by dragging its label with Alt held: right is up, Shift tenfold. All of
 * it is one step of the history; Escape takes it back. Fingers scroll, as everywhere.
 */
export function useScrub({ field, value, edit, disabled }: Props): Scrub {
  const print = usePrint();
  const [scrubbing, setScrubbing] = useState(false);
  const drag = useRef<{ from: number; x: number; steps: number; last: number } | null>(null);
  const dragged = useRef(false);
  const end = (): void => {
    drag.current = null;
    setScrubbing(false);
  };
  useCancelByEscape(scrubbing, () => {
    edit.cancel();
    end();
  });
  const usable = field.type === 'number' && !disabled && value !== null;
  return {
    scrubbing,
    handlers: {
      onPointerDown: (event) => {
        dragged.current = false;
        if (!usable || !event.altKey || event.button !== 0 || event.pointerType === 'touch')
          return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        edit.begin();
        drag.current = { from: value, x: event.clientX, steps: 0, last: value };
        dragged.current = true;
        setScrubbing(true);
      },
      onPointerMove: (event) => {
        const { current } = drag;
        if (current === null || field.type !== 'number') return;
        current.steps += (event.clientX - current.x) / pixelsPerStep * (event.shiftKey ? 10 : 1);
        current.x = event.clientX;
        const next = stepBy(current.from, Math.trunc(current.steps), field, print);
        if (next === current.last) return;
        current.last = next;
        edit.commit(next, true);
      },
      onPointerUp: end,
      onLostPointerCapture: end,
      onPointerCancel: () => {
        if (drag.current !== null) edit.cancel();
        end();
      },
      // The click that ends a drag would move the focus into the box.
      onClick: (event) => { if (dragged.current) event.preventDefault(); },
    },
  };
}

/** While something is dragged Escape belongs to it alone. */
function useCancelByEscape(active: boolean, cancel: () => void): void {
  const latest = useRef(cancel);
  useEffect(() => { latest.current = cancel; });
  useEffect(() => {
    if (!active) return;
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    window.addEventListener('keydown', listen, true);
    return () => { window.removeEventListener('keydown', listen, true); };
  }, [active]);
}

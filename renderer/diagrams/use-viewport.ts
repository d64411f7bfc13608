import {
  useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject,
} from 'react';
import { stepFrom, type Drawing, type Step } from './drawing.ts';
import { fitInto, panBy, reveal, zoomAt, type Size, type Viewport } from './viewport.ts';

const wheelStep = 1.0015;
const keyStep = 1.3;
/** A pointer that moves less than this selects instead of dragging, px. */
const stillPx = 4;

const steps: Readonly<Partial<Record<string, Step>>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

export interface Stand {
  readonly element: RefObject<HTMLDivElement | null>;
  readonly view: Viewport;
  readonly size: Size;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent<HTMLDivElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLDivElement>) => void;
    readonly onPointerUp: (event: PointerEvent<HTMLDivElement>) => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void;
  };
}

interface Options {
  readonly drawing: Pick<Drawing, 'width' | 'height' | 'items'>;
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
}

/**
 * Pan by dragging, zoom by wheel and keys, selection by click and arrow keys, for one
 * drawing.
 */
export function useViewport({ drawing, selected, onSelect }: Options): Stand {
  const element = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>({ width: 800, height: 400 });
  const [moved, setMoved] = useState<Viewport | null>(null);
  const drag = useRef<{ x: number; y: number; far: number } | null>(null);
  const fitted = fitInto(drawing, size);
  const view = moved ?? fitted;
  useSize(element, setSize);
  useWheel(element, (deltaY, at) => {
    setMoved((now) => zoomAt(now ?? fitted, wheelStep ** -deltaY, at, fitted.scale));
  });
  const centre = (): readonly [number, number] => [size.width / 2, size.height / 2];
  const zoom = (factor: number): void => {
    setMoved(zoomAt(view, factor, centre(), fitted.scale));
  };
  const fit = (): void => { setMoved(null); };
  const select = (id: string): void => {
    const item = drawing.items.find((each) => each.id === id);
    if (item !== undefined && moved !== null) setMoved(reveal(moved, item.box, size));
    onSelect(id);
  };
  return {
    element, view, size, zoom, fit,
    handlers: {
      onPointerDown: (event) => {
        drag.current = { x: event.clientX, y: event.clientY, far: 0 };
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: ({ clientX, clientY }) => {
        const from = drag.current;
        if (from === null) return;
        const [dx, dy] = [clientX - from.x, clientY - from.y];
        drag.current = { x: clientX, y: clientY, far: from.far + Math.hypot(dx, dy) };
        if (drag.current.far > stillPx) setMoved((now) => panBy(now ?? fitted, dx, dy));
      },
      onPointerUp: (event) => {
        const from = drag.current;
        drag.current = null;
        if (from === null || from.far > stillPx) return;
        const { left, top } = event.currentTarget.getBoundingClientRect();
        const [x, y] = [view.x + (event.clientX - left) / view.scale,
          view.y + (event.clientY - top) / view.scale];
        const hit = drawing.items.find(({ box }) =>
          x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height);
        onSelect(hit?.id ?? null);
      },
      onKeyDown: (event) => {
        const step = steps[event.key];
        if (step !== undefined) select(selected === null ? (drawing.items[0]?.id ?? '')
          : stepFrom(drawing.items, selected, step));
        else if (event.key === '+' || event.key === '=') zoom(keyStep);
        else if (event.key === '-') zoom(1 / keyStep);
        else if (event.key === '0') fit();
        else if (event.key === 'Escape' && selected !== null) onSelect(null);
        else return;
        event.preventDefault();
      },
    },
  };
}

function useSize(
  element: RefObject<HTMLDivElement | null>, onSize: (size: Size) => void,
): void {
  useEffect(() => {
    const box = element.current;
    if (box === null) return;
    const observer = new ResizeObserver(() => {
      if (box.clientWidth > 0) onSize({ width: box.clientWidth, height: box.clientHeight });
    });
    observer.observe(box);
    return () => {
      observer.disconnect();
    };
  }, [element, onSize]);
}

/**
 * The wheel zooms a drawing that is in use, or any with Ctrl; otherwise the page scrolls
 * past it.
 */
function useWheel(
  element: RefObject<HTMLDivElement | null>,
  onWheel: (deltaY: number, at: readonly [number, number]) => void,
): void {
  const latest = useRef(onWheel);
  useEffect(() => {
    latest.current = onWheel;
  });
  useEffect(() => {
    const box = element.current;
    if (box === null) return;
    const listen = (event: WheelEvent): void => {
      if (!event.ctrlKey && document.activeElement !== box) return;
      event.preventDefault();
      const { left, top } = box.getBoundingClientRect();
      latest.current(event.deltaY, [event.clientX - left, event.clientY - top]);
    };
    box.addEventListener('wheel', listen, { passive: false });
    return () => {
      box.removeEventListener('wheel', listen);
    };
  }, [element]);
}

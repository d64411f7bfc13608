import type { ChartInstance } from './engine.ts';
import type { ChartOption } from './picture.ts';
import {
  allMonths, dragSpan, monthsOf, stepSpan, withSpan, type MonthSpan, type ZoomStep,
} from './zoom.ts';

/** How a chart over months is narrowed to some of them. */
export interface ZoomControls {
  /** Does nothing on a chart without months. */
  readonly zoom: (step: ZoomStep) => void;
  /** Reports whether less than all months are on show. */
  readonly onSpan: (listener: ((narrowed: boolean) => void) | null) => void;
}

export interface StageWindow extends ZoomControls {
  /** The option with the months of the window on show. */
  readonly narrow: (option: ChartOption) => ChartOption;
  readonly close: () => void;
}

/** The window of months: a drag across the plot narrows it, a double click opens it again. */
export function createWindow(
  chart: ChartInstance, element: HTMLElement, redraw: () => void,
): StageWindow {
  let count = 0;
  let span: MonthSpan | null = null;
  let listener: ((narrowed: boolean) => void) | null = null;
  const set = (next: MonthSpan): void => {
    const all = next.first === 0 && next.last === count - 1;
    if (all && span === null) return;
    span = next;
    redraw();
    if (all) span = null;
    listener?.(!all);
  };
  const watch = watchBrush(chart, element, () => count, (from, to) => {
    const next = dragSpan(from, to, count);
    if (next !== null) set(next);
  }, () => { set(allMonths(count)); });
  return {
    zoom: (step) => {
      if (count > 0) set(stepSpan(span ?? allMonths(count), step, count));
    },
    onSpan: (next) => { listener = next; },
    narrow: (option) => {
      const months = monthsOf(option);
      if (months !== count) span = null;
      count = months;
      return withSpan(option, span ?? (months === 0 ? null : allMonths(months)));
    },
    close: watch,
  };
}

/** Follows a drag across the plot with a band of the height of the chart. */
function watchBrush(
  chart: ChartInstance, element: HTMLElement, count: () => number,
  done: (from: number, to: number) => void, reset: () => void,
): () => void {
  const band = document.createElement('div');
  band.className = 'chart-brush';
  band.hidden = true;
  element.append(band);
  let from: { readonly x: number; readonly month: number } | null = null;
  const monthAt = (x: number, y: number): number => {
    const [month = 0] = chart.convertFromPixel({ gridIndex: 0 }, [x, y]);
    return Math.min(count() - 1, Math.max(0, Math.round(month)));
  };
  const paint = chart.getZr();
  paint.on('mousedown', ({ offsetX, offsetY }) => {
    if (count() > 0 && chart.containPixel('grid', [offsetX, offsetY]))
      from = { x: offsetX, month: monthAt(offsetX, offsetY) };
  });
  paint.on('mousemove', ({ offsetX }) => {
    if (from === null) return;
    band.hidden = Math.abs(offsetX - from.x) < 4;
    band.style.left = `${Math.min(from.x, offsetX)}px`;
    band.style.width = `${Math.abs(offsetX - from.x)}px`;
  });
  paint.on('dblclick', () => { if (count() > 0) reset(); });
  const letGo = ({ clientX, clientY }: PointerEvent): void => {
    const start = from;
    const dragged = start !== null && !band.hidden;
    from = null;
    band.hidden = true;
    if (!dragged) return;
    const { left, top } = element.getBoundingClientRect();
    done(start.month, monthAt(clientX - left, clientY - top));
  };
  window.addEventListener('pointerup', letGo);
  return () => {
    window.removeEventListener('pointerup', letGo);
    band.remove();
  };
}

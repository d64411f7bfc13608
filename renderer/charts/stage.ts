import { startChart, type ChartInstance } from './engine.ts';
import { createDrawQueue } from './draw-queue.ts';
import { withGhost } from './ghost.ts';
import { movable, samePicture, type ChartOption, type DrawnPicture } from './picture.ts';
import { sameShape } from './same-shape.ts';
import { createWindow, type ZoomControls } from './stage-window.ts';

/** Where a reader clicked: the series by its id and the mark within it. */
export interface Pick {
  readonly seriesId: string;
  readonly index: number;
}

/**
 * A mark on its way: where the pointer is on the axes of the first grid, and whether it
 * was let go.
 */
export interface Drag {
  readonly seriesId: string;
  readonly x: number;
  readonly y: number;
  readonly phase: 'start' | 'move';
}

/** What a chart is asked to show. */
export interface Shown {
  readonly picture: DrawnPicture;
  /** The picture kept for comparison, drawn behind in one colour. */
  readonly pinned: DrawnPicture | null;
  readonly theme: string;
  readonly ghostColour: string;
}

/**
 * A drawn chart in an element. It redraws only what can be seen, and only when the
 * numbers or the theme differ.
 */
export interface Stage extends ZoomControls {
  readonly show: (shown: Shown) => void;
  readonly onPick: (listener: ((pick: Pick) => void) | null) => void;
  /** Reports drags that begin on a series whose id starts with `movable`. */
  readonly onDrag: (listener: ((drag: Drag) => void) | null) => void;
  readonly pngUrl: (background: string) => string;
  readonly close: () => void;
}

/** Theme of a window that is being printed: all of it can be seen, and there is no next frame. */
export const paperTheme = 'paper';

/** Charts of a page take turns. */
const queue = createDrawQueue((run) => { requestAnimationFrame(run); }, () => performance.now());

const faceOfCharts = '12px "Inter Variable"';

const sameShown = (a: Shown, b: Shown): boolean => a.theme === b.theme && a.pinned === b.pinned
  && samePicture(a.picture, b.picture);

/** Sets up a chart in `element`, which must have a size of its own. */
export function createStage(element: HTMLElement): Stage {
  const chart = startChart(element, 'canvas');
  let wanted: Shown | null = null;
  let drawn: Shown | null = null;
  let laid: ChartOption | null = null;
  let visible = false;
  let listener: ((pick: Pick) => void) | null = null;

  const draw = (): void => {
    if (wanted === null || chart.isDisposed()) return;
    const isPrinted = wanted.theme === paperTheme;
    if (!visible && !isPrinted) return;
    if (drawn !== null && sameShown(drawn, wanted)) return;
    const { picture, pinned, ghostColour } = wanted;
    const option = span.narrow(withGhost(picture.option, pinned?.option ?? null, ghostColour));
    // Laid over what stands there, a chart keeps its parts and only moves them.
    chart.setOption(option, { notMerge: laid === null || !sameShape(laid, option) });
    laid = option;
    if (isPrinted) chart.getZr().flush();
    drawn = wanted;
  };
  const span = createWindow(chart, element, () => {
    drawn = null;
    draw();
  });
  void whenFontLoads(() => {
    [drawn, laid] = [null, null];
    draw();
  });
  const stopWatching = watchElement(element, (isVisible) => {
    visible = isVisible;
    queue.add(draw);
  }, () => { fit(chart, element); });
  chart.on('click', ({ seriesId, dataIndex }) => {
    if (listener !== null && seriesId !== undefined) listener({ seriesId, index: dataIndex });
  });
  const drags = watchDrags(chart);
  return {
    show: (shown) => {
      wanted = shown;
      if (shown.theme === paperTheme) draw();
      else queue.add(draw);
    },
    zoom: span.zoom,
    onSpan: span.onSpan,
    onPick: (next) => {
      listener = next;
    },
    onDrag: drags.listen,
    pngUrl: (backgroundColor) =>
      chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor }),
    close: () => {
      queue.remove(draw);
      stopWatching();
      drags.close();
      span.close();
      chart.dispose();
    },
  };
}

/** Tells when an element comes near the window or leaves it, and when its size changes. */
function watchElement(
  element: HTMLElement, onSeen: (visible: boolean) => void, onSize: () => void,
): () => void {
  const seen = new IntersectionObserver(
    (entries) => { onSeen(entries.at(-1)?.isIntersecting ?? false); },
    { rootMargin: '120px' },
  );
  seen.observe(element);
  const sized = new ResizeObserver(onSize);
  sized.observe(element);
  return () => {
    seen.disconnect();
    sized.disconnect();
  };
}

/** Follows the pointer from a movable mark until it is let go, wherever that happens. */
function watchDrags(chart: ChartInstance) {
  let listener: ((drag: Drag) => void) | null = null;
  let held: string | null = null;
  const report = (pixel: readonly [number, number], phase: Drag['phase']): void => {
    const [x, y] = chart.convertFromPixel({ gridIndex: 0 }, [...pixel]);
    if (held !== null && x !== undefined && y !== undefined)
      listener?.({ seriesId: held, x, y, phase });
  };
  const letGo = (): void => {
    held = null;
  };
  chart.on('mousedown', ({ seriesId, event }) => {
    if (seriesId?.startsWith(movable) !== true || event === undefined) return;
    held = seriesId;
    report([event.offsetX, event.offsetY], 'start');
  });
  chart.getZr().on('mousemove', ({ offsetX, offsetY }) => {
    if (held !== null) report([offsetX, offsetY], 'move');
  });
  window.addEventListener('pointerup', letGo);
  return {
    listen: (next: ((drag: Drag) => void) | null): void => {
      listener = next;
    },
    close: (): void => {
      window.removeEventListener('pointerup', letGo);
    },
  };
}

/** A canvas keeps the letters it was drawn with: draw again if the face arrives later. */
async function whenFontLoads(again: () => void): Promise<void> {
  if (document.fonts.check(faceOfCharts)) return;
  await document.fonts.load(faceOfCharts);
  again();
}

/** A hidden element has no size; the chart keeps its last one. */
function fit(chart: ChartInstance, { clientWidth, clientHeight }: HTMLElement): void {
  if (
    clientWidth === 0 ||
    clientHeight === 0 ||
    (chart.getWidth() === clientWidth && chart.getHeight() === clientHeight)
  )
    return;
  chart.resize({ width: clientWidth, height: clientHeight });
}

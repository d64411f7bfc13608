import { startChart, type ChartInstance } from './engine.ts';
import { movable, samePicture, type DrawnPicture } from './picture.ts';

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

/**
 * A drawn chart in an element. It redraws only what can be seen, and only when the
 * numbers or the theme differ.
 */
export interface Stage {
  readonly show: (picture: DrawnPicture, theme: string) => void;
  readonly onPick: (listener: ((pick: Pick) => void) | null) => void;
  /** Reports drags that begin on a series whose id starts with `movable`. */
  readonly onDrag: (listener: ((drag: Drag) => void) | null) => void;
  readonly pngUrl: (background: string) => string;
  readonly close: () => void;
}

/** Theme of a window that is being printed: all of it can be seen, and there is no next frame. */
export const paperTheme = 'paper';

const faceOfCharts = '12px "Inter Variable"';

interface Shown {
  readonly picture: DrawnPicture;
  readonly theme: string;
}

/** Sets up a chart in `element`, which must have a size of its own. */
export function createStage(element: HTMLElement): Stage {
  const chart = startChart(element, 'canvas');
  let wanted: Shown | null = null;
  let drawn: Shown | null = null;
  let visible = false;
  let listener: ((pick: Pick) => void) | null = null;

  const draw = (): void => {
    if (wanted === null || chart.isDisposed()) return;
    const isPrinted = wanted.theme === paperTheme;
    if (!visible && !isPrinted) return;
    if (drawn !== null && drawn.theme === wanted.theme
      && samePicture(drawn.picture, wanted.picture))
      return;
    chart.setOption(wanted.picture.option, { notMerge: true, lazyUpdate: false });
    if (isPrinted) chart.getZr().flush();
    drawn = wanted;
  };
  void whenFontLoads(() => {
    drawn = null;
    draw();
  });
  const seen = new IntersectionObserver(
    (entries) => {
      visible = entries.at(-1)?.isIntersecting ?? false;
      draw();
    },
    { rootMargin: '120px' },
  );
  seen.observe(element);
  const sized = new ResizeObserver(() => {
    fit(chart, element);
  });
  sized.observe(element);
  chart.on('click', ({ seriesId, dataIndex }) => {
    if (listener !== null && seriesId !== undefined) listener({ seriesId, index: dataIndex });
  });
  const drags = watchDrags(chart);
  return {
    show: (picture, theme) => {
      wanted = { picture, theme };
      draw();
    },
    onPick: (next) => {
      listener = next;
    },
    onDrag: drags.listen,
    pngUrl: (backgroundColor) =>
      chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor }),
    close: () => {
      seen.disconnect();
      sized.disconnect();
      drags.close();
      chart.dispose();
    },
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

import { fontFamily } from '../charts/look.ts';
import type { Drawing, Item, Mark } from './drawing.ts';
import type { Size, Viewport } from './viewport.ts';

/** Words smaller than this on screen are left out, px: nobody reads them and they cost most. */
const leastTextPx = 5;

/** A canvas to draw on, as far as drawings need one. */
export type Canvas = Pick<
  CanvasRenderingContext2D,
  | 'setTransform' | 'clearRect' | 'fillRect' | 'strokeRect' | 'beginPath' | 'moveTo'
    | 'lineTo' | 'stroke'
  | 'fillText' | 'setLineDash' | 'fillStyle' | 'strokeStyle' | 'lineWidth' | 'globalAlpha'
  | 'font' | 'textAlign'
>;

export interface Shown {
  readonly drawing: Drawing;
  readonly view: Viewport;
  readonly size: Size;
  /** Device pixels per screen pixel. */
  readonly ratio: number;
  readonly selected: string | null;
  readonly accent: string;
}

/**
 * Draws what is in view of a drawing. Items out of view are skipped, so that a zoomed
 * hall is cheaper still.
 */
export function paint(
  canvas: Canvas, { drawing, view, size, ratio, selected, accent }: Shown,
): void {
  canvas.setTransform(ratio, 0, 0, ratio, 0, 0);
  canvas.clearRect(0, 0, size.width, size.height);
  const scale = view.scale * ratio;
  canvas.setTransform(scale, 0, 0, scale, -view.x * scale, -view.y * scale);
  for (const mark of drawing.marks) paintMark(canvas, mark, view.scale);
  const right = view.x + size.width / view.scale;
  const bottom = view.y + size.height / view.scale;
  for (const { box, marks } of drawing.items) {
    const out = box.x > right || box.y > bottom || box.x + box.width < view.x
      || box.y + box.height < view.y;
    if (!out) for (const mark of marks) paintMark(canvas, mark, view.scale);
  }
  const item = drawing.items.find(({ id }) => id === selected);
  if (item !== undefined) paintFrame(canvas, item, view.scale, accent);
}

function paintFrame(canvas: Canvas, { box }: Item, scale: number, accent: string): void {
  canvas.strokeStyle = accent;
  canvas.lineWidth = 2.5 / scale;
  const gap = 2 / scale;
  canvas.strokeRect(box.x - gap, box.y - gap, box.width + 2 * gap, box.height + 2 * gap);
}

function paintMark(canvas: Canvas, mark: Mark, scale: number): void {
  switch (mark.kind) {
    case 'rect':
      canvas.fillStyle = mark.fill;
      canvas.fillRect(mark.x, mark.y, mark.width, mark.height);
      if (mark.stroke === undefined) return;
      canvas.strokeStyle = mark.stroke;
      canvas.lineWidth = 1 / scale;
      canvas.strokeRect(mark.x, mark.y, mark.width, mark.height);
      return;
    case 'line':
      canvas.strokeStyle = mark.stroke;
      canvas.lineWidth = mark.width;
      canvas.globalAlpha = mark.opacity ?? 1;
      canvas.setLineDash(mark.dash === undefined ? [] : mark.dash.split(' ').map(Number));
      canvas.beginPath();
      mark.points.forEach(([x, y], i) => {
        if (i === 0) canvas.moveTo(x, y);
        else canvas.lineTo(x, y);
      });
      canvas.stroke();
      canvas.globalAlpha = 1;
      canvas.setLineDash([]);
      return;
    case 'text':
      if (mark.size * scale < leastTextPx) return;
      canvas.fillStyle = mark.fill;
      canvas.font = `${mark.strong === true ? 600 : 400} ${mark.size}px ${fontFamily}`;
      canvas.textAlign = mark.anchor === 'middle' ? 'center' : (mark.anchor ?? 'start');
      canvas.fillText(mark.text, mark.x, mark.y);
  }
}

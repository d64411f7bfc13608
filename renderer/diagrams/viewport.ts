/**
 * What of a drawing is in view: drawing point (x, y) lies at the top left, `scale` pixels
 * per unit.
 */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const mostScale = 40;

/** The whole drawing, centred. */
export function fitInto(drawing: Size, screen: Size): Viewport {
  const scale = Math.min(screen.width / drawing.width, screen.height / drawing.height) || 1;
  return {
    scale,
    x: (drawing.width - screen.width / scale) / 2,
    y: (drawing.height - screen.height / scale) / 2,
  };
}

/** Zooms about a point of the screen, never farther out than half of what fits. */
export function zoomAt(
  view: Viewport,
  factor: number,
  [px, py]: readonly [number, number],
  fitScale: number,
): Viewport {
  const scale = Math.min(mostScale, Math.max(fitScale / 2, view.scale * factor));
  return { scale, x: view.x + px / view.scale - px / scale,
    y: view.y + py / view.scale - py / scale };
}

/** Moves the drawing under the pointer by pixels. */
export const panBy = (view: Viewport, dx: number, dy: number): Viewport => ({
  ...view,
  x: view.x - dx / view.scale,
  y: view.y - dy / view.scale,
});

/** Brings a box into view without changing the scale. */
export function reveal(
  view: Viewport, box: Size & { readonly x: number; readonly y: number }, screen: Size,
): Viewport {
  const width = screen.width / view.scale;
  const height = screen.height / view.scale;
  const inX = box.x >= view.x && box.x + box.width <= view.x + width;
  const inY = box.y >= view.y && box.y + box.height <= view.y + height;
  return {
    ...view,
    x: inX ? view.x : box.x + box.width / 2 - width / 2,
    y: inY ? view.y : box.y + box.height / 2 - height / 2,
  };
}

/** Position and size in device-independent pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowState {
  readonly bounds: Bounds | null;
  readonly maximized: boolean;
}

/** The smallest size every screen of the application is laid out for. */
export const leastSize = { width: 1024, height: 640 };
export const firstSize = { width: 1440, height: 900 };

/** This much of the title bar must be on a screen, or the window could not be dragged back. */
const leastVisible = { width: 200, height: 40 };

/**
 * Where to open the window: where it was, if enough of it would be on a screen that is
 * still there; otherwise at the first size, placed by the system.
 */
export function restoreState(
  saved: WindowState | null, screens: readonly Bounds[],
): Partial<Bounds> & { width: number; height: number } {
  const bounds = saved?.bounds ?? null;
  if (bounds === null || !screens.some((screen) => isReachable(bounds, screen)))
    return { ...firstSize };
  return { ...bounds, width: Math.max(bounds.width, leastSize.width),
    height: Math.max(bounds.height, leastSize.height) };
}

function isReachable(bounds: Bounds, screen: Bounds): boolean {
  const across = Math.min(bounds.x + bounds.width, screen.x + screen.width)
    - Math.max(bounds.x, screen.x);
  const titleTop = bounds.y >= screen.y
    && bounds.y + leastVisible.height <= screen.y + screen.height;
  return across >= leastVisible.width && titleTop;
}

/** Reads what an earlier run stored; anything unexpected counts as nothing. */
export function parseState(text: string): WindowState | null {
  const raw = parseJson(text);
  if (!isObject(raw)) return null;
  const bounds = raw['bounds'];
  return { bounds: isBounds(bounds) ? bounds : null, maximized: raw['maximized'] === true };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function isBounds(value: unknown): value is Bounds {
  return isObject(value)
    && ['x', 'y', 'width', 'height'].every((key) => Number.isFinite(value[key]));
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Size = Pick<Box, 'width' | 'height'>;

const gap = 12;

/**
 * Where a note stands so that it does not lie over what it is about: below, above, right
 * or left of it, the first that has room; else in the corner, where least is covered.
 * @example placeNear(null, { width: 300, height: 100 }, { width: 1280, height: 720 }) // { left: 968, top: 608 }
 */
export function placeNear(
  anchor: Box | null, note: Size, page: Size,
): Pick<Box, 'left' | 'top'> {
  const corner = { left: page.width - note.width - gap, top: page.height - note.height - gap };
  if (anchor === null) return { left: Math.max(0, corner.left), top: Math.max(0, corner.top) };
  const within = (value: number, most: number): number =>
    Math.max(gap, Math.min(value, most));
  const beside = within(anchor.top, corner.top);
  const along = within(anchor.left, corner.left);
  const places = [
    { left: along, top: anchor.top + anchor.height + gap },
    { left: along, top: anchor.top - note.height - gap },
    { left: anchor.left + anchor.width + gap, top: beside },
    { left: anchor.left - note.width - gap, top: beside },
  ];
  const fits = ({ left, top }: Pick<Box, 'left' | 'top'>): boolean =>
    left >= gap && top >= gap && left <= corner.left && top <= corner.top;
  return places.find(fits) ?? { left: Math.max(0, corner.left), top: Math.max(0, corner.top) };
}

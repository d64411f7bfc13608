import { describe, expect, it } from 'vitest';
import { placeNear } from '../../../renderer/frame/tour/place-near.ts';
import { screenParts } from '../../../renderer/text/places.ts';
import { tourSteps } from '../../../renderer/text/tour.ts';

const page = { width: 1280, height: 720 };
const note = { width: 320, height: 180 };
const overlaps = (a: { left: number; top: number }, b: typeof page & { left: number; top: number }) =>
  a.left < b.left + b.width && b.left < a.left + note.width
  && a.top < b.top + b.height && b.top < a.top + note.height;

describe('the note of a step', () => {
  it.each([
    ['below', { left: 200, top: 100, width: 300, height: 40 }, { left: 200, top: 152 }],
    ['above, where there is no room below', { left: 200, top: 640, width: 300, height: 40 },
      { left: 200, top: 448 }],
    ['left of what fills a side', { left: 900, top: 0, width: 380, height: 720 },
      { left: 568, top: 12 }],
    ['right of what fills the other', { left: 0, top: 0, width: 380, height: 720 },
      { left: 392, top: 12 }],
  ])('stands %s', (_, anchor, place) => {
    expect(placeNear(anchor, note, page)).toEqual(place);
    expect(overlaps(placeNear(anchor, note, page), anchor)).toBe(false);
  });

  it('stays on the page where nothing has room, and where there is nothing', () => {
    const corner = { left: 948, top: 528 };
    expect(placeNear({ left: 0, top: 0, ...page }, note, page)).toEqual(corner);
    expect(placeNear(null, note, page)).toEqual(corner);
    expect(placeNear(null, note, { width: 100, height: 100 })).toEqual({ left: 0, top: 0 });
  });
});

describe('the steps', () => {
  it('are six or seven, each on a part that there is', () => {
    expect([6, 7]).toContain(tourSteps.length);
    const lost = tourSteps.filter(({ screen, part }) => part !== undefined
      && screenParts[screen]?.some((each) => each.part === part) !== true);
    expect(lost).toEqual([]);
  });
});

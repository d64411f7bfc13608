import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstSize, leastSize, parseState, restoreState, type Bounds,
} from '../../../electron/main/window-state.ts';

const screen: Bounds = { x: 0, y: 0, width: 1920, height: 1080 };
const second: Bounds = { x: 1920, y: 0, width: 1920, height: 1080 };
const at = (x: number, y: number, width = 1200, height = 800): {
  bounds: Bounds; maximized: boolean
} =>
  ({ bounds: { x, y, width, height }, maximized: false });

describe('restoreState', () => {
  it('opens where the window was while that screen is there', () => {
    expect(restoreState(at(2000, 50), [screen, second]))
      .toEqual({ x: 2000, y: 50, width: 1200, height: 800 });
  });

  it.each([
    ['the screen was unplugged', at(2000, 50)],
    ['the title bar would be above the screen', at(100, -30)],
    ['only a sliver would show', at(1800, 50)],
    ['the title bar would be below', at(100, 1070)], ['nothing was saved', null],
  ])('opens at the first size when %s', (_why, saved) => {
    expect(restoreState(saved, [screen])).toEqual(firstSize);
  });

  it('never opens smaller than the screens are laid out for', () => {
    fc.assert(fc.property(fc.record({
      x: fc.integer(), y: fc.integer(), width: fc.nat(5000), height: fc.nat(5000),
    }), (bounds) => {
      const { width, height } = restoreState({ bounds, maximized: false }, [screen, second]);
      expect(width).toBeGreaterThanOrEqual(leastSize.width);
      expect(height).toBeGreaterThanOrEqual(leastSize.height);
    }));
  });
});

describe('parseState', () => {
  it('reads back what was written', () => {
    expect(parseState(JSON.stringify(at(1, 2)))).toEqual(at(1, 2));
  });

  it.each([
    '', '{', 'null', '[]', '1', '{"bounds":{"x":1}}',
    '{"bounds":{"x":"1","y":2,"width":3,"height":4}}',
  ])('takes %s for nothing', (text) => {
    expect(parseState(text)?.bounds ?? null).toBeNull();
  });
});

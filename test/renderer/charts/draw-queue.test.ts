import { describe, expect, it } from 'vitest';
import { createDrawQueue } from '../../../renderer/charts/draw-queue.ts';

/** A clock that drawings move, and frames that are run by hand. */
function bench() {
  const frames: (() => void)[] = [];
  const drawn: string[] = [];
  let clock = 0;
  const queue = createDrawQueue((run) => { frames.push(run); }, () => clock);
  return { queue, drawn, frame: () => { frames.shift()?.(); }, waiting: () => frames.length,
    chart: (name: string, ms: number) => () => {
      drawn.push(name);
      clock += ms;
    } };
}

describe('createDrawQueue', () => {
  it('draws what fits a slice of 10 ms, and the rest in later frames', () => {
    const { queue, chart, drawn, frame } = bench();
    // 4 + 7 ms end the first slice, 20 ms the second.
    for (const [name, ms] of [['a', 4], ['b', 7], ['c', 20], ['d', 1]] as const)
      queue.add(chart(name, ms));
    expect(drawn).toEqual([]);
    frame();
    expect(drawn).toEqual(['a', 'b']);
    frame();
    expect(drawn).toEqual(['a', 'b', 'c']);
    frame();
    expect(drawn).toEqual(['a', 'b', 'c', 'd']);
  });

  it('draws a chart once that was asked for twice, and none that was taken back', () => {
    const { queue, chart, drawn, frame, waiting } = bench();
    const [a, b] = [chart('a', 1), chart('b', 1)];
    queue.add(a);
    queue.add(a);
    queue.add(b);
    queue.remove(b);
    frame();
    expect(drawn).toEqual(['a']);
    expect(waiting()).toBe(0);
  });
});

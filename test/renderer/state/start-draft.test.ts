import { afterEach, describe, expect, it } from 'vitest';
import {
  answersOf, changeDraft, clearDraft, draftNow, isFull, readTyped, withAnother, without,
  withPreset, withShare, withSystem,
} from '../../../renderer/state/start-draft.ts';
import { firstAnswers, mostSystems } from '../../../shared/project/guided-start.ts';

afterEach(clearDraft);

describe('the answers as they stand on the page', () => {
  it('are the first answers until something is typed', () => {
    expect(answersOf(draftNow())).toEqual(firstAnswers);
  });

  it('read numbers as people type them', () => {
    expect(['1,000', ' 20 ', '5e9', '1 000 000'].map(readTyped)).toEqual([1000, 20, 5e9, 1e6]);
    expect(['', ' ', 'much', '1.2.3'].map(readTyped)).toEqual(Array.from({ length: 4 }, () => Number.NaN));
  });

  it('state demand in tokens or as a share, and never both', () => {
    changeDraft({ inTokens: true });
    changeDraft({ workloads: draftNow().workloads.map((each) => ({ ...each, tokens: '1e9' })) });
    const inTokens = answersOf(draftNow());
    expect([inTokens.utilisation, inTokens.workloads.map(({ tokensPerDay }) => tokensPerDay)])
      .toEqual([null, [1e9, 1e9]]);
    changeDraft({ inTokens: false, utilisation: '30' });
    const share = answersOf(draftNow());
    expect([share.utilisation, share.workloads.map(({ tokensPerDay }) => tokensPerDay)])
      .toEqual([0.3, [null, null]]);
  });

  it('leave a price of energy open until one is typed', () => {
    expect(answersOf({ ...draftNow(), energy: ' ' }).electricityUsdPerKwh).toBeNull();
    expect(answersOf({ ...draftNow(), energy: '0.12' }).electricityUsdPerKwh).toBe(0.12);
  });
});

describe('workloads', () => {
  const { workloads } = draftNow();

  it('bring the model of their kind', () => {
    expect(withPreset(workloads, 1, 'queries').map(({ model }) => model))
      .toEqual(['deepseek-v4-pro', 'minimax-m3']);
  });

  it('share the power: of two the other takes the rest, of what is no share nothing', () => {
    const shares = (typed: string): readonly string[] =>
      withShare(workloads, 0, typed).map(({ share }) => share);
    expect([shares('70'), shares('100'), shares('x'), shares('33.3')])
      .toEqual([['70', '30'], ['100', '50'], ['x', '50'], ['33.3', '66.7']]);
  });

  it('come and go, each of a kind of its own, and share alike again', () => {
    const three = withAnother(workloads);
    expect(three.map(({ preset, share }) => [preset, share])).toEqual(
      [['reasoning', '33.3'], ['chat', '33.3'], ['assistant', '33.3']]);
    expect(new Set(three.map(({ id }) => id)).size).toBe(3);
    expect(without(three, 0).map(({ preset, share }) => [preset, share]))
      .toEqual([['chat', '50'], ['assistant', '50']]);
  });
});

describe('systems', () => {
  it('stand in the order in which they were ticked, once each', () => {
    expect(withSystem(withSystem(['a', 'b'], 'a', true), 'b', false)).toEqual(['a']);
    expect(withSystem(['a'], 'b', true)).toEqual(['a', 'b']);
  });

  it('are full at a dozen', () => {
    const systems = Array.from({ length: mostSystems }, (_each, at) => String(at));
    expect([isFull({ ...draftNow(), systems }), isFull({ ...draftNow(), systems: systems.slice(1) })])
      .toEqual([true, false]);
  });
});

import { describe, expect, it } from 'vitest';
import { pathsInWords } from '../../../shared/project/path-words.ts';

describe('paths in a text for people', () => {
  it.each([
    ['site.utilityMw: Remove 37 racks', 'Utility capacity: Remove 37 racks'],
    ['DGX B300 (enter capex.acceleratorPriceUsd)', 'DGX B300 (enter price per accelerator)'],
    ['rackGroup.main.framework: ATOM does not run', 'Serving framework: ATOM does not run'],
    ['Serving (rackGroup.main)', 'Serving (rack group main)'],
  ])('%s', (text, words) => { expect(pathsInWords(text)).toBe(words); });

  it.each([
    'epoch-research/training-cost-trends, Hardware prices.csv', 'docs.nvidia.com/dgx',
    'headline.npvUsd: nothing is sold', 'Allow 17.8 s to the first token.',
  ])('leaves what is no path of an input: %s', (text) => {
    expect(pathsInWords(text)).toBe(text);
  });
});

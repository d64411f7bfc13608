import { describe, expect, it } from 'vitest';
import { warningGroups } from '../../../shared/report/warning-groups.ts';

const warning = (code: string, where = 'x') => ({ code, where, text: `${code} ${where}` });

describe('warnings by cause', () => {
  it('stand together, money first, notes last', () => {
    const groups = warningGroups({ warnings: [
      warning('smaller-instance'), warning('absent.no-debt', 'headline.dscrMin'),
      warning('wide-error', 'a'), warning('absent.no-source-value', 'network.latencyNs'),
      warning('wide-error', 'b'), warning('rental-arbitrage'),
    ] });
    expect(groups.map(({ code, warnings }) => [code, warnings.length])).toEqual([
      ['rental-arbitrage', 1], ['wide-error', 2], ['absent', 2], ['smaller-instance', 1],
    ]);
    expect(groups.map(({ weight }) => weight)).toEqual(['money', 'money', 'figure', 'note']);
  });

  it('of a cause without a name of its own are called by their code in words', () => {
    expect(warningGroups({ warnings: [warning('cable-too-long')] })[0])
      .toMatchObject({ title: 'Cable too long', weight: 'figure' });
  });

  it('are none where there are none', () => {
    expect(warningGroups({ warnings: [] })).toEqual([]);
  });
});

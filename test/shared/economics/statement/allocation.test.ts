import { describe, expect, it } from 'vitest';
import { allocateCost, type CostPool } from '../../../../shared/economics/statement/allocation.ts';

/** 10 USD for 8 M input and 2 M output tokens, a quarter of the time spent on input. */
const pool: CostPool = { costUsd: 10, inputMtok: 8, outputMtok: 2, prefillShare: 0.25,
  inputRevenueUsd: 6, outputRevenueUsd: 2 };

describe('a cost divided between input and output', () => {
  it('is what each rule says', () => {
    // By time: 2.5 USD over 8 M and 7.5 over 2 M; by revenue: 7.5 over 8 M and 2.5 over 2 M.
    expect(allocateCost('resource', pool)).toMatchObject({
      inputUsdPerMtok: { value: 0.3125 }, outputUsdPerMtok: { value: 3.75 },
      conservationError: { value: 0 } });
    expect(allocateCost('price', pool)).toMatchObject({
      inputUsdPerMtok: { value: 0.9375 }, outputUsdPerMtok: { value: 1.25 },
      conservationError: { value: 0 } });
    // Both kinds bear all of it: the cost is recovered twice.
    expect(allocateCost('inferencex', pool)).toMatchObject({
      inputUsdPerMtok: { value: 1.25 }, outputUsdPerMtok: { value: 5 },
      conservationError: { value: 1 } });
  });

  it('has no error where the rule gives no price', () => {
    const { conservationError, inputUsdPerMtok } =
      allocateCost('price', { ...pool, inputRevenueUsd: 0, outputRevenueUsd: 0 });
    expect(conservationError).toEqual(inputUsdPerMtok);
    expect(conservationError).toMatchObject({ value: null, absent: { code: 'no-revenue' } });
  });

  it('recovers nothing of what falls on tokens that are not there', () => {
    // A quarter is charged to input, of which there is none.
    expect(allocateCost('resource', { ...pool, inputMtok: 0 }).conservationError)
      .toEqual({ value: -0.25 });
  });
});

import { describe, expect, it } from 'vitest';
import { verifyFabric } from '../../../shared/network/verify.ts';
import { readPublished } from './published-fabrics.ts';

describe('verifyFabric', () => {
  it('reproduces every published table exactly', () => {
    const { passed, failed, unsupported, cases } = verifyFabric(readPublished());
    expect(cases.filter((c) => c.status !== 'pass')).toEqual([]);
    expect({ passed, failed, unsupported }).toEqual({ passed: 20, failed: 0, unsupported: 0 });
  });

  it('sizes for the accelerators when no design endpoints are stated, with the managers in the free place', () => {
    const cells = { case: 'QM9700 pod', node_count: '31', gpu_count: '248',
      logical_radix: '64' };
    const [found] = verifyFabric([
      { ...cells, leaf: '8', spine: '4', node_leaf_cables: '252', leaf_spine_cables: '256' },
    ]).cases;
    expect(found?.status).toBe('pass');
  });

  it('fails a row whose counts differ, by the largest share', () => {
    const [found] = verifyFabric([
      { case: 'pod', design_endpoints: '256', logical_radix: '64', leaf: '10', spine: '4' },
    ]).cases;
    expect(found).toMatchObject({
      status: 'fail', error: 0.2, expected: { leaf: 10, spine: 4 }, actual: { leaf: 8 },
    });
  });

  it.each([
    [{ case: 'a', design_endpoints: '256', leaf: '8' }, /logical_radix/],
    [{ case: 'a', logical_radix: '64', leaf: '8' }, /design_endpoints/],
    [{ case: 'a', logical_radix: '63', design_endpoints: '256', leaf: '8' }, /even/],
    [{ case: 'a', logical_radix: '64', design_endpoints: '256' }, /no count/],
    [{ case: 'QM', logical_radix: '64', design_endpoints: '70000', leaf: '8' }, /three tiers/],
    [{ case: 'a', logical_radix: 'many', design_endpoints: '70000', leaf: '8' },
      /logical_radix/],
  ])('explains a row it cannot run: %j', (cells, reason) => {
    const [found] = verifyFabric([cells]).cases;
    expect(found?.status).toBe('unsupported');
    expect(found?.reason).toMatch(reason);
  });
});

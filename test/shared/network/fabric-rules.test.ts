import { describe, expect, it } from 'vitest';
import { verifyFabric } from '../../../shared/network/verify.ts';

const check = (cells: Record<string, string>) => {
  const [found] = verifyFabric([cells]).cases;
  if (found === undefined) throw new Error('no case');
  return found;
};

describe('rules for published fabrics', () => {
  it.each([
    ['a stated core makes three tiers of Ethernet too',
      { case: 'SN5600', gpu_count: '4096', logical_radix: '64', core: '64' },
      { leaf: 128, spine: 128 }],
    ['a table without a core splits ports beyond k leaves',
      { case: 'SN5600', gpu_count: '4096', logical_radix: '64', leaf: '128' },
      { spine: 64, core: 0 }],
    ['InfiniBand goes on to a third tier',
      { case: 'QM9700', gpu_count: '4096', logical_radix: '64', leaf: '128' },
      { spine: 128, core: 64 }],
    ['words may say the tiers',
      { case: 'pod', note: 'three-tier', gpu_count: '4096', logical_radix: '64', leaf: '128' },
      { spine: 128, core: 64 }],
    ['a fat tree of radix k ends at k^3/4 hosts',
      { case: 'fat tree', gpu_count: '27648', logical_radix: '48', core: '576' },
      { leaf: 1152, spine: 1152 }],
    ['rails form spine groups in three tiers: 7 leaves of 20 uplinks take 10 spines, not 7',
      { case: 'HDR', node_count: '140', gpu_count: '1120', logical_radix: '40', core: '28' },
      { leaf: 56, spine: 80 }],
    ['rails that leave ports free form no groups: leaf = spine = ceil(E / (k/2))',
      { case: 'pod', node_count: '375', gpu_count: '3000', design_endpoints: '3000',
        logical_radix: '32', core: '94' },
      { leaf: 188, spine: 188, core: 94 }],
    ['spines divide a leaf’s uplinks',
      { case: 'XDR', gpu_count: '4608', logical_radix: '144', leaf: '64' }, { spine: 36 }],
    ['three to one: 48 down, 16 up',
      { case: 'pod', note: '3:1 oversubscribed', gpu_count: '1536', logical_radix: '64',
        leaf: '32' },
      { spine: 8, leaf_spine_cables: 512 }],
    ['the ratio may stand in a column', {
      gpu_count: '1536', logical_radix: '64', leaf: '32', oversubscription: '3:1',
    },
      { spine: 8 }],
    ['single-rail leaves take whole leaves per rail',
      { case: 'NDR 4-rail', node_count: '144', gpu_count: '576', logical_radix: '64',
        leaf: '20' },
      { leaf: 20 }],
    ['rails without spines', {
      node_count: '64', gpu_count: '512', logical_radix: '64', spine: '0',
    },
      { leaf: 8, leaf_spine_cables: 0 }],
    ['two planes at half the rate', {
      gpu_count: '4096', logical_radix: '64', planes: '2', leaf: '128',
    },
      { spine: 64, node_leaf_cables: 8192 }],
    ['two NICs an accelerator fill every place',
      { node_count: '32', gpu_count: '256', design_endpoints: '512', logical_radix: '64',
        leaf: '16' },
      { node_leaf_cables: 512 }],
    ['Ethernet has no managers in the free place',
      { case: 'SN5600', node_count: '31', gpu_count: '248', design_endpoints: '256',
        logical_radix: '64', leaf: '8' },
      { node_leaf_cables: 248 }],
    ['the row may count the managers’ links itself',
      { node_count: '31', gpu_count: '248', design_endpoints: '256', logical_radix: '64',
        leaf: '8', note: 'GPUs + 2 UFM' },
      { node_leaf_cables: 250 }],
  ])('%s', (_, cells: Record<string, string>, counts) => {
    expect(check(cells)).toMatchObject({ actual: counts });
  });

  it('reads other spellings of columns, and thousands', () => {
    expect(
      check({ 'Name':
        'pod', 'GPU Count': '4,096', 'Radix': '64', 'Leaves': '128', 'Core': 'n/a' }).status,
    ).toBe(
      'pass',
    );
  });

  it('does not take the answer from the table', () => {
    expect(check({ gpu_count: '2048', logical_radix: '64', leaf: '65', spine: '33' }))
      .toMatchObject({
        status: 'fail', actual: { leaf: 64, spine: 32 },
        reason: 'leaf: expected 65, got 64; spine: expected 33, got 32',
      });
  });

  it.each([
    [{ node_count: '-4', logical_radix: '64', leaf: '8' }, /node_count -4/],
    [{ gpu_count: '64', logical_radix: '64', leaf: 'eight' }, /leaf "eight"/],
    [{ gpu_count: '64', logical_radix: '64', leaf: '8.5' }, /leaf 8.5/],
    [{ gpu_count: '64', logical_radix: '64', leaf: '8', oversubscription: '0.5' },
      /oversubscription/],
    [{ gpu_count: '64', logical_radix: '64', leaf: '8', oversubscription: '1000000000000' },
      /no uplink/],
    [{ gpu_count: '64', logical_radix: '64', leaf: '8', rails: 'x' }, /rails/],
    [{}, /logical_radix/],
  ])('refuses what it cannot read: %j', (cells: Record<string, string>, reason) => {
    expect(check(cells).status).toBe('unsupported');
    expect(check(cells).reason).toMatch(reason);
  });
});

describe('published bills', () => {
  const heading = 'DGX H100 SuperPOD 4 SU 127-node BOM (Tables 7-8)';

  it('are held against the rules of a scalable unit', () => {
    const { cases } = verifyFabric([
      { [heading]: '', item: 'compute QM9700', count: '48' },
      { [heading]: '', item: 'rack PDUs', count: '107' },
      { [heading]: '', item: 'GB200 SuperPOD SU', count: '8' },
      { [heading]: '', item: 'flux capacitors', count: '1' },
    ]);
    expect(cases.map((c) => c.status)).toEqual(['pass', 'fail', 'pass', 'unsupported']);
  });

  it('need to say how many units', () => {
    expect(verifyFabric([{ item: 'racks', count: '38' }]).cases[0])
      .toMatchObject({ status: 'unsupported' });
  });
});

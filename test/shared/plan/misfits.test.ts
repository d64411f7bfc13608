import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { misfitsOf } from '../../../shared/plan/entries/misfits.ts';
import type { InputAddress } from '../../../shared/project/path.ts';
import { planOf } from './support.ts';

const using = { catalog: builtInCatalog, points: null };
const group = (field: string): InputAddress => ({ kind: 'rackGroup', key: 'main', field });

describe('options that do not fit', () => {
  it('are named with the reason, and the others are not', () => {
    const { inputs } = planOf('b200-1mw', { 'rackGroup.main.system': 'dgx_h200',
      'traffic.chat.model': 'deepseek-r1', 'rackGroup.main.precision': 'fp8' });
    const precisions = misfitsOf(inputs, group('precision'), ['fp4', 'fp8', 'bf16'], using);
    expect([...precisions]).toEqual([['fp4',
      { status: 'not', reason: 'H200 SXM has no FP4 arithmetic' }]]);
    const engines = misfitsOf(inputs, group('framework'), ['trtllm', 'vllm', 'atom'], using);
    expect([...engines.keys()]).toEqual(['atom']);
  });
  it('are ways of cooling, fabrics and switches as well', () => {
    const { inputs } = planOf('gb300-100mw');
    expect([...misfitsOf(inputs, { kind: 'cooling', key: 'cooling', field: 'terminal' },
      ['direct-to-chip', 'rear-door', 'immersion'], using).keys()]).toEqual(['immersion']);
    const switches = misfitsOf(inputs, { kind: 'network', key: 'network',
      field: 'switchModel' }, ['q3400', 'qm9700', 'sn5600'], using);
    expect([...switches.values()].map(({ reason }) => reason)).toEqual([
      'Quantum-2 QM9700/QM9790 has no ports of 800 Gb/s',
      'Spectrum-4 SN5600 forms no InfiniBand']);
    const amd = planOf('b200-1mw', { 'rackGroup.main.system': 'mi355x_8' }).inputs;
    expect(misfitsOf(amd, { kind: 'network', key: 'network', field: 'fabric' },
      ['infiniband', 'roce'], using).get('infiniband')?.status).toBe('not');
  });
  it('are none of a field that stands alone', () => {
    expect(misfitsOf(planOf('b200-1mw').inputs, { kind: 'cooling', key: 'cooling',
      field: 'rejection' }, ['dry', 'tower'], using).size).toBe(0);
  });
});

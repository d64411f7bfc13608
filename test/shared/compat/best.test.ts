import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { bestServing, bestTerminal, type ServingNeed } from '../../../shared/compat/best.ts';
import { bestNetwork, type NetworkNeed } from '../../../shared/compat/best-network.ts';
import { nearestServing } from '../../../shared/compat/nearest.ts';
import { supportOf } from '../../../shared/compat/support.ts';
import { accelerator, model, system } from './pick.ts';

const points = loadMeasuredPoints();
const need = (id: string, of = 'deepseek-r1'): ServingNeed =>
  ({ accelerator: accelerator(id), model: model(of), mode: 'auto', points });

describe('the best a model is served with', () => {
  it('is the narrowest precision with arithmetic of its own, and a measured engine', () => {
    expect(bestServing(need('h200_sxm'))).toEqual({ precision: 'fp8', framework: 'trtllm' });
    expect(bestServing(need('gb200'))).toEqual({ precision: 'fp4', framework: 'trtllm' });
    // Measured on MI355X with DeepSeek-R1 at FP4: SGLang and ATOM.
    expect(bestServing(need('mi355x'))).toEqual({ precision: 'fp4', framework: 'sglang' });
    // MXFP4 on the third Trainium saves memory, not time.
    expect(bestServing(need('trn3'))?.precision).toBe('fp8');
  });
  it('is four bits for a model published in them, by an engine known to store them', () => {
    expect(bestServing(need('h100_sxm', 'gpt-oss-120b')))
      .toEqual({ precision: 'fp4', framework: 'vllm' });
  });
  it('is never ruled out, on any accelerator and for any model of the catalogue', () => {
    for (const on of Object.values(builtInCatalog.accelerators)) {
      for (const spec of Object.values(builtInCatalog.models)) {
        const asked: ServingNeed = { accelerator: on, model: spec, mode: 'auto', points: null };
        const best = bestServing(asked);
        const status = best === null ? null : supportOf({ ...asked, ...best }, null).status;
        expect(status, `${on.id} ${spec.id}`).not.toBe('not');
      }
    }
  });
  it('nearest to a choice changes as little as will do', () => {
    expect(nearestServing({ precision: 'fp4', framework: 'dynamo-trt' }, need('h200_sxm')))
      .toEqual({ precision: 'fp8', framework: 'dynamo-trt' });
    expect(nearestServing({ precision: 'fp8', framework: 'dynamo-trt' }, need('mi355x')))
      .toEqual({ precision: 'fp8', framework: 'sglang' });
    expect(nearestServing({ precision: 'fp4', framework: 'dynamo-trt' }, need('mi300x')))
      .toEqual({ precision: 'fp8', framework: 'sglang' });
  });
});

describe('the best network', () => {
  const switches = Object.values(builtInCatalog.switches);
  const now = { fabric: 'infiniband', switchModel: 'q3400' } as const;
  const of = (ids: readonly string[], nicGbps: number): NetworkNeed =>
    ({ accelerators: ids.map(accelerator), nicGbps, switches });

  it('stays while cards and switches suit it', () => {
    expect(bestNetwork(now, of(['gb300'], 800))).toEqual(now);
  });
  it('is one that every card joins', () => {
    expect(bestNetwork(now, of(['mi355x'], 400)))
      .toEqual({ fabric: 'roce', switchModel: 'sn5600' });
    expect(bestNetwork(now, of(['h200_sxm', 'mi355x'], 400))?.fabric).toBe('roce');
  });
  it('takes the switch its makers pair with the card, if it has the ports and the reach', () => {
    const sn5600 = { fabric: 'infiniband', switchModel: 'sn5600' } as const;
    expect(bestNetwork(sn5600, of(['h200_sxm'], 400))?.switchModel).toBe('qm9700');
    expect(bestNetwork(sn5600, of(['gb300'], 800))?.switchModel).toBe('q3400');
    expect(bestNetwork(sn5600, { ...of(['h200_sxm'], 400),
      canBuild: ({ id }) => id !== 'qm9700' })?.switchModel).toBe('q3400');
    expect(bestNetwork(now, of(['gb300'], 6400))).toBeNull();
  });
});

describe('the best way of cooling', () => {
  it('is one that no system rules out', () => {
    expect(bestTerminal([system('gb300_nvl72'), system('dgx_b200')])).toBe('direct-to-chip');
  });
});

import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { engineRows, modeRows } from '../../../shared/catalog/compat/engines.ts';
import { modelRows } from '../../../shared/catalog/compat/models.ts';
import { precisionRows } from '../../../shared/catalog/compat/precisions.ts';
import { frameworkIds } from '../../../shared/catalog/compat/types.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import {
  engineOn, frameworkOf, precisionOn, supportOf, type ServingChoice,
} from '../../../shared/compat/support.ts';
import { rackGroupFields } from '../../../shared/project/fields/rack-group.ts';
import { accelerator, model } from './pick.ts';

const choice = (over: Partial<ServingChoice>): ServingChoice => ({
  framework: 'vllm', accelerator: accelerator('b200_sxm'), precision: 'fp4', mode: 'auto',
  model: model('deepseek-r1'), ...over });

describe('the tables', () => {
  const all = Object.values(builtInCatalog.accelerators);
  const keys = new Set(all.flatMap(({ id, vendor, family }) =>
    [id, `${vendor} ${family}`, vendor]));

  it('speak of accelerators that the catalogue has', () => {
    const named = [...engineRows, ...modeRows, ...precisionRows].flatMap(({ on }) => on)
      .concat(modelRows.flatMap(({ on }) => on ?? []));
    expect(named.filter((key) => !keys.has(key))).toEqual([]);
  });
  it('say of every row where it is from', () => {
    const rows = [...engineRows, ...modeRows, ...precisionRows, ...modelRows];
    expect(rows.filter(({ statement }) => statement.source.trim() === '')).toEqual([]);
  });
  it('have the frameworks a plan may choose, no more and no fewer', () => {
    const field = rackGroupFields.find(({ key }) => key === 'framework');
    expect(field?.type === 'choice' ? field.choices.map(({ value }) => value) : [])
      .toEqual([...frameworkIds]);
  });
  it('are contradicted by no measured point', () => {
    const points = loadMeasuredPoints();
    const refuted = points.filter((point) => {
      const on = builtInCatalog.accelerators[point.acceleratorId];
      const spec = builtInCatalog.models[point.modelId];
      if (on === undefined || spec === undefined) return false;
      return supportOf({ framework: point.framework, accelerator: on, model: spec,
        precision: point.precision, mode: point.mode }, null).status === 'not';
    });
    expect(points.length).toBeGreaterThan(2000);
    expect([...new Set(refuted.map((point) =>
      `${point.framework} ${point.acceleratorId} ${point.precision} ${point.modelId}`))])
      .toEqual([]);
  });
});

describe('an engine on an accelerator', () => {
  // TensorRT-LLM's list of supported hardware, and Dynamo's matrix, are NVIDIA only.
  it.each(['trtllm', 'dynamo-trt', 'dynamo-sglang'])('%s is ruled out beyond NVIDIA', (name) => {
    for (const id of ['mi300x', 'mi355x', 'mi455x', 'tpu7x', 'trn3', 'gaudi3'])
      expect(engineOn(name, accelerator(id)).status, id).toBe('not');
    expect(engineOn(name, accelerator('gb300')).status).toBe('supported');
  });
  it('ATOM asks for ROCm', () => {
    expect(engineOn('atom', accelerator('mi355x')).status).toBe('supported');
    expect(engineOn('atom', accelerator('gb300')).status).toBe('not');
  });
  it('is unknown where no source speaks of it, or says that it is being brought up', () => {
    expect(engineOn('vllm', accelerator('mi455x')).status).toBe('unknown');
    expect(engineOn('vllm', accelerator('vr200'))).toMatchObject({ status: 'unknown',
      statement: { grade: 'primary' } });
    expect(engineOn('an engine of our own', accelerator('gb300')).status).toBe('unknown');
  });
  it('of a project’s own is answered as its family, and unknown in none', () => {
    const faster = { ...accelerator('b200_sxm'), id: 'b200_faster' };
    expect(engineOn('trtllm', faster)).toMatchObject({ status: 'supported',
      statement: { grade: 'derived' } });
    expect(engineOn('trtllm', { ...faster, vendor: 'Cerebras', family: 'wafer' }).status)
      .toBe('unknown');
  });
  it('is found under the spellings of benchmarks', () => {
    expect(['TensorRT-LLM', 'dynamo-trtllm', 'mori-sglang', 'SGLang-Disagg', 'MLX']
      .map(frameworkOf)).toEqual(['trtllm', 'dynamo-trt', 'sglang', 'sglang', null]);
  });
});

describe('a precision', () => {
  it('needs arithmetic of its own, unless the model is published in four bits', () => {
    const h200 = accelerator('h200_sxm');
    expect(precisionOn('fp4', h200, model('deepseek-r1'), 'trtllm').status).toBe('not');
    expect(precisionOn('fp4', h200, model('gpt-oss-120b'), 'vllm'))
      .toMatchObject({ status: 'supported', path: 'stored' });
    expect(precisionOn('fp8', h200, model('deepseek-r1'), 'trtllm'))
      .toMatchObject({ status: 'supported', path: 'native' });
  });
  it('may save memory without saving time', () => {
    // NeuronCore-v4: MXFP4 is converted to MXFP8 before it is multiplied.
    expect(precisionOn('fp4', accelerator('trn3'), model('deepseek-r1'), 'vllm').path)
      .toBe('stored');
  });
});

describe('a whole choice', () => {
  it('is as sound as the weakest of its parts, and names it', () => {
    expect(supportOf(choice({}), null).status).toBe('supported');
    expect(supportOf(choice({ framework: 'atom' }), null))
      .toMatchObject({ status: 'not', about: 'framework' });
    expect(supportOf(choice({ accelerator: accelerator('h200_sxm') }), null))
      .toMatchObject({ status: 'not', about: 'precision' });
    // Recipes of vLLM: V4 Pro is unsupported on MI300X and MI325X.
    expect(supportOf(choice({ accelerator: accelerator('mi300x'), precision: 'fp8',
      model: model('deepseek-v4-pro') }), null)).toMatchObject({ status: 'not',
      about: 'model' });
  });
  it('that was measured is supported, written down or not', () => {
    const llama = choice({ model: model('llama-3.1-70b'), precision: 'fp8' });
    expect(supportOf(llama, null)).toMatchObject({ status: 'unknown', about: 'model' });
    expect(supportOf(llama, loadMeasuredPoints()).status).toBe('supported');
  });
});

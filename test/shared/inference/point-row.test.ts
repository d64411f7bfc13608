import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { modelIdOf } from '../../../shared/inference/names.ts';
import { numberOf, readPointRow, type Row } from '../../../shared/inference/point-row.ts';

const row: Row = { gpu: 'H200', model: 'DeepSeek-R1', precision: 'fp8', framework: 'sglang',
  isl: '8192', osl: '1024', concurrency: '64', tp: '8', output_tok_s_per_gpu: '100',
  speculative: 'mtp', mode: 'agg' };
const read = (changes: Row = {}) => readPointRow({ ...row, ...changes }, builtInCatalog, 'r-1');

describe('a row that states widths and medians', () => {
  it('keeps accelerators, a prefill worker’s widths, medians and what drafts gave', () => {
    expect(read({ n_gpus: '16', prefill_tp: '4', prefill_ep: '2', ttft_median_ms: '210.5',
      tpot_median_ms: '12.25', draft_tokens: '3', acceptance_length: '2.4', cache_hit: '0.25' }))
      .toMatchObject({ ok: true, value: { id: 'r-1', accelerators: 16, prefillTp: 4,
        prefillEp: 2, ttftMedianMs: 210.5, tpotMedianMs: 12.25, draftTokens: 3,
        acceptedTokens: 2.4, cacheHit: 0.25, modelId: 'deepseek-r1' } });
  });

  it('leaves open what it does not say, and takes no prefix cache for granted', () => {
    const nothing = { accelerators: null, prefillTp: null, prefillEp: null, ttftMedianMs: null,
      tpotMedianMs: null, draftTokens: null, acceptedTokens: null, prefillDpAttention: null,
      decodeDpAttention: null, cacheHit: 0 };
    expect(read()).toMatchObject({ ok: true, value: nothing });
    // Nought is how tables say that they do not know.
    expect(read({ n_gpus: '0', prefill_tp: '0', tpot_median_ms: '0' }))
      .toMatchObject({ ok: true, value: nothing });
  });

  it.each([['True', true], ['1', true], [' yes ', true], ['false', false], ['0', false],
    ['NO', false], ['', null], ['maybe', null]] as const)('reads the flag %o as %o', (word, flag) => {
    expect(read({ prefill_dp_attention: word })).toMatchObject({ ok: true,
      value: { prefillDpAttention: flag, decodeDpAttention: null } });
    expect(read({ decode_dp_attention: word })).toMatchObject({ ok: true,
      value: { decodeDpAttention: flag, prefillDpAttention: null } });
  });

  it.each(['0', '1', '0.5'])('takes %s of its input from the prefix cache', (hit) => {
    expect(read({ cache_hit: hit })).toMatchObject({ ok: true, value: { cacheHit: Number(hit) } });
  });

  it.each([
    [{ cache_hit: '1.01' }, 'cache_hit is not a share from 0 to 1'],
    [{ cache_hit: '-0.1' }, 'cache_hit is not a share from 0 to 1'],
    [{ cache_hit: 'half' }, 'cache_hit is not a share from 0 to 1'],
    [{ n_gpus: 'many' }, 'n_gpus is not a number: many'],
    [{ prefill_tp: '-1' }, 'prefill_tp is not a number: -1'],
    [{ acceptance_length: 'all' }, 'acceptance_length is not a number: all'],
  ] as const)('is refused with %o', (changes, error) => {
    expect(read(changes)).toEqual({ ok: false, error });
  });

  it('has numbers as cells hold them', () => {
    expect([numberOf({ a: ' 7 ' }, 'a'), numberOf({ a: '  ' }, 'a'), numberOf({}, 'a'),
      numberOf({ a: 'x' }, 'a')]).toEqual([7, null, null, Number.NaN]);
  });
});

describe('names that resemble others', () => {
  it('are not those of smaller models', () => {
    expect(['zai-org/GLM-4.6', 'GLM-4.7', 'GLM-4.5-Air', 'zai-org/GLM-4.7-Flash']
      .map((name) => modelIdOf(name, builtInCatalog)))
      .toEqual(['glm-4.5', 'glm-4.5', 'glm-4.5-air', null]);
  });
});

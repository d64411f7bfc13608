import { describe, expect, it } from 'vitest';
import { builtInCatalog as catalog } from '../../../shared/catalog/catalog.ts';
import { catalogAt } from '../../../shared/catalog/history.ts';
import type { ModelSpec } from '../../../shared/catalog/types.ts';
import { templates } from '../../../shared/project/templates.ts';

const entriesOf = <T>(table: Readonly<Record<string, T>>): readonly T[] => Object.values(table);

describe('references inside the catalogue', () => {
  it('leads from systems, prices and releases to entries that exist', () => {
    const accelerators = new Set(Object.keys(catalog.accelerators));
    const models = new Set(Object.keys(catalog.models));
    const releases = entriesOf(catalog.releases);
    const usedAccelerators = [
      ...entriesOf(catalog.systems).map((system) => system.acceleratorId),
      ...releases.flatMap((r) => r.accelerators),
    ];
    const usedModels = [
      ...catalog.tokenPrices.flatMap((price) => price.modelId ?? []),
      ...releases.flatMap((r) => r.models),
    ];
    expect(usedAccelerators.filter((id) => !accelerators.has(id))).toEqual([]);
    expect(usedModels.filter((id) => !models.has(id))).toEqual([]);
    expect(new Set(catalog.tokenPrices.map((price) => price.id)).size)
      .toBe(catalog.tokenPrices.length);
  });

  it('keys every entry by its own id', () => {
    const { version, tokenPrices, ...tables } = catalog;
    expect(version).toMatch(/^\d{4}\.\d+\.\d+$/);
    expect(tokenPrices.length).toBeGreaterThan(0);
    for (const table of Object.values(tables)) {
      for (const [id, entry] of Object.entries<{ readonly id: string }>(table))
        expect(entry.id).toBe(id);
    }
  });

  it('holds what the templates ask for, with the figures a plan needs', () => {
    const values =
      templates.flatMap(({ records }) => records.map((record) => record.body.values));
    const asked = (key: string): readonly string[] =>
      values.map((fields) => fields[key]).filter((id) => typeof id === 'string');
    expect(asked('system')).toContain('gb300_nvl72');
    const lacking = asked('system').filter((id) => {
      const system = catalog.systems[id];
      return system?.maxPowerKw === undefined || system.perRack === undefined
        || system.liquidFraction === undefined;
    });
    expect(lacking).toEqual([]);
    expect(asked('model').filter((id) => catalog.models[id] === undefined)).toEqual([]);
    expect(asked('site').filter((id) => catalog.sites[id]?.industrialUsdPerKwh === undefined))
      .toEqual([]);
    expect(asked('switchModel').filter((id) => catalog.switches[id] === undefined)).toEqual([]);
  });
});

describe('golden values', () => {
  it('adds up an NVL72 rack to 130 TB/s both ways (NVIDIA GB200 NVL72 page)', () => {
    const oneWay = catalog.accelerators['gb200']?.scaleUp.oneWayGBs?.value ?? 0;
    expect((72 * oneWay * 2) / 1000).toBeCloseTo(129.6, 9);
    const chip = catalog.switches['nvswitch4']?.capacityTbps?.value ?? 0;
    expect((18 * chip * 2) / 8).toBeCloseTo(129.6, 9);
  });

  it('gives two cents per million tokens at the rate of spring 2026 (InferenceX compare page, '
    + '25,319.6 tok/s/GPU of a B200)', () => {
    const spring = catalogAt(catalog, '2026.11.1');
    const rate = spring.ok
      ? spring.value.accelerators['b200_sxm']?.hourlyHyperscalerUsd?.value ?? 0 : 0;
    expect(rate / (25_319.6 * 0.0036)).toBeCloseTo(0.0214, 4);
  });

  it('puts what is quoted for a Rubin rack at 95 % above a GB300 rack (Morgan Stanley, 2026-05)', () => {
    const { vr_nvl72: rubin, gb300_nvl72: blackwell } = catalog.systems;
    const more = (rubin?.priceUsd?.value ?? 0) / (blackwell?.priceUsd?.value ?? 1) - 1;
    expect(more).toBeCloseTo(0.95, 2);
    expect(blackwell?.priceCovers).toBe('system');
  });

  it('keeps the readings apart where one survey is printed twice: GB300 rent of 3.3 and of 5', () => {
    expect(catalog.accelerators['gb300']?.hourlyRental3yrUsd)
      .toMatchObject({ value: 3.3, low: 3.3, high: 5 });
  });

  it('allows a rack no less than its accelerators draw', () => {
    const short = entriesOf(catalog.systems).filter(({ acceleratorId, accelerators, maxPowerKw, form }) => {
      const watts = catalog.accelerators[acceleratorId]?.tdpW?.value ?? 0;
      return form !== 'pod' && maxPowerKw !== undefined
        && (maxPowerKw.low ?? maxPowerKw.value) * 1000 < accelerators.value * watts;
    });
    expect(short.map(({ id }) => id)).toEqual([]);
  });

  it('counts one interruption per 3.09 h on 16,384 GPUs (Llama 3, 419 in 54 days)', () => {
    const rate = catalog.constants['failure-llama3-unexpected']?.figure.value ?? 0;
    expect(8766 / (rate * 16_384)).toBeCloseTo(3.09, 2);
  });

  it('reads switch capacity as ports times rate, one way', () => {
    const wrong = entriesOf(catalog.switches)
      .filter(({ radix, capacityTbps }) => capacityTbps !== undefined
        && radix.some(
          ({ gbps, ports }) =>
            Math.abs((gbps * ports.value) / 1000 - capacityTbps.value) > 1e-9,
        ));
    expect(wrong).toEqual([]);
  });
});

describe('models', () => {
  const models = entriesOf(catalog.models);
  const embedding = (model: ModelSpec): number => model.vocab * model.hidden;

  it('sums the parts to the total, the rest being norms, routers and small projections', () => {
    const share = (m: ModelSpec): number =>
      (m.paramsRouted + m.paramsAttention + m.paramsDenseAndShared + m.paramsHead
        + embedding(m))
        / m.paramsTotal;
    expect(models.filter((model) => share(model) < 0.997 || share(model) > 1.0001)).toEqual([]);
  });

  it('comes within 5 % of the published totals (rounded model names) and 10 % of the active counts', () => {
    const off = (computed: number, published: number | null | undefined): number =>
      published == null ? 0 : Math.abs(computed / published - 1);
    expect(models.filter((model) => off(model.paramsTotal, model.published?.total) > 0.05))
      .toEqual([]);
    expect(models.filter((model) => off(model.paramsActive, model.published?.active) > 0.1))
      .toEqual([]);
  });

  it('has the KV cache of the configurations: R1 70,272 and GPT-OSS-120B 73,728 bytes per token at bf16',
    () => {
    const r1 = catalog.models['deepseek-r1'];
    const oss = catalog.models['gpt-oss-120b'];
    expect((r1?.layers ?? 0) * ((r1?.mla?.kvLoraRank ?? 0) + (r1?.mla?.qkRopeHeadDim ?? 0)) * 2)
      .toBe(70_272);
    expect(2 * (oss?.kvHeads ?? 0) * (oss?.headDim ?? 0) * (oss?.layers ?? 0) * 2).toBe(73_728);
  });

  it('never counts more special layers than there are', () => {
    const wrong = models.filter((model) => {
      const { layers, moe, slidingWindow, linearAttentionLayers = 0, kvCompression } = model;
      const compressed = kvCompression?.reduce((sum, group) => sum + group.layers, 0) ?? layers;
      return (moe !== undefined && moe.moeLayers + moe.denseLayers !== layers)
        || (slidingWindow?.windowedLayers ?? 0) >= layers
        || linearAttentionLayers >= layers || compressed !== layers;
    });
    expect(wrong).toEqual([]);
    expect(models.filter((model) => (model.mla === undefined) !== (model.attention === 'gqa')))
      .toEqual([]);
  });
});

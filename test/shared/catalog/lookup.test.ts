import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCatalog as catalog } from '../../../shared/catalog/catalog.ts';
import {
  acceleratorOf, findCitation, findConstant, findModel, findSite, findSystem, listFigures,
  refOf,
  requireFigure,
} from '../../../shared/catalog/lookup.ts';
import { findNearestId } from '../../../shared/catalog/nearest.ts';

describe('looking entries up', () => {
  it('finds a system and its accelerator', () => {
    const found = findSystem(catalog, 'gb300_nvl72');
    if (!found.ok) throw new Error(found.error.code);
    expect(acceleratorOf(catalog, found.value))
      .toMatchObject({ ok: true, value: { id: 'gb300' } });
    expect(requireFigure(found.value, 'maxPowerKw')).toMatchObject({ ok: true,
      value: { value: 142, unit: 'kW' } });
  });

  it('names the figure that is missing instead of filling it', () => {
    const found = findSystem(catalog, 'helios');
    if (!found.ok) throw new Error(found.error.code);
    expect(requireFigure(found.value, 'maxPowerKw'))
      .toEqual({ ok: false, error: { code: 'missing-figure', id: 'helios', name: 'AMD Helios',
        figure: 'maxPowerKw' } });
  });

  it.each([
    [findSystem(catalog, 'GB300-NVL-72'), 'gb300_nvl72'],
    [findSystem(catalog, 'gb200'), 'gb200_nvl72'],
    [findModel(catalog, 'deepseek-r2'), 'deepseek-r1'],
    [findSite(catalog, 'phenix'), 'phoenix'],
    [findConstant(catalog, 'construction-londn'), 'construction-london'],
  ])('suggests the nearest known id (%#)', (result, nearest) => {
    expect(result).toMatchObject({ ok: false, error: { code: 'unknown-entry', nearest } });
  });

  it('does not take names every object has for entries', () => {
    for (const id of ['constructor', 'toString', '__proto__', '']) expect(findSystem(catalog,
      id).ok).toBe(false);
  });

  it('takes every known id for its own nearest, however it is written', () => {
    const ids = Object.keys(catalog.systems);
    fc.assert(fc.property(fc.constantFrom(...ids), (id) => {
      expect(findNearestId(id.toUpperCase().replaceAll('_', '-'), ids)).toBe(id);
    }));
    expect(findNearestId('anything', [])).toBeNull();
  });
});

describe('references', () => {
  it('writes the reference that listFigures gives', () => {
    const refs = listFigures(catalog).map(({ ref }) => ref);
    expect(refs).toContain(refOf('systems', 'gb300_nvl72', 'maxPowerKw'));
    expect(refs).toContain(refOf('accelerators', 'b200_sxm', 'scaleUp/oneWayGBs'));
    expect(refs)
      .toContain(refOf('tokenPrices', 'openrouter-openai-gpt-oss-120b', 'inputUsdPerMtok'));
  });

  it('cites the table where a count or a climate has no citation of its own', () => {
    expect(findCitation(catalog,
      'catalog:models/deepseek-r1/layers')?.source).toContain('DeepSeek-R1_config.json');
    expect(findCitation(catalog, 'catalog:sites/frankfurt/bins')?.source)
      .toContain('Open-Meteo');
    expect(findCitation(catalog, 'catalog:systems/none/maxPowerKw')).toBeNull();
    expect(findCitation(catalog, 'catalog:models/none/layers')).toBeNull();
  });
});

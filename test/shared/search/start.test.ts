import { describe, expect, it } from 'vitest';
import { checkRecordAlone, checkRecordsTogether } from '../../../db/check-document.ts';
import { builtInCatalog as catalog } from '../../../shared/catalog/catalog.ts';
import type { Catalog } from '../../../shared/catalog/types.ts';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import { createPlanner } from '../../../shared/plan.ts';
import {
  firstAnswers, startOwnerships, type StartAnswers,
} from '../../../shared/project/guided-start.ts';
import { listScenarios } from '../../../shared/project/resolve.ts';
import { documentOf, type Template } from '../../../shared/project/templates.ts';
import {
  planStart, startProject, systemOffers, type SystemOffer,
} from '../../../shared/search/start.ts';

const using = { catalog, points: loadMeasuredPoints() };
const planner = createPlanner(catalog, using.points);

function made(over: Partial<StartAnswers>): Template {
  const found = planStart({ ...firstAnswers, ...over }, using);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
}

const offers = systemOffers(firstAnswers, using);
function offerOf(id: string, from: readonly SystemOffer[] = offers): SystemOffer {
  const found = from.find((each) => each.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}
const codes = ({ notes }: SystemOffer): readonly string[] => notes.map(({ code }) => code);

describe.each(startOwnerships)('owned as %s', (ownership) => {
  it.each(
    Object.keys(catalog.systems),
  )('%s gives a sound project that works or says what is missing', (id) => {
    const { records } = made({ systems: [id], ownership });
    const document = documentOf(records);
    expect(records.map(checkRecordAlone).filter((fault) => fault !== null)).toEqual([]);
    expect(checkRecordsTogether(document)).toBeNull();
    const [scenario] = listScenarios(document);
    const plan = planner.evaluate(document, scenario?.id ?? '');
    if (!plan.ok) throw new Error(JSON.stringify(plan.error));
    const { figures, limits } = plan.value;
    const npv = figures['headline.npvUsd'];
    const broken = limits.filter((limit) => limit.broken);
    // What goes with the system was chosen, so nothing of that is ever broken.
    expect(broken.map(({ code }) => code).filter((code) =>
      /not-supported|switch-too-slow|fabric-too-small|supply-too-warm/u.test(code))).toEqual([]);
    const works = npv?.value !== null && broken.length === 0;
    const says = npv?.absent !== undefined && broken.every(({ nearestFix }) => nearestFix !== '');
    expect(works || (says && broken.length > 0), `${id} ${JSON.stringify(npv)}`).toBe(true);
    const { notes } = offerOf(id, systemOffers({ ...firstAnswers, ownership }, using));
    const warned = notes.some(({ code }) => ['no-price', 'no-rate', 'no-power'].includes(code));
    expect(warned, 'told at the tick').toBe(!works);
  });
});

describe('the project of five systems in Texas', () => {
  const systems = ['dgx_h200', 'dgx_b200', 'gb200_nvl72', 'gb300_nvl72', 'mi355x_8'];
  const document = documentOf(made({ site: 'dallas', systems, ownership: 'colo' }).records);
  const plans = listScenarios(document).map(({ id }) => planner.evaluate(document, id));

  it('has a plan for each, filling the power without breaking it', () => {
    expect(plans).toHaveLength(5);
    for (const plan of plans) {
      if (!plan.ok) throw new Error(JSON.stringify(plan.error));
      const used = plan.value.figures['headline.facilityMw']?.value ?? 0;
      expect(used).toBeLessThanOrEqual(20);
      expect(used).toBeGreaterThan(17);
    }
  });

  it('serves each with an engine of its maker: none of TensorRT on AMD', () => {
    const engines = plans.map((plan) => (plan.ok
      ? plan.value.inputs.rackGroup.map(({ values }) => values.framework) : []));
    for (const engine of engines.at(-1) ?? [])
      expect(['vllm', 'sglang', 'atom']).toContain(engine);
    expect(plans.map((plan) => (plan.ok ? plan.value.inputs.network.values.fabric : '')))
      .toEqual(['infiniband', 'infiniband', 'infiniband', 'infiniband', 'roce']);
  });
});

describe('what is said of a system before it is chosen', () => {
  it('nothing of one that is priced, powered and known to serve', () => {
    expect(codes(offerOf('gb200_nvl72'))).toEqual([]);
  });

  it('no public price, which does not matter to who rents', () => {
    expect(codes(offerOf('mi355x_8'))).toContain('no-price');
    const rented = systemOffers({ ...firstAnswers, ownership: 'rental' }, using);
    expect(codes(offerOf('mi355x_8', rented))).not.toContain('no-price');
    expect(codes(offerOf('helios', rented))).toContain('no-rate');
  });

  it('a network slower than its cards, with both rates', () => {
    expect(offerOf('vr_nvl72').notes).toContainEqual(
      { code: 'slower-network', gbps: 800, ownGbps: 1600 });
    expect(offerOf('vr_nvl72').kit?.scaleOutGbps).toBe(800);
  });

  it('that its power is not published', () => {
    expect(codes(offerOf('tpu7x_pod'))).toContain('no-power');
  });

  it('why it cannot serve, and the answers that name it are refused', () => {
    const h100 = catalog.accelerators['h100_sxm'];
    if (h100 === undefined) throw new Error('no H100');
    const { fp4Tflops: _four, fp8Tflops: _eight, bf16Tflops: _sixteen, ...bare } = h100;
    const without: Catalog =
      { ...catalog, accelerators: { ...catalog.accelerators, h100_sxm: bare } };
    const llama = [{ preset: 'chat', model: 'llama-3.1-70b', powerShare: 1, tokensPerDay: null }];
    const asked = { ...firstAnswers, workloads: llama };
    const found = offerOf('dgx_h100', systemOffers(asked, { ...using, catalog: without }));
    expect(found.kit).toBeNull();
    expect(found.cannot).toBe('No serving engine runs Llama-3.1/3.3-70B on DGX H100');
    const refused = planStart({ ...asked, systems: ['dgx_h100'] }, { ...using, catalog: without });
    expect(refused).toEqual({ ok: false, error: [{ code: 'cannot-run', field: 'systems',
      id: 'dgx_h100', reason: found.cannot }] });
  });
});

describe('power beyond a switch', () => {
  it.each([0.05, 1, 100, 1000])('at %s MW the switch reaches every accelerator', (utilityMw) => {
    const document = documentOf(made({ utilityMw, systems: ['dgx_h200', 'mi300x_8'] }).records);
    for (const { id } of listScenarios(document)) {
      const plan = planner.evaluate(document, id);
      expect(plan.ok && plan.value.limits.map(({ code }) => code))
        .not.toContain('fabric-too-small');
    }
  });
});

describe('a project of a start', () => {
  it('runs each system under its strongest engine, the lists alone would take another', () => {
    const answers = { ...firstAnswers, systems: ['mi355x_8'],
      workloads: firstAnswers.workloads.map((each) => ({ ...each, model: 'deepseek-v4-pro' })) };
    const [listed, strongest] = [planStart(answers, using), startProject(answers, using, planner)]
      .map((found) => {
        if (!found.ok) throw new Error(JSON.stringify(found.error));
        const document = documentOf(found.value.records);
        const plan = planner.evaluate(document, listScenarios(document)[0]?.id ?? '');
        return plan.ok ? plan.value.figures['headline.tokPerSecPerMw']?.value ?? null : null;
      });
    expect(listed).not.toBeNull();
    expect(strongest).toBeGreaterThan(Number(listed));
  });
});

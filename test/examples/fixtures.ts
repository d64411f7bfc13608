import { builtInCatalog } from '../../shared/catalog/catalog.ts';
import { wideExpertRows } from '../../shared/catalog/data/wide-experts.ts';
import { findListing } from '../../shared/catalog/prices.ts';
import { evaluateEconomics } from '../../shared/economics/statement/evaluate.ts';
import { balanceAt } from '../../shared/facility/cooling/balance.ts';
import { readTariff } from '../../shared/import/tariff/urdb.ts';
import { resolveRequest } from '../../shared/inference/resolve.ts';
import { synthesizeYear } from '../../shared/facility/weather/synthetic-year.ts';
import { billLine, noPrice } from '../../shared/network/bill.ts';
import { firstAnswers, type StartKit } from '../../shared/project/guided-start.ts';
import { startNames } from '../../shared/search/start.ts';
import { judge } from '../../shared/reality/verdict.ts';
import { phases } from '../../shared/lifecycle/phase.ts';
import { economics, finance, sales } from '../shared/economics/fixture.ts';
import { handLife } from '../shared/economics/hand.ts';
import { chain, design, siteParams } from '../shared/facility/sample.ts';
import { requestOf } from '../shared/inference/requests.ts';
import * as life from '../shared/lifecycle/fixture.ts';
import { planOf } from '../shared/plan/support.ts';
import { dollarPerKw, plantFailures, plantSize } from '../shared/facility/plant-sample.ts';
import { pod, design as designPod, switchOf } from '../shared/network/fixture.ts';

const ashburn = builtInCatalog.sites['ashburn'];
if (ashburn === undefined) throw new Error('no site');
const params = siteParams(ashburn);
/** A pod of one megawatt. */
const pod1 = planOf('b200-1mw');
const sixCents = readTariff('{"energyratestructure":[[{"rate":0.06}]]}');
if (!sixCents.ok) throw new Error('no tariff');
const tariff = sixCents.value.value;
const startKit: StartKit = {
  serving: [{ precision: 'fp4', framework: 'trtllm' }, { precision: 'fp4', framework: 'trtllm' }],
  terminal: 'direct-to-chip', liquidSupplyC: 30, fabric: 'infiniband', switchModel: 'q3400',
  scaleOutGbps: null,
};
const { models, accelerators, systems, switches } = builtInCatalog;
const resolved = resolveRequest(requestOf({}));
if (!resolved.ok) throw new Error(resolved.error.what);

/**
 * What examples name without saying: plain values of each kind, by room or, where it
 * differs, by file.
 */
export const fixtures: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  economics: {
    params: economics(), finance: finance(), path: sales().path,
    sales: sales({ failedShare: 0 }), capex: [], opex: [], lifecycle: handLife(12),
    unitCost: evaluateEconomics(economics()).unitCost,
  },
  facility: {
    params, weather: params.designWeather,
    design, chain, ashburn, site: ashburn, dgxH100: systems['dgx_h100'],
    hours: synthesizeYear(ashburn.bins, ashburn.latitude), balance: balanceAt(params,
      params.designWeather, 1000, 1000),
    peak: balanceAt(params, params.designWeather, 4224, 4224), limits: { powerKw: null,
      liquidKw: null, airKw: null },
  },
  'shared/facility/site/plant-parts.ts': { size: plantSize, prices: dollarPerKw },
  'shared/facility/availability/plant-outages.ts': { outages: plantFailures },
  'shared/facility/availability/power-path.ts': { source: {
    utilityPerYear: 0.1, utilityHours: 1.4, generatorsNeeded: 4, generators: 5,
    failToStart: 0.03, failToRunPerHour: 0.003, failToTransfer: 0.001, commonCause: 0.05,
    fuelHours: 48,
  } },
  'shared/facility/power/one-line.ts': { params: {
    chain, groups: [{ key: 'main', rackKw: 100, racks: 40 }], mechanicalKw: 800,
    utilityKw: null,
    generator: { ratingKw: 3000, count: 3 },
  } },
  lifecycle: {
    params: life.params(), chat: life.traffic(), group: life.group(),
    release: life.release(), g: life.group(),
    a: life.release({ key: 'a' }), b: life.release({ key: 'b' }), start: { year: 2027,
      month: 1 }, phases,
    target: { model: 'm', accelerator: 'gb300', framework: 'f', mode: 'agg',
      tokPerSecPerUser: 50,
      isl: 8192, osl: 1024 },
  },
  network: {
    params: pod, design: designPod({}), qm9700: switchOf('qm9700'),
    line: billLine('cables', null,
      1, noPrice, ''),
  },
  inference: {
    llama8b: models['llama-3.1-8b'], llama70b: models['llama-3.1-70b'],
    h100: accelerators['h100_sxm'],
    tpu7x: accelerators['tpu7x'],
    bench: resolved.value.bench, constants: resolved.value.bench.constants,
  },
  'shared/inference/calibration/phase.ts': {
    row: wideExpertRows.find((row) => row['scenario_or_interactivity'] === 'decode EP72 bs256'),
    gain: { ...wideExpertRows.find((row) => row['accelerator'] === 'H100'),
      scenario_or_interactivity: 'EPLB gain prefill', value: '1.49' },
  },
  'shared/inference/calibration/error-cells.ts': {
    cell: { modelId: 'llama-3.1-70b', family: 'hopper', backend: 'vllm', precision: 'fp8',
      mode: 'agg' },
  },
  'shared/inference/latency.ts': {
    queue: { fixed: 0.04, prompt: 0.1, busy: 0.1, step: 0.02, rate: 2, workers: 1, tpot: 0.02,
      perPrompt: 0.09, osl: 500, longestWait: 3 },
  },
  'shared/inference/expected-error.ts': {
    llama70bOnTpu: { model: models['llama-3.1-70b'], accelerator: accelerators['tpu7x'],
      backend: 'vllm', precision: 'bf16' },
  },
  catalog: { catalog: builtInCatalog,
    listing: findListing(builtInCatalog, 'huggingface-together-openai-gpt-oss-120b'),
    system: systems['gb300_nvl72'] },
  compat: {
    mi355x: accelerators['mi355x'], h200: accelerators['h200_sxm'],
    deepseekR1: models['deepseek-r1'], gb300Nvl72: systems['gb300_nvl72'],
    sn5600: switches['sn5600'],
    rest: { precision: 'fp4', mode: 'auto', model: models['deepseek-r1'] },
    needOfH200: { accelerator: accelerators['h200_sxm'], model: models['deepseek-r1'],
      mode: 'auto', points: null },
    needOfMi355x: { accelerators: [accelerators['mi355x']], nicGbps: 400,
      switches: Object.values(switches) },
  },
  plan: { catalog: builtInCatalog, gb300Nvl72: systems['gb300_nvl72'], stages: pod1.stages },
  'shared/plan/money/construction.ts': { inputs: pod1.inputs },
  'shared/plan/money/tariff-lines.ts': { inputs: pod1.inputs },
  'shared/plan/life/demand-params.ts': { inputs: pod1.inputs },
  'shared/economics/statement/schedule-bill.ts': { tariff, schedule: tariff.energy,
    terms: { energyLevel: 1, minimumKw: 0 } },
  'shared/import/tariff/print.ts': { tariff },
  project: { inputs: pod1.inputs },
  'shared/project/guided-start.ts': { firstAnswers, names: startNames(builtInCatalog),
    kit: startKit },
  search: { firstAnswers, catalog: builtInCatalog, gptOss: models['gpt-oss-120b'],
    gb300Nvl72: systems['gb300_nvl72'] },
  reality: { plan: pod1, measure: judge({
    kind: 'revenuePerMwYear', unit: 'USD/MW-year', metric: { value: 98e6 }, responsible: [],
    peers: [{ name: 'Anthropic 2026 (rough)', value: 21.43e6, date: '2026-04', source: '',
      evidence: 'analyst', note: '' }],
  }) },
};

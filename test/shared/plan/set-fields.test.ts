import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../shared/catalog/catalog.ts';
import { createPlanner } from '../../../shared/plan.ts';
import { planToJson } from '../../../shared/plan/figures/json.ts';
import type { Field, FieldValue } from '../../../shared/project/field.ts';
import { listFieldPaths, setByPath } from '../../../shared/project/path.ts';
import type { KindName } from '../../../shared/project/kinds.ts';
import { documentOf, findTemplate } from '../../../shared/project/templates.ts';

const planner = createPlanner(builtInCatalog);
type Document = ReturnType<typeof documentOf>;
/** Records of lists that the templates leave empty, so that their fields can be set too. */
const ownConfig = JSON.stringify({
  model_type: 'llama', num_hidden_layers: 80, hidden_size: 8192, num_attention_heads: 64,
  num_key_value_heads: 8, vocab_size: 128_256, max_position_embeddings: 131_072,
  intermediate_size: 28_672, tie_word_embeddings: false,
});
const ownFigures = JSON.stringify({
  maxPowerKw: { value: 150, unit: 'kW', source: 'a test', date: null, evidence: 'user' },
});
const ownRows =
  `gpu,model,precision,framework,isl,osl,mode,tp,attention_dp,ep,concurrency,speculative,tpot_mean_ms,output_tok_s_per_gpu
gb300,deepseek-r1,fp4,dynamo-trt,8192,1024,agg,4,1,4,16,none,20,190`;
const measured = [['benchmark.rows', ownRows]] as const;
const lists: readonly (readonly [KindName, Readonly<Record<string, FieldValue>>])[] = [
  ['spike', { traffic: 'reasoning', multiplier: 1.3 }],
  ['feed', { mw: 99, month: 4, rampMonths: 2 }],
  ['generator', { mw: 10, runs: 'cheapest' }],
  ['loadSeries', { traffic: 'reasoning', inUse: false, tokensPerMonth: '3e14 4e14' }],
  ['placement', { rack: 'reasoning-001', position: 3 }],
  ['deviceType', { maximumW: '800 700', weightKg: 20, priceUsd: 9000 }],
  ['rackDevice', { device: 'one' }], ['rackType', { heightU: 50, outerWidthM: 0.8 }],
  ['priceEvent', { traffic: 'reasoning', factor: 0.5 }],
  ['rentalContract', { inUse: false, share: 0.3, startMonth: 4, termMonths: 20 }],
  ['priceTier', { traffic: 'reasoning' }], ['customModel', { config: ownConfig }],
  ['benchmark', {}],
  ['catalogEntry', { collection: 'systems', entry: 'gb300_nvl72', figures: ownFigures,
    properties: '{"priceCovers":"accelerators"}' }],
];
/** Kinds that name a rack group. */
const holdsGroup: ReadonlySet<KindName> = new Set(['rackDevice', 'rentalContract']);
const documentFor = (template: string): Document => {
  const records = findTemplate(template)?.records ?? [];
  const group = records.find((record) => record.kind === 'rackGroup')?.key ?? '';
  return documentOf([...records, ...lists.map(([kind, values]) => (
    { id: `base:${kind}:one`, kind, scenarioId: 'base', key: 'one', position: 1,
      body: { values: holdsGroup.has(kind) ? { ...values, group } : values } }))]);
};

/** Results alone: neither the echo of the inputs nor the count of assumed ones. */
function resultsOf(document: Document): string {
  const plan = planner.evaluate(document, 'base');
  if (!plan.ok) return JSON.stringify(plan.error);
  const { inputs: _inputs, hash: _hash, provenance: _provenance, warnings, ...results } =
    planToJson(plan.value, 1, null, true);
  return JSON.stringify({
    ...results, warnings: warnings.filter((w) => w.code !== 'assumed-inputs'),
  });
}

/** Values within the field's range, other than its default, near and far. */
function otherValues(field: Field): readonly FieldValue[] {
  switch (field.type) {
    case 'number': {
      const near = field.default ?? field.min + (field.max - field.min) * 0.001;
      const values = [
        near * 0.8, near * 1.3 + 1e-3, field.min, field.max, near * 2 + 1, near + 2,
      ].map((x) => (field.integer === true ? Math.round(x) : x));
      return values.filter((x) => x >= field.min && x <= field.max && x !== field.default);
    }
    case 'choice': return field.choices.map((c) => c.value);
    case 'toggle': return [true, false];
    case 'text': return field.numbers !== undefined
      ? ['500 400', '0.5 0.3 0.2', '9e14', meanYear(20)]
      : [field.key === 'startMonth' ? '2029-05' : `${field.default} changed`];
    case 'reference': return field.of === 'sites' ? ['phoenix']
      : field.key === 'rackType' ? ['one']
      : ['no-such-entry'];
    default: return [];
  }
}

/** Conditions under which a field has an effect, as overrides. */
const conditions: readonly (readonly [string, FieldValue])[] = [
  ['site.demandUsdPerKwMonth', 5], ['finance.debtShare', 0.5],
  ['traffic.batchShare', 0.2], ['traffic.offPeakShare', 0.2], ['release.inUse', true],
];
const ownership = (mode: string): readonly (readonly [string, FieldValue])[] =>
  [['finance.ownership', mode]];
const onCurve = [['loadSeries.inUse', true]] as const;
/** A market that is the ceiling of what is sold. */
const inMarket = [['traffic.marketTokensPerDay', 1e13]] as const;
const inPeakHours = [['site.peakHoursFactor', 3]] as const;
const outdoorAir = [['cooling.rejection', 'air']] as const;
const apart = [['rackGroup.mode', 'disagg']] as const;
/** Where the one measured point lies. */
const slowHeld = [['rackGroup.mode', 'agg'], ['rackGroup.tensorParallel', 4], [
  'rackGroup.attentionDp', 1,
], ['rackGroup.expertParallel', 4], ['rackGroup.concurrency', 16]] as const;
const heldApart = [
  ...apart, ['rackGroup.tensorParallel', 4], ['rackGroup.attentionDp', 1],
  ['rackGroup.concurrency', 64],
] as const;
/** Experts over four accelerators and few tokens, so that ranks differ in load. */
const spread = [
  ['rackGroup.tensorParallel', 4], ['rackGroup.attentionDp', 1],
  ['rackGroup.expertParallel', 4], ['rackGroup.concurrency', 8],
] as const;
/** Experts spread over narrow links, so that the exchange is what takes the time. */
const farApart = [
  ['traffic.model', 'kimi-k2.5'], ['network.scaleUpDomain', 4], ['network.scaleOutGbps', 100],
  ['rackGroup.tensorParallel', 1], ['rackGroup.attentionDp', 32],
  ['rackGroup.expertParallel', 32], ['rackGroup.concurrency', 4096],
] as const;
/** Mean days that swing by so much from winter to summer. */
const meanYear = (swing: number): string => Array
  .from({ length: 288 }, (_, i) => Math.round(10 + swing * Math.sin((i / 288) * Math.PI)))
  .join(' ');
/** A year of three bins. */
const imported = [
  ['climate.dryBulbHours', '3000 4000 1760'], ['climate.wetBulbHours', '5000 3000 760'],
  ['climate.firstBinC', 10], ['climate.binK', 10],
] as const;
const tower = [['cooling.rejection', 'tower']] as const;
const blockRedundant = [['power.redundancy', 'block']] as const;
const ended = [['traffic.pricePath', 'ended']] as const;
const succeeded = [
  ['traffic.pricePath', 'successor'], ['traffic.successorStep', 0.5],
] as const;
/** Two devices of nine units that fit only back to back. */
const stacked = [['rackDevice.count', 2], ['deviceType.heightU', 9]] as const;
const rackChosen = [['hall.rackType', 'one']] as const;
const capped = [['power.powerCap', 0.7]] as const;
const rearDoor = [['cooling.terminal', 'rear-door']] as const;
/** A tariff of one price, which bills in place of the site's. */
const billed = [['tariff.billing', 'schedule'],
  ['tariff.schedule', '{"energyratestructure":[[{"rate":0.06}]]}']] as const;
/** Racks rented out, a part of them under a contract. */
const rentedOut = [['rackGroup.business', 'acceleratorHours'],
  ['rackGroup.onDemandUsdPerHour', 4], ['rentalContract.inUse', true],
  ['rentalContract.usdPerHour', 3]] as const;
const atSpot = [...rentedOut, ['rackGroup.spotUsdPerHour', 2],
  ['rackGroup.spotShare', 0.4]] as const;
const renewed = [...rentedOut, ['rentalContract.renewalShare', 0.5]] as const;
const losing = [
  ['traffic.inputUsdPerMtok', 0.02], ['traffic.outputUsdPerMtok', 0.05],
  ['traffic.priceDecline', -0.9],
] as const;
const curtailed = [['curtailment.hours', 500], ['curtailment.share', 0.9]] as const;
const held = [...curtailed, ['battery.mw', 40], ['battery.mwh', 60]] as const;
const conditional: Readonly<Record<string, readonly (readonly [string, FieldValue])[]>> = {
  'deviceType.fullDepth': stacked, 'deviceType.allocatedW': [
    ['power.basis', 'typical'],
  ], 'rackDevice.group': [['rackDevice.where', 'group']],
  'traffic.draftAcceptance': [['rackGroup.speculativeDraft', 3]],
  'rackType.heightU': rackChosen, 'rackType.outerWidthM':
    rackChosen, 'rackType.outerDepthM': rackChosen, 'rackType.maxLoadKg': rackChosen,
  'rackType.weightKg': [
    ...rackChosen, ['rackType.maxLoadKg', 1000],
  ], 'site.ratchetMonths': [['site.demandRatchet', 1]],
  'power.rectifierEfficiency': [
    ['power.rackFeed', 'dc800'],
  ], 'power.decodePowerShare': capped, 'power.decodeClockShare': [['power.powerCap', 0.55]],
  'cooling.rearDoorApproachK':
    rearDoor, 'cooling.rearDoorFanShare': rearDoor, 'cooling.airSideApproachK':
    outdoorAir, 'cooling.dewPointLeastC': outdoorAir, 'cooling.waterCondenserK': tower,
  'plant.staticSwitchUsdPerKw': blockRedundant, 'plant.staticSwitchPerYear': blockRedundant,
  'plant.staticSwitchRepairH': blockRedundant, 'plant.towerUsdPerKw': tower,
  'power.blocks': [['power.redundancy', 'n+1']], 'cooling.cyclesOfConcentration':
    tower, 'cooling.windageShare': tower, 'cooling.towerApproachK': tower,
  'cooling.exchangerApproachK': tower, 'finance.targetDscr': [['finance.debtKind', 'sculpted'],
    ['finance.debtShare', 0.95], ...losing],
  'finance.leaseRate': ownership(
    'lease',
  ), 'finance.leaseTermMonths': ownership('lease'), 'finance.leaseResidual': ownership('lease'),
  'finance.coloUsdPerKwMonth': ownership('colo'), 'finance.coloEscalation': ownership('colo'),
  'finance.coloTakeOrPay': [...ownership('colo'), ['rackGroup.chat.startMonth', 30]],
  'finance.rentalUsdPerHour': ownership('rental'), 'finance.rentalTermMonths': ownership(
    'rental',
  ), 'finance.rentalPrepayShare': ownership(
    'rental',
  ), 'finance.rentalEscalation': ownership('rental'),
  'finance.systemLifeYears': [
    ['finance.depreciation', 'straight'],
  ], 'traffic.capabilityDecline': [['traffic.priceClock', 'capability']],
  'traffic.priceFloor': [['traffic.priceDecline', 0.9]], 'demand.tokensPerDay': [
    ['demand.mode', 'tokens'],
  ], 'demand.targetLoad': [['demand.scaling', 'scaled']],
  'finance.lossLimitShare': losing, 'site.waterUsdPerM3':
    tower, 'opex.waterEscalation': tower, 'opex.softwareEscalation': [
      ['opex.softwareUsdPerAcceleratorYear', 500],
    ], 'finance.lossRule': losing, 'traffic.cachedUsdPerMtok': [['traffic.cacheHit', 0.5]],
    'traffic.retireMonth': ended, 'traffic.successorMonths': succeeded,
    'traffic.successorStep': [['traffic.pricePath', 'successor']], 'traffic.retiredDemand': ended,
    'traffic.cachedRatio': [['traffic.cacheHit', 0.5], ['traffic.inputUsdPerMtok', 1]],
  'rackGroup.prefillAccelerators':
    heldApart, 'rackGroup.decodeAccelerators': heldApart, 'rackGroup.dwdp': apart,
  'customModel.config': [
    ['customModel.config', ownConfig], ['traffic.model', 'one'],
  ], 'benchmark.rows': [...measured, ...slowHeld], 'benchmark.inUse': [...measured,
    ...slowHeld],
  'rackGroup.expertBalancing': spread, 'rackGroup.overlap': farApart,
  'rackGroup.refreshAtLife': [['demand.horizonMonths', 120]],
  'curtailment.share': curtailed, 'curtailment.eventHours': held,
  'curtailment.firmMonth': curtailed, 'battery.mw': held, 'battery.mwh': held,
  'battery.month': held, 'battery.depth': held, 'battery.roundTrip': held,
  'battery.usdPerKw': held, 'battery.usdPerKwh': held, 'battery.lifeYears': held,
  'battery.leadMonths': held,
  'network.planes': [
    ['network.topology', 'multi-plane'],
  ], 'network.torusDimensions': [['network.topology', 'torus']],
  'cooling.airDeltaK': outdoorAir, 'cooling.dewPointLimitC':
    outdoorAir, 'cooling.towerPumpShare': tower, 'hall.storageRackKw': [
      ['hall.storageRacks', 40],
    ],
  'hall.liquidMw': [['hall.halls', 1]], 'climate.inUse': imported, 'climate.profileDryC': [
    ...imported, ['climate.profileWetC', meanYear(4)],
  ],
  'climate.profileWetC': [
    ...imported, ...tower, ['climate.profileDryC', meanYear(9)],
  ], 'climate.elevationM': [...imported, ...outdoorAir], 'climate.designDryBulbC': imported,
  'climate.designWetBulbC': [
    ...imported, ...tower,
  ], 'climate.firstBinC': imported, 'climate.binK': imported, 'climate.dryBulbHours': imported,
  'climate.binDryBulbC': imported, 'climate.binWetBulbC': [
    ...imported, ...outdoorAir,
  ], 'climate.wetBulbHours': [...imported, ...tower],
  'tariff.energyLevel': billed, 'tariff.schedule': billed,
  'site.ppaUsdPerKwh': [['site.ppaShare', 0.5]], 'site.peakFromHour':
    inPeakHours, 'site.peakToHour': inPeakHours, 'site.busiestHour': inPeakHours,
  ...Object.fromEntries(['share', 'startMonth', 'termMonths', 'usdPerHour', 'prepayShare',
    'renewalShare', 'defaultPerYear', 'defaultMonth', 'inUse', 'group'].map((field) =>
    [`rentalContract.${field}`, rentedOut])),
  'rentalContract.renewalDecline': renewed,
  ...Object.fromEntries(['onDemandShare', 'onDemandUsdPerHour', 'onDemandDecline', 'soldLoad']
    .map((field) => [`rackGroup.${field}`, rentedOut])),
  'rackGroup.spotShare': atSpot, 'rackGroup.spotUsdPerHour': atSpot,
  'rackGroup.spotDecline': atSpot,
  'traffic.marketVolume': inMarket, 'traffic.marketShareMost': inMarket,
  'traffic.marketGrowth': inMarket,
  'demand.seasonPeakMonth': [
    ['demand.seasonSwing', 0.3],
  ], 'traffic.tokensPerDay': [['demand.mode', 'tokens']],
  'demand.weekendShare': [['demand.mode', 'tokens'], ['demand.tokensPerDay', 5e13]],
  'finance.customDepreciation': [
    ['finance.depreciation', 'custom'],
  ], 'finance.reserveInterest': [['finance.operatingReserveMonths', 3]],
  'loadSeries.scale': onCurve, 'loadSeries.tokensPerMonth': onCurve, 'loadSeries.weekShape': [
    ...onCurve, ['loadSeries.tokensPerMonth', '9e14'],
  ],
  'loadSeries.traffic': onCurve, 'spike.queries': [
    ...onCurve,
  ], 'spike.multiplier': [...onCurve],
  'demand.peakToAverage': [['demand.mode', 'tokens'], ['demand.tokensPerDay', 5e13]],
};

/**
 * Fields that act only where accelerators talk across islands, or where racks replace
 * others.
 */
const onHopper: ReadonlySet<string> = new Set(['rackGroup.freesPower', 'network.fabric',
  'network.scaleUpDomain', 'rackGroup.retireMonth', 'network.goodput',
  'network.hopLatencyNs', 'network.endpointLatencyUs']);

/** Said on paper only: they name things and change no number. */
const labels: ReadonlySet<string> = new Set(['keptRun.of', 'keptRun.summary',
  'deviceType.name', 'deviceType.slug',
  'deviceType.partNumber', 'deviceType.priceSource', 'rackDevice.name', 'rackType.name',
  'rackType.slug', 'project.client', 'project.preparedBy', 'project.note',
  'project.unitSystem', 'rackGroup.name', 'customModel.name', 'catalogEntry.name',
  'benchmark.name', 'benchmark.origin', 'traffic.name', 'release.name',
  'release.evidence', 'release.source', 'spike.name', 'feed.name', 'generator.name',
  'loadSeries.name', 'climate.origin',
  'loadSeries.origin', 'tariff.name', 'tariff.origin', 'priceEvent.name', 'priceTier.name',
  'rentalContract.name',
  // The one version there is, and nothing taken ahead of it.
  'project.defaultsVersion', 'project.newerDefaults',
  // They say how sure inputs are, and move shares of evidence, which are not part of a plan.
  'project.uncertaintyMeasured', 'project.uncertaintyVendor',
  'project.uncertaintyAnalyst', 'project.uncertaintyDerived', 'project.uncertaintyUser',
  'project.uncertaintyAssumed',
  'project.currency', 'project.usdPerUnit', 'project.rateDate', 'project.locale',
  'report.brandColour', 'report.logo', 'report.confidentiality', 'report.disclaimer',
  'report.leftOut', 'report.question', 'report.recommendation', 'report.paper']);

describe('every field that `fields` lists', () => {
  it.each(
    listFieldPaths().filter((f) => !labels.has(f.path)).map((f) => [f.path, f.field] as const),
  )('%s changes the result', (path, field) => {
    const lay = (document: Document, at: string, value: FieldValue): Document => {
      const set = setByPath(document, 'base', at, value);
      return set.ok ? set.value : document;
    };
    const start = documentFor(onHopper.has(path) ? 'hopper-to-blackwell' : 'gb300-100mw');
    const document = [
      ...conditions, ...(conditional[path] ?? []),
    ].reduce((d, [at, value]) => lay(d, at, value), start);
    const before = resultsOf(document);
    expect(otherValues(field).some((value) => resultsOf(lay(document, path, value)) !== before))
      .toBe(true);
  });
});

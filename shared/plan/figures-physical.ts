import type { Ledger } from '../units/ledger.ts';
import { byCatalog, byField, byFigure, type Absent, type TraceInput } from '../units/figure.ts';
import type { Unit } from '../units/unit.ts';
import { secondsPerMonth } from '../lifecycle/month.ts';
import type { StageResults } from './stages.ts';

/** Writes a figure, or its absence with the reason. */
export function put(ledger: Ledger, key: string, value: number | null, unit: Unit, formula: string, inputs: readonly TraceInput[], absent: Absent): void {
  if (value === null || !Number.isFinite(value)) ledger.putAbsent(key, unit, formula, inputs, absent);
  else ledger.put(key, value, unit, formula, inputs);
}

const noRacks: Absent = { code: 'no-racks', detail: 'no rack fits the power' };
const noPoint: Absent = { code: 'no-feasible-point', detail: 'no serving point meets memory and service level' };

/** Figures of every rack group: its racks and its serving point. */
export function putGroups(ledger: Ledger, { groups, racks }: StageResults): void {
  for (const group of groups) {
    const { key } = group.record;
    const at = `group.${key}`;
    const fields = (names: readonly string[]) => names.map((n) => byField(`rackGroup.${key}.${n}`));
    const traffic = (names: readonly string[]) => names.map((n) => byField(`traffic.${group.traffic.key}.${n}`));
    const size = racks.find((r) => r.group.record.key === key)?.size;
    put(ledger, `${at}.rackKw`, size?.rackKw ?? null, 'kW', 'catalog', [byCatalog(size?.powerRef ?? ''), byField('power.powerCap'), byField('power.basis')],
      { code: 'no-source-value', detail: `power of ${group.system.name}` });
    ledger.put(`${at}.racks`, group.racks, 'count', 'facility.racks', [byFigure(`${at}.rackKw`), byField('site.utilityMw'), byFigure('headline.puePeak'), ...fields(['racks', 'powerShare'])]);
    ledger.put(`${at}.accelerators`, group.accelerators, 'count', 'facility.accelerators', [byFigure(`${at}.racks`), byCatalog(`systems/${group.system.id}/accelerators`)]);
    const serving = [...fields(['precision', 'framework', 'mode', 'speculativeDraft']), ...traffic(['model', 'isl', 'osl', 'cacheHit', 'minTokPerSecPerUser', 'maxTtftS']),
      byCatalog(`accelerators/${group.accelerator.id}/memoryBandwidthTbs`), byCatalog(`accelerators/${group.accelerator.id}/memoryGb`)];
    const { point } = group;
    put(ledger, `${at}.tokPerSecPerUser`, point?.tokPerSecPerUser ?? null, 'tok/s/user', 'inference.speed', serving, noPoint);
    put(ledger, `${at}.outputTokPerSecPerAccelerator`, point?.outputTokPerSecPerAccelerator ?? null, 'tok/s/accelerator', 'inference.throughput', serving, noPoint);
    put(ledger, `${at}.ttftMsHigh`, point?.ttftMsHigh ?? null, 'ms', 'inference.ttft', serving, noPoint);
  }
}

/** Facility figures: sizes, PUE, water. */
export function putFacility(ledger: Ledger, results: StageResults): void {
  const { facility, groups, accelerators } = results;
  const groupInputs = (part: string) => groups.map((g) => byFigure(`group.${g.record.key}.${part}`));
  const cooling = ['rejection', 'liquidSupplyC', 'airSupplyC', 'liquidDeltaK', 'dryApproachK', 'towerApproachK', 'fanShare', 'pumpShare', 'rejectionFanShare', 'chillerCarnot'].map((n) => byField(`cooling.${n}`));
  const chain = ['redundancy', 'transformerEfficiency', 'upsLossFixed', 'upsLossLinear', 'upsLossSquare', 'distributionLoss', 'otherLoad'].map((n) => byField(`power.${n}`));
  const site = byCatalog(`sites/${results.site.id}`);
  const noClimate: Absent = facility.puePeak === null ? { code: 'no-climate', detail: results.site.name } : noRacks;
  ledger.put('headline.accelerators', accelerators, 'count', 'facility.accelerators', groupInputs('accelerators'));
  ledger.put('headline.racks', groups.reduce((sum, g) => sum + g.racks, 0), 'count', 'facility.racks', groupInputs('racks'));
  put(ledger, 'headline.itMw', facility.itKw > 0 ? facility.itKw / 1000 : null, 'MW', 'facility.itKw', [...groupInputs('rackKw'), ...groupInputs('racks'), byFigure('network.powerKw')], noRacks);
  put(ledger, 'headline.puePeak', facility.puePeak, 'ratio', 'facility.puePeak', [site, ...cooling, ...chain], noClimate);
  put(ledger, 'headline.pueAnnual', facility.result?.pueAnnual ?? null, 'ratio', 'facility.pueAnnual', [site, ...cooling, ...chain], noClimate);
  put(ledger, 'headline.wueLPerKwh', facility.result?.wueLPerKwh ?? null, 'L/kWh', 'facility.wue', [site, byField('cooling.rejection'), byField('cooling.cyclesOfConcentration'), byField('cooling.windageShare')], noClimate);
  put(ledger, 'headline.facilityMw', facilityMw(results), 'MW', 'facility.facilityKw', [byFigure('headline.itMw'), byFigure('headline.puePeak')], noClimate);
}

/** Facility power in the design hour, MW. */
export function facilityMw({ facility }: StageResults): number | null {
  return facility.puePeak === null || facility.itKw <= 0 ? null : (facility.itKw * facility.puePeak) / 1000;
}

/** Network figures; counts are absent where no fabric could be designed. */
export function putNetwork(ledger: Ledger, { network, inputs }: StageResults): void {
  const { design } = network;
  const none: Absent = { code: 'no-feasible-point', detail: 'no fabric connects these accelerators' };
  const counts = [byFigure('headline.accelerators'), ...['rails', 'planes', 'torusDimensions'].map((n) => byField(`network.${n}`)), byField('network.switchModel'), byField('network.topology'), byField('network.oversubscription'), byField('network.scaleOutGbps')];
  for (const key of ['leaf', 'spine', 'core', 'cables', 'opticsModules'] as const) put(ledger, `network.${key}`, design?.[key] ?? null, 'count', 'network.switches', counts, none);
  put(ledger, 'network.switchHops', design?.switchHops ?? null, 'count', 'network.switches', counts, none);
  put(ledger, 'network.bisectionShare', design?.bisectionShare ?? null, 'fraction', 'network.bisection', counts, none);
  put(ledger, 'network.latencyNs', design?.latencyNs ?? null, 'ns', 'network.latency', [...counts, ...['hopLatencyNs', 'endpointLatencyUs', 'nodeLeafM', 'leafSpineM', 'spineCoreM'].map((n) => byField(`network.${n}`))],
    design === null ? none : { code: 'no-source-value', detail: `latency of the switch ${inputs.network.values.switchModel}` });
  put(ledger, 'network.costUsd', design?.costUsd ?? null, 'USD', 'network.cost', [
    byFigure('network.leaf'), byFigure('network.spine'), byFigure('network.core'), byFigure('network.opticsModules'), byFigure('network.cables'),
    byField('network.switchPriceUsd'), byField('network.opticPriceUsd'), byField('network.cablePriceUsd'), byField('network.storageShare')], none);
  put(ledger, 'network.powerKw', design?.powerKw ?? null, 'kW', 'network.switches', [byField('network.switchPowerW'), byCatalog(`switches/${inputs.network.values.switchModel}/typicalPowerW`)],
    design === null ? none : { code: 'no-source-value', detail: `power of the switch ${inputs.network.values.switchModel}` });
}

/** Tokens and energy over the life. */
export function putLife(ledger: Ledger, results: StageResults): void {
  const { lifecycle, groups } = results;
  const peakMtok = lifecycle.total.capacityMtok.reduce((a, b) => Math.max(a, b), 0);
  const peak = (peakMtok * 1e6) / secondsPerMonth;
  const none: Absent = groups.some((g) => g.servingAccelerators > 0 && g.record.values.startMonth > lifecycle.horizonMonths)
    ? { code: 'not-within-horizon', detail: 'racks serve only after the last month' } : noPoint;
  const tokens = lifecycle.total.totalMtok.reduce((a, b) => a + b, 0);
  const mw = facilityMw(results);
  const speeds = groups.flatMap((g) => [byFigure(`group.${g.record.key}.outputTokPerSecPerAccelerator`), byFigure(`group.${g.record.key}.accelerators`)]);
  put(ledger, 'headline.tokensPerSecondPeak', peak > 0 ? peak : null, 'tok/s', 'lifecycle.peakSpeed', [...speeds, byField('demand.availability')], none);
  put(ledger, 'headline.tokensTotalM', tokens > 0 ? tokens : null, 'Mtok', 'lifecycle.tokens',
    [byFigure('headline.tokensPerSecondPeak'), byField('demand.utilisation'), byField('demand.horizonMonths'), byField('demand.mode')], { code: 'no-tokens', detail: 'no token is served' });
  put(ledger, 'headline.tokPerSecPerMw', peak > 0 && mw !== null ? peak / mw : null, 'tok/s/MW', 'lifecycle.tokPerMw', [byFigure('headline.tokensPerSecondPeak'), byFigure('headline.facilityMw')], none);
}

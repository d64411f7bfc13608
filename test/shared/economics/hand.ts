import type { GroupMonths, LifecycleResult,
  LifecycleTotals } from '../../../shared/lifecycle/types.ts';
import { phases } from '../../../shared/lifecycle/phase.ts';
import type { Timeline } from '../../../shared/economics/statement/timeline.ts';

type Rows = Exclude<keyof LifecycleTotals, 'onSite'>;

/** Round numbers that hold in every month of a plan made by hand. */
export const monthly: Readonly<Record<Rows, number>> = {
  inputMissMtok: 300, inputHitMtok: 100, outputMtok: 100, totalMtok: 500, capacityMtok: 1000,
  utilisation: 0.5, accelerators: 1000, criticalKw: 2000, itKw: 1500, facilityKw: 1800,
  facilityKwPeak: 1900, lossKw: 120, otherKw: 30,
  idleEnergyShare: 0.4, energyKwh: 1_314_000,
  gridKwh: 1_314_000, gridKwPeak: 1900, waterM3: 500, carbonKg: 400_000,
  reservedAcceleratorHours: 730_000, activeAcceleratorHours: 700_000,
};

type Months = Partial<Record<Rows, readonly number[]>>;

/**
 * Months 1 to `count` of one group that sells to `chat`; series given replace the round
 * numbers.
 */
export function handLife(count: number, over: Months = {}, batchMtok = 0): LifecycleResult {
  const of = (key: Rows): Float64Array =>
    Float64Array.from(over[key] ?? Array.from({ length: count }, () => monthly[key]));
  const total: LifecycleTotals = {
    inputMissMtok: of('inputMissMtok'), inputHitMtok: of('inputHitMtok'),
    outputMtok: of('outputMtok'),
    totalMtok: of('totalMtok'), capacityMtok: of('capacityMtok'),
    utilisation: of('utilisation'),
    accelerators: of('accelerators'), criticalKw: of('criticalKw'), itKw: of('itKw'),
    facilityKw: of('facilityKw'), facilityKwPeak: of('facilityKwPeak'),
    lossKw: of('lossKw'), otherKw: of('otherKw'),
    idleEnergyShare: of('idleEnergyShare'), energyKwh: of('energyKwh'),
    gridKwh: Float64Array.from(over.gridKwh ?? over.energyKwh ?? of('gridKwh')),
    gridKwPeak: Float64Array.from(over.gridKwPeak ?? over.facilityKwPeak ?? of('gridKwPeak')),
    onSite: null, waterM3: of('waterM3'),
    carbonKg: of('carbonKg'), reservedAcceleratorHours: of('reservedAcceleratorHours'),
    activeAcceleratorHours: of('activeAcceleratorHours'),
  };
  const group: GroupMonths = {
    key: 'main', trafficKey: 'chat', accelerators: 1000, prefillShare: 0.4,
    phase: new Uint8Array(count).fill(phases.indexOf('serving')), phaseNames: phases,
    softwareLevel: new Float64Array(count).fill(1), ttftLevel: new Float64Array(count).fill(1),
    notTaken: [],
    capacityMtok: total.capacityMtok, utilisation: total.utilisation,
    inputMissMtok: total.inputMissMtok,
    inputHitMtok: total.inputHitMtok, outputMtok: total.outputMtok,
    batchMtok: new Float64Array(count).fill(batchMtok), itKw: total.itKw, itKwPeak: total.itKw,
    itKwIdle: total.itKw, reservedAcceleratorHours: total.reservedAcceleratorHours,
    activeAcceleratorHours: total.activeAcceleratorHours,
  };
  const served = { key: 'chat', demandMtok: total.totalMtok, servedMtok: total.totalMtok,
    lostMtok: new Float64Array(count), aboveMarketMtok: new Float64Array(count),
    marketMtok: null };
  return { firstMonth: 1, horizonMonths: count, start: { year: 2027, month: 1 }, length: count,
    groups: [group], traffic: [served], powered: null, total };
}

/** Months from `firstMonth` to `horizonMonths` of a life that starts in month 1. */
export const handTimeline = (firstMonth: number, horizonMonths: number): Timeline => ({
  firstMonth, horizonMonths, length: horizonMonths + 1 - firstMonth, lead: 1 - firstMonth,
  start: { year: 2027, month: 1 },
});

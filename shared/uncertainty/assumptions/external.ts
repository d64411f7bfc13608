import { plantFields } from '../../project/fields/plant.ts';
import type { UncertainGroup } from './types.ts';

/** Prices of the parts of power and cooling: most of them nobody publishes. */
const plantPrices: readonly string[] = plantFields
  .flatMap(({ key }) => (key.endsWith('UsdPerKw') ? [`plant.${key}`] : []));

/**
 * Fields that stand for something outside the planner's hands, by the group they are listed
 * in: these are uncertain unless switched off. What a planner decides (a speed promised, a
 * design temperature, a share of power) and what only rates the result (the discount rate)
 * is listed too, switched off.
 */
const external: Readonly<Partial<Record<UncertainGroup, readonly string[]>>> = {
  demand: [
    'demand.utilisation', 'demand.marketRampMonths', 'traffic.marketShareMost',
    'traffic.cacheHit', 'traffic.freeShare', 'traffic.batchShare',
    'traffic.failedShare', 'traffic.tokensPerDay', 'demand.tokensPerDay',
    'demand.peakToAverage', 'traffic.retiredDemand',
  ],
  prices: [
    'traffic.priceDecline', 'traffic.capabilityDecline', 'traffic.successorStep',
    'traffic.batchDiscount', 'traffic.offPeakDiscount',
  ],
  electricity: ['site.ppaUsdPerKwh', 'site.demandUsdPerKwMonth', 'site.waterUsdPerM3'],
  investment: [
    'capex.facilityUsdPerMw', 'capex.aiPremium', 'capex.storageUsdPerAccelerator',
    'capex.installShare', 'capex.contingency', 'capex.hostAdder', 'capex.systemResidual',
    'plant.installShare', 'plant.controlsShare', ...plantPrices,
  ],
  operation: [
    'opex.staffUsdPerMwYear', 'opex.maintenanceShare', 'opex.systemSupportShare',
    'opex.insuranceShare', 'opex.propertyTaxShare', 'opex.softwareUsdPerAcceleratorYear',
    'opex.transitUsdPerMwYear', 'opex.salesShare', 'opex.escalation',
    'demand.failuresPerAcceleratorYear', 'demand.repairHours',
    'resilience.facilityAvailability', 'plant.commonCause', 'plant.gridPerYear',
  ],
  network: [
    'network.switchPriceUsd', 'network.opticPriceUsd', 'network.cablePriceUsd',
    'network.storageShare',
  ],
  plant: [
    'cooling.chillerCarnot', 'cooling.dryApproachK', 'cooling.towerApproachK',
    'cooling.pumpShare', 'cooling.rejectionFanShare', 'cooling.fanShare',
    'power.transformerEfficiency', 'power.upsLossFixed', 'power.upsLossLinear',
    'power.upsLossSquare', 'power.distributionLoss', 'power.idleShare',
  ],
  finance: [
    'finance.coloUsdPerKwMonth', 'finance.coloEscalation', 'finance.rentalUsdPerHour',
    'finance.leaseRate', 'finance.leaseResidual', 'finance.interestRate', 'finance.inflation',
  ],
};

const groups = new Map(Object.entries(external).flatMap(([group, paths]) =>
  // entries of a record keyed by groups
  paths.map((path) => [path, group as UncertainGroup] as const)));

/**
 * The group of a field that is uncertain by nature; null for what is decided.
 * @param path `kind.field`
 * @example externalGroup('demand.utilisation') // 'demand'
 */
export const externalGroup = (path: string): UncertainGroup | null => groups.get(path) ?? null;

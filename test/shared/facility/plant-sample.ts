import type { PlantOutageParams } from '../../../shared/facility/availability/plant-outages.ts';
import { setOf } from '../../../shared/facility/availability/power-path.ts';
import type { PlantPrices, PlantSize } from '../../../shared/facility/site/plant-parts.ts';

/** Four blocks of 1,500 kW with what goes with them. */
export const plantSize: PlantSize = {
  blocks: 4, blockKw: 1500, mechanicalKw: 1000, throughKw: 4000, paths: 2,
  hasStaticSwitch: false, derating: 0.8, generators: 3, generatorKw: 3000, facilityKw: 5500,
  fuelHours: 48, cdus: 4, cduKw: 1300, liquidKw: 3200, airKw: 800, dryCoolerKw: 4500,
  chilledKw: 1500, towerKw: 0, coolingUnitKw: 1500, airHandlerKw: 100,
  coolingSpares: 1,
};

/** Every part at a dollar per kW, and nothing beside. */
export const dollarPerKw: PlantPrices = {
  perKw: {
    mvSwitchgear: 1, transformer: 1, switchboard: 1, transferSwitch: 1, ups: 1,
    staticSwitch: 1, busway: 1, generator: 1, cdu: 1, pump: 1, chiller: 1, dryCooler: 1,
    tower: 1, airHandler: 1,
  },
  fuelUsdPerL: 0, controlsShare: 0, installShare: 0,
};

const daily = { perYear: 1, repairHours: 24 } as const;

/** Parts that each fail once a year for a day. */
export const plantFailures: PlantOutageParams = {
  scheme: setOf('2n', 1), commonCause: 0.05, maintenanceHours: 0,
  source: {
    utilityPerYear: 0, utilityHours: 1, generatorsNeeded: 1, generators: 2,
    failToStart: 0.03, failToRunPerHour: 0, failToTransfer: 0, commonCause: 0,
    fuelHours: 48,
  },
  failures: {
    mvSwitchgear: daily, transformer: daily, ups: daily, switchboard: daily,
    staticSwitch: daily, busway: daily, cdu: daily, pump: daily, chiller: daily,
    cooler: daily, airHandler: daily,
  },
  cooling: [{ key: 'pump', needed: 3, installed: 4 }],
};

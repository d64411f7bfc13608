import type { ClimateBin } from '../catalog/types.ts';

/** From the meter to the rack. Shares are of IT power unless said. */
export interface PowerChain {
  readonly redundancy: Redundancy;
  /** Active blocks n of N+1, block redundant and 2(N+1), >= 1. */
  readonly blocks: number;
  /** 0.9..1. */
  readonly transformerEfficiency: number;
  /** UPS loss over its rating = a + b L + c L^2 at load L of its rating. */
  readonly upsLoss: { readonly a: number; readonly b: number; readonly c: number };
  readonly distributionLoss: number;
  readonly otherLoad: number;
  /**
   * Efficiency of the rectifiers of an 800 V DC hall, which take the place of the UPS:
   * storage stands behind them. Absent: alternating current through a UPS.
   */
  readonly rectifierEfficiency?: number;
}
export type Redundancy = 'n' | 'n+1' | '2n' | '3m2' | '4m3' | 'block' | '2n+1';

/**
 * `air`: outdoor air through the hall for the heat in air, dry coolers for the heat in
 * liquid. `dx`: refrigerant in the air handlers, no water and no economiser for the heat in
 * air, dry coolers for the heat in liquid.
 */
export type HeatRejection = 'dry' | 'tower' | 'chiller' | 'air' | 'dx';

/** What takes the heat of condensers where the plant has no tower of its own. */
export type ChillerSink = 'air' | 'tower';

/**
 * How heat leaves the racks: liquid takes its share to the chip, the rest goes to air
 * handlers or rear doors.
 */
export type Terminal = 'direct-to-chip' | 'rear-door' | 'immersion';

export interface CoolingDesign {
  readonly rejection: HeatRejection;
  /** Whether cold weather takes heat without a chiller; default true. */
  readonly economiser?: boolean;
  /** Default 'air'. */
  readonly chillerSink?: ChillerSink;
  /** Default 'direct-to-chip'; without liquid in the racks that is a hall with air handlers. */
  readonly terminal?: Terminal;
  readonly liquidSupplyC: number;
  readonly airSupplyC: number;
  readonly liquidDeltaK: number;
  readonly dryApproachK: number;
  readonly towerApproachK: number;
  readonly exchangerApproachK: number;
  readonly chillerCarnot: number;
  /** kW per kW of heat, at full flow. */
  readonly fanShare: number;
  readonly pumpShare: number;
  readonly rejectionFanShare: number;
  readonly cyclesOfConcentration: number;
  readonly windageShare: number;
  /**
   * Water of an air handler's coil below the air it supplies, both sides of the coil, K;
   * default 8.
   */
  readonly coilApproachK?: number;
  /** The same of a rear door, which stands at the racks, K; default 6. */
  readonly rearDoorApproachK?: number;
  /** Fans of active rear doors, kW per kW of the rack heat they carry; default 0.01. */
  readonly rearDoorFanShare?: number;
  /**
   * Warming of outdoor air over fans and mixing before it reaches the racks, K; default
   * 1.5.
   */
  readonly airSideApproachK?: number;
  /** Refrigerant above the water that cools the condenser, K; default 8. */
  readonly waterCondenserK?: number;
  /** Refrigerant above the air that cools the condenser, K; default 15. */
  readonly airCondenserK?: number;
  /** Rise of the air across the racks, K; default 16.65. */
  readonly airDeltaK?: number;
  /** Tower pumps, kW per kW of heat; default 0.0142. */
  readonly towerPumpShare?: number;
  /**
   * Evaporative pre-cooling of the outdoor air of dry coolers and air economisers,
   * 0..0.95; default 0.
   */
  readonly adiabaticEffectiveness?: number;
  /** Highest dew point of outdoor air let into the hall, C; default 21. */
  readonly dewPointLimitC?: number;
  /**
   * Lowest dew point of the hall's air, kept by evaporating water into outdoor air, C;
   * absent: none is kept.
   */
  readonly dewPointLeastC?: number | null;
}

/** What a site's weather is at one moment or in one bin. */
export interface Weather {
  readonly dryBulbC: number;
  readonly wetBulbC: number;
}

/** One hour of a weather file. */
export interface WeatherHour extends Weather {
  /** 1 (January) to 12. */
  readonly month: number;
  /** 0..23. */
  readonly hour: number;
}

export interface FacilityParams {
  readonly power: PowerChain;
  readonly cooling: CoolingDesign;
  /** Share of IT heat taken by liquid, 0..1. */
  readonly liquidFraction: number;
  readonly bins: readonly ClimateBin[];
  readonly designWeather: Weather;
  /** Hours of a year from a weather file; they take the place of the bins. */
  readonly hours?: readonly WeatherHour[];
  /** Height of the site, m; default sea level. */
  readonly elevationM?: number;
  /** Direct emissions of the grid; CUE is absent without them. */
  readonly carbonGPerKwh?: number | null;
}

/** Where the power goes at one weather and load, kW; the parts add up to `facilityKw`. */
export interface PowerBalance {
  readonly itKw: number;
  readonly distributionKw: number;
  readonly upsKw: number;
  readonly transformerKw: number;
  readonly otherKw: number;
  readonly airFansKw: number;
  /** Pumps of the hall and, with a tower, of the tower. */
  readonly pumpsKw: number;
  readonly chillerKw: number;
  readonly rejectionFansKw: number;
  readonly facilityKw: number;
  /** Heat handed to the outside, kW. */
  readonly heatKw: number;
  /** Heat by the way it takes outside; adds up to `heatKw`. */
  readonly heatByPath: HeatByPath;
  readonly waterM3PerHour: number;
  readonly evaporatedM3PerHour: number;
  readonly blowdownM3PerHour: number;
  readonly windageM3PerHour: number;
}

export interface HeatByPath {
  /** Racks' heat in liquid, with its pumps. */
  readonly liquidKw: number;
  /** Heat of the hall's air: racks, electrical losses, lights, fans, with its pumps. */
  readonly airKw: number;
  readonly compressorKw: number;
  readonly rejectionFansKw: number;
  /** Transformers stand outdoors. */
  readonly transformerKw: number;
}

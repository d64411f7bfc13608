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
}
export type Redundancy = 'n' | 'n+1' | '2n' | '3m2' | '4m3' | 'block' | '2n+1';

export type HeatRejection = 'dry' | 'tower' | 'chiller';

export interface CoolingDesign {
  readonly rejection: HeatRejection;
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
}

/** What a site's weather is at one moment or in one bin. */
export interface Weather {
  readonly dryBulbC: number;
  readonly wetBulbC: number;
}

export interface FacilityParams {
  readonly power: PowerChain;
  readonly cooling: CoolingDesign;
  /** Share of IT heat taken by liquid, 0..1. */
  readonly liquidFraction: number;
  readonly bins: readonly ClimateBin[];
  readonly designWeather: Weather;
}

/** Where the power goes at one weather and load, kW; the parts add up to `facilityKw`. */
export interface PowerBalance {
  readonly itKw: number;
  readonly distributionKw: number;
  readonly upsKw: number;
  readonly transformerKw: number;
  readonly otherKw: number;
  readonly airFansKw: number;
  readonly pumpsKw: number;
  readonly chillerKw: number;
  readonly rejectionFansKw: number;
  readonly facilityKw: number;
  /** Heat handed to the outside, kW. */
  readonly heatKw: number;
  readonly waterM3PerHour: number;
  readonly evaporatedM3PerHour: number;
  readonly blowdownM3PerHour: number;
  readonly windageM3PerHour: number;
}

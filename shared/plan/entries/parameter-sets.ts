import { fanShareOf, pumpShareOf } from '../../facility/cooling/coolant-flow.ts';
import { waterHeat } from '../../facility/cooling/water.ts';
import type { ScenarioInputs } from '../../project/resolve.ts';

/** Sizes of sites whose plant is described by published ranges. */
export const siteSizes = ['large', 'midsize', 'small'] as const;
export type SiteSize = (typeof siteSizes)[number];

/** What a set is chosen for: heat rejection decides which of the published cases it is. */
export type PlantKind = Pick<ScenarioInputs['cooling']['values'], 'rejection' | 'chillerSink'>;

/** A field with the value a set gives it. */
export interface SetValue {
  readonly path: string;
  readonly value: number;
}

/** Where the values are from; they are the middles of its ranges, or follow from them. */
export const setSource = (size: SiteSize): string =>
  'Lei & Masanet 2022, Resources, Conservation & Recycling 182:106323: input ranges of '
  + `${size} sites, middle of the range`;

type Ends = readonly [low: number, high: number];
const middle = ([low, high]: Ends): number => (low + high) / 2;

/** Ranges of the published input table, by size of the site. */
interface Ranges {
  readonly upsEfficiency: Ends;
  readonly distributionLoss: Ends;
  readonly otherLoad: Ends;
  /** Warmest air supplied, C, and driest and dampest air kept, C of dew point. */
  readonly airSupplyC: Ends;
  readonly dewPointLeastC: Ends;
  readonly dewPointLimitC: Ends;
  /** Rise of the air, K. */
  readonly airDeltaK: Ends;
  /** Pressure of its fans, Pa: with outdoor air, coils, refrigerant; null where none is published. */
  readonly fanPa: Readonly<Record<'outdoor' | 'coil' | 'refrigerant', Ends | null>>;
  readonly fanEfficiency: Ends;
  /** Effectiveness of the air handlers' coils. */
  readonly coil: Ends;
  readonly pumpEfficiency: Ends;
  readonly towerFanPa: Ends;
  readonly towerFanEfficiency: Ends;
  /** Tower water over air, kg/kg. */
  readonly liquidGas: Ends;
  readonly cycles: Ends;
  readonly windage: Ends;
  /** Error of chillers against a machine as rated; null where none is published. */
  readonly chiller: Readonly<Record<'water' | 'air' | 'dx', Ends | null>>;
}

const ranges: Readonly<Record<SiteSize, Ranges>> = {
  large: {
    upsEfficiency: [0.9, 0.99], distributionLoss: [0, 0.02], otherLoad: [0, 0.002],
    airSupplyC: [27, 35], dewPointLeastC: [-12, -9], dewPointLimitC: [15, 27],
    airDeltaK: [13.9, 19.4],
    fanPa: { outdoor: [300, 1000], coil: [300, 700], refrigerant: null },
    fanEfficiency: [0.65, 0.9], coil: [0.7, 0.9], pumpEfficiency: [0.6, 0.8],
    towerFanPa: [100, 400], towerFanEfficiency: [0.65, 0.9], liquidGas: [0.2, 4],
    cycles: [3, 15], windage: [0.000_05, 0.005],
    chiller: { water: [-0.11, 0.11], air: null, dx: null },
  },
  midsize: {
    upsEfficiency: [0.8, 0.94], distributionLoss: [0.02, 0.05], otherLoad: [0.02, 0.05],
    airSupplyC: [27, 32], dewPointLeastC: [-12, -9], dewPointLimitC: [15, 27],
    airDeltaK: [5, 10],
    fanPa: { outdoor: [400, 1000], coil: [400, 900], refrigerant: null },
    fanEfficiency: [0.6, 0.8], coil: [0.65, 0.9], pumpEfficiency: [0.6, 0.8],
    towerFanPa: [200, 400], towerFanEfficiency: [0.6, 0.8], liquidGas: [0.2, 2],
    cycles: [3, 12], windage: [0.000_05, 0.005],
    chiller: { water: [-0.4, 0], air: [-0.4, 0.25], dx: null },
  },
  small: {
    upsEfficiency: [0.77, 0.85], distributionLoss: [0.02, 0.04], otherLoad: [0.02, 0.04],
    airSupplyC: [22.5, 27], dewPointLeastC: [-9.9, -8.1], dewPointLimitC: [13.5, 16.5],
    airDeltaK: [5, 8],
    fanPa: { outdoor: null, coil: [400, 900], refrigerant: [400, 600] },
    fanEfficiency: [0.6, 0.75], coil: [0.65, 0.8], pumpEfficiency: [0.6, 0.7],
    towerFanPa: [200, 400], towerFanEfficiency: [0.6, 0.75], liquidGas: [0.2, 2],
    cycles: [3, 12], windage: [0.0005, 0.005],
    chiller: { water: [-0.6, 0.2], air: [-0.45, 0.3], dx: [-0.45, 0.2] },
  },
};

/** The same at every size: rises of water, pressures of pumps, approaches. */
const everywhere = {
  facilityWaterK: [5, 10], towerWaterK: [4, 6], chillerPumpKpa: [114.9, 172.4],
  towerPumpKpa: [166.9, 250.4], towerApproachK: [2.8, 6.7], exchangerK: [1.7, 2.8],
} as const satisfies Readonly<Record<string, Ends>>;

/** Share of Carnot of a chiller as rated; errors of the table are held against it. */
const ratedCarnot = 0.5;
/** kg/m3 of air as fans move it. */
const airDensity = 1.2;

/** Fan power of a tower, kW per kW of heat: dp / (eta rho) over the air of a kW. */
function towerFanShare({ towerFanPa, towerFanEfficiency, liquidGas }: Ranges): number {
  const waterKgPerKj = 1 / (waterHeat * middle(everywhere.towerWaterK));
  const airKgPerKj = waterKgPerKj / middle(liquidGas);
  return (middle(towerFanPa) / 1000 / middle(towerFanEfficiency)) * (airKgPerKj / airDensity);
}

/** A coil's water below the air it supplies, K: rise x (1 / effectiveness - 1). */
const coilApproachK = ({ airDeltaK, coil }: Ranges): number =>
  middle(airDeltaK) * (1 / middle(coil) - 1);

type Values = Readonly<Record<string, number>>;

/** Fans and coils of the hall, as far as they are published for the plant. */
function hallValues(size: SiteSize, { rejection, chillerSink }: PlantKind): Values {
  const of = ranges[size];
  const isOutdoor = rejection === 'air';
  const fanPa = of.fanPa[isOutdoor ? 'outdoor' : rejection === 'dx' ? 'refrigerant' : 'coil'];
  // Coils behind outdoor air are published for midsize sites with air-cooled chillers alone.
  const hasCoil = isOutdoor ? size === 'midsize' && chillerSink === 'air' : rejection !== 'dx';
  return {
    airSupplyC: middle(of.airSupplyC), airDeltaK: middle(of.airDeltaK),
    ...(fanPa === null ? {} : { fanShare: fanShareOf(middle(fanPa), middle(of.fanEfficiency),
      middle(of.airDeltaK)) }),
    ...(hasCoil ? { coilApproachK: coilApproachK(of) } : {}),
    ...(isOutdoor ? { dewPointLeastC: middle(of.dewPointLeastC),
      dewPointLimitC: middle(of.dewPointLimitC) } : {}),
  };
}

/** Towers, where the plant has one. */
function towerValues(of: Ranges): Values {
  return {
    towerPumpShare: pumpShareOf(middle(everywhere.towerPumpKpa), middle(of.pumpEfficiency),
      middle(everywhere.towerWaterK)),
    rejectionFanShare: towerFanShare(of), towerApproachK: middle(everywhere.towerApproachK),
    exchangerApproachK: middle(everywhere.exchangerK),
    cyclesOfConcentration: middle(of.cycles), windageShare: middle(of.windage),
  };
}

function coolingValues(size: SiteSize, kind: PlantKind): Values {
  const of = ranges[size];
  const isDirect = kind.rejection === 'dx';
  const isWaterCooled = !isDirect
    && (kind.rejection === 'tower' || kind.chillerSink === 'tower');
  const machine = of.chiller[isDirect ? 'dx' : isWaterCooled ? 'water' : 'air'];
  return {
    ...hallValues(size, kind),
    ...(isDirect ? {} : { pumpShare: pumpShareOf(middle(everywhere.chillerPumpKpa),
      middle(of.pumpEfficiency), middle(everywhere.facilityWaterK)) }),
    ...(isWaterCooled ? towerValues(of) : {}),
    ...(machine === null ? {} : { chillerCarnot: ratedCarnot * (1 + middle(machine)) }),
  };
}

/**
 * The fields of power and cooling by a published set of parameters: large, midsize and small
 * sites differ in what their UPS, fans, coils and chillers lose. The middle of each range; a
 * UPS loses the same share at every load, and transformers are in the distribution's loss.
 * What is not published for a plant of this kind and size is not in the set.
 * @param kind heat rejection, which decides pressures of fans and machines of chillers
 * @example parameterSet('midsize', { rejection: 'tower', chillerSink: 'air' }).length // 18
 */
export function parameterSet(size: SiteSize, kind: PlantKind): readonly SetValue[] {
  const { upsEfficiency, distributionLoss, otherLoad } = ranges[size];
  const power = {
    transformerEfficiency: 1, upsLossFixed: 0, upsLossSquare: 0,
    upsLossLinear: 1 / middle(upsEfficiency) - 1,
    distributionLoss: middle(distributionLoss), otherLoad: middle(otherLoad),
  };
  const paths = (of: string, values: Values): readonly SetValue[] =>
    Object.entries(values).map(([field, value]) => ({ path: `${of}.${field}`, value }));
  return [...paths('power', power), ...paths('cooling', coolingValues(size, kind))];
}

const isSize = (word: string): word is SiteSize => siteSizes.some((size) => size === word);

/** A set by its name; null where there is none of it. */
export const sizeOf = (word: string): SiteSize | null => (isSize(word) ? word : null);

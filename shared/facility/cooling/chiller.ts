/**
 * Least temperature lift a compressor works against, K: refrigerant circuits need a
 * pressure difference.
 */
const leastLiftK = 8;
/**
 * Refrigerant above the water (its rise and the exchanger) or the air that cools the
 * condenser, K.
 */
const usualWaterCondenserK = 8;
/**
 * Gives COP 3.5 at 43 C outdoors and 20 C water where a published reference site states
 * 3.0 with its fans.
 */
const usualAirCondenserK = 15;
/** Colder than this the tables of centrifugal chillers hold; warmer, the Carnot form. */
const tableTopC = 10;
const tableBottomC = 5;
/** Rated COP of the machine the table describes. */
const tableCop = 5.5;
/**
 * EnergyPlus data set, DOE-2 centrifugal chiller 5.50 COP: x leaving water, y entering
 * condenser water, C.
 */
const eirFt =
  [0.933678591, -0.058199196, 0.00449937, 0.002429466, 0.000485893, -0.001214733] as const;

export interface ChillerPoint {
  /** Water the chiller delivers and its evaporator approach. */
  readonly supplyC: number;
  readonly evaporatorApproachK: number;
  /** Water (tower) or air that takes the condenser's heat. */
  readonly sinkC: number;
  readonly sink: 'water' | 'air';
  /** Share of the Carnot limit, 0.2..0.8. */
  readonly carnot: number;
  /**
   * Refrigerant above the water or air that takes the condenser's heat, K; default 8 and
   * 15.
   */
  readonly waterCondenserK?: number;
  readonly airCondenserK?: number;
}

/**
 * Heat a chiller removes per kW of electricity: the Carnot form eta (T_e + 273.15) / (T_c
 * - T_e); below 10 C supply a water-cooled machine follows the EnergyPlus table where
 * that is better. Warmer supply never lowers it.
 * @source Carnot fraction 0.41-0.6 for 15-45 C supply; EnergyPlus data set for 5-10 C
 * @example chillerCop({ supplyC: 20, evaporatorApproachK: 3, sinkC: 43, sink: 'air', carnot: 0.5 }) // 3.54
 */
export function chillerCop(point: ChillerPoint): number {
  const {
    supplyC, evaporatorApproachK, sinkC, sink, carnot,
    waterCondenserK = usualWaterCondenserK, airCondenserK = usualAirCondenserK,
  } = point;
  const evaporatorC = supplyC - evaporatorApproachK;
  const condenserC = sinkC + (sink === 'water' ? waterCondenserK : airCondenserK);
  const ideal = (carnot * (evaporatorC + 273.15)) / Math.max(leastLiftK,
    condenserC - evaporatorC);
  return sink === 'water' ? Math.max(ideal, tableCopAt(supplyC, sinkC)) : ideal;
}

/**
 * COP of the EnergyPlus centrifugal chiller, held inside the table: supply 5-10 C,
 * condenser water 24-35 C. Outside it the edge stands, so it never promises more than was
 * measured. Hotter than 35 C it no longer applies.
 */
function tableCopAt(supplyC: number, condenserWaterC: number): number {
  if (condenserWaterC > 35) return 0;
  const y = Math.max(24, condenserWaterC);
  const [c1, c2, c3, c4, c5, c6] = eirFt;
  // The fitted curve turns up again just before 10 C; its lowest point stands from there on.
  const turn = -(c2 + c6 * y) / (2 * c3);
  const x = Math.max(tableBottomC, Math.min(tableTopC, turn, supplyC));
  return tableCop / (c1 + c2 * x + c3 * x * x + c4 * y + c5 * y * y + c6 * x * y);
}

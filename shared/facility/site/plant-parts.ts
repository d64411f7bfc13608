/** Parts of power and cooling, each priced and failing by itself. */
export const plantPartKeys = [
  'mvSwitchgear', 'transformer', 'switchboard', 'transferSwitch', 'ups', 'staticSwitch',
  'busway', 'generator', 'fuel', 'cdu', 'pump', 'chiller', 'dryCooler', 'tower',
  'airHandler', 'controls', 'installation',
] as const;
export type PlantPartKey = (typeof plantPartKeys)[number];

/** What a part is called in a bill and in notices. */
export const plantPartNames: Readonly<Record<PlantPartKey, string>> = {
  mvSwitchgear: 'medium-voltage switchgear', transformer: 'transformers',
  switchboard: 'switchboards and PDUs', transferSwitch: 'automatic transfer switches',
  ups: 'UPS blocks', staticSwitch: 'static transfer switches', busway: 'busways',
  generator: 'generators', fuel: 'first fuel', cdu: 'coolant distribution units',
  pump: 'pumps and exchangers', chiller: 'chillers', dryCooler: 'dry coolers',
  tower: 'cooling towers', airHandler: 'air handlers', controls: 'controls',
  installation: 'installation of equipment',
};

/** Parts that have a rating and a price per kW of it. */
export type RatedPartKey = Exclude<PlantPartKey, 'fuel' | 'controls' | 'installation'>;

/** What is built, as far as its parts follow from it. */
export interface PlantSize {
  /** UPS blocks of all sets, each with a transformer, and the rating of one, kW. */
  readonly blocks: number;
  readonly blockKw: number;
  /** Facility power beside what passes the blocks, in the design hour, kW. */
  readonly mechanicalKw: number;
  /** What passes the blocks at full load, kW. */
  readonly throughKw: number;
  /** Busways to a rack: two where it has two feeds. */
  readonly paths: 1 | 2;
  readonly hasStaticSwitch: boolean;
  /** Share of its rating a busway may carry all the time. */
  readonly derating: number;
  readonly generators: number;
  readonly generatorKw: number;
  /** Facility power in the design hour, kW, and hours the fuel lasts. */
  readonly facilityKw: number;
  readonly fuelHours: number;
  readonly cdus: number;
  readonly cduKw: number;
  /**
   * Heat in the design hour: in liquid, in air, over dry coolers, over towers, and what
   * chillers carry.
   */
  readonly liquidKw: number;
  readonly airKw: number;
  readonly dryCoolerKw: number;
  readonly towerKw: number;
  readonly chilledKw: number;
  readonly coolingUnitKw: number;
  readonly airHandlerKw: number;
  readonly coolingSpares: number;
}

/** Prices of parts, USD. */
export interface PlantPrices {
  readonly perKw: Readonly<Record<RatedPartKey, number>>;
  readonly fuelUsdPerL: number;
  readonly controlsShare: number;
  readonly installShare: number;
}

/** One part of the plant in the number that is built. */
export interface PlantPart {
  readonly key: PlantPartKey;
  /** Units; busways and switches are counted by rating only. */
  readonly count: number | null;
  /** Units that are needed, where some stand by. */
  readonly needed: number | null;
  /** Rating of all of them; null where it is none in kW. */
  readonly ratingKw: number | null;
  readonly usd: number;
}

/** Units for a load with some to spare; none for no load. */
interface Units {
  readonly needed: number;
  readonly count: number;
  readonly ratingKw: number;
}

function unitsFor(kw: number, unitKw: number, spares: number): Units {
  if (!(unitKw > 0)) throw new RangeError(`unit is ${unitKw} kW`);
  // Units share the load evenly, so that a small plant is not built of one great unit.
  const needed = kw <= 0 ? 0 : Math.ceil(kw / unitKw - 1e-9);
  const count = needed === 0 ? 0 : needed + spares;
  return { needed, count, ratingKw: needed === 0 ? 0 : (kw * count) / needed };
}

/**
 * Litres of diesel for a kWh at 32.2 % of 10.7 kWh per litre (NREL REopt; heat of
 * diesel).
 */
const litresPerKwh = 1 / (0.322 * 10.7);

type Rated = Omit<PlantPart, 'usd' | 'ratingKw'>
  & { readonly key: RatedPartKey; readonly ratingKw: number };

/**
 * Units and ratings of the parts. Transformers: one per block, and their equals for the
 * load that passes no block; switchgear, switchboards and transfer switches follow them.
 * Busways are rated for the load of a rack's way over what may be loaded all the time.
 * Pumps, chillers, coolers and air handlers stand with spare units; CDUs as the halls
 * have them.
 * @throws RangeError when a unit's rating is not above 0
 * @example ratePlant(size).find(({ key }) => key === 'ups')?.ratingKw // 6000 for 4 x 1,500 kW
 */
export function ratePlant(size: PlantSize): readonly Rated[] {
  const { blocks, blockKw, mechanicalKw, throughKw, coolingSpares } = size;
  const upsKw = blocks * blockKw;
  const transformerKw = upsKw + mechanicalKw;
  const plain = (key: RatedPartKey, ratingKw: number,
    count: number | null = null): Rated =>
    ({ key, count, needed: null, ratingKw });
  const standing = (key: RatedPartKey, kw: number, unitKw: number): Rated =>
    ({ key, ...unitsFor(kw, unitKw, coolingSpares) });
  return [
    plain('mvSwitchgear', transformerKw),
    plain('transformer', transformerKw,
      blocks + Math.ceil(mechanicalKw / blockKw - 1e-9)),
    plain('switchboard', transformerKw), plain('transferSwitch', transformerKw),
    plain('ups', upsKw, blocks),
    plain('staticSwitch', size.hasStaticSwitch ? throughKw : 0),
    plain('busway', (throughKw * size.paths) / size.derating),
    plain('generator', size.generators * size.generatorKw, size.generators),
    plain('cdu', size.cdus * size.cduKw, size.cdus),
    standing('pump', size.liquidKw + size.airKw, size.coolingUnitKw),
    standing('chiller', size.chilledKw, size.coolingUnitKw),
    standing('dryCooler', size.dryCoolerKw, size.coolingUnitKw),
    standing('tower', size.towerKw, size.coolingUnitKw),
    standing('airHandler', size.airKw, size.airHandlerKw),
  ];
}

/**
 * The parts with what they cost: rating x price per kW; controls and installation are
 * shares of the equipment, from which generators, priced installed, are left out.
 * @example pricePlant(size, prices).reduce((sum, { usd }) => sum + usd, 0) > 0 // true
 */
export function pricePlant(size: PlantSize, prices: PlantPrices): readonly PlantPart[] {
  const rated = ratePlant(size).map((part): PlantPart =>
    ({ ...part, usd: part.ratingKw * prices.perKw[part.key] }));
  const equipment = rated.filter(({ key }) => key !== 'generator')
    .reduce((sum, { usd }) => sum + usd, 0);
  const controls = equipment * prices.controlsShare;
  const lump = (key: PlantPartKey, usd: number): PlantPart =>
    ({ key, count: null, needed: null, ratingKw: null, usd });
  return [
    ...rated,
    lump('fuel', size.facilityKw * size.fuelHours * litresPerKwh * prices.fuelUsdPerL),
    lump('controls', controls),
    lump('installation', (equipment + controls) * prices.installShare),
  ].filter(({ usd, count }) => usd > 0 || (count !== null && count > 0));
}

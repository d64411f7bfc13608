/** Units that measure one thing, each as a multiple of the first. */
const families: readonly (readonly (readonly [unit: string, factor: number])[])[] = [
  [['W', 1], ['kW', 1e3], ['MW', 1e6], ['GW', 1e9]],
  [['kWh', 1], ['MWh', 1e3], ['GWh', 1e6]],
  [['GB', 1], ['TB', 1e3]],
  [['GB/s', 1], ['TB/s', 1e3]],
  [['Gb/s', 1], ['Tb/s', 1e3]],
  [['TFLOPS', 1], ['PFLOPS', 1e3], ['GFLOPS', 1e-3]],
  [['ns', 1], ['us', 1e3], ['ms', 1e6], ['s', 1e9]],
  [['m', 1], ['cm', 0.01], ['mm', 0.001], ['ft', 0.3048], ['in', 0.0254]],
  [['kg', 1], ['t', 1000], ['lb', 0.453_592_37]],
  [['fraction', 1], ['%', 0.01], ['percent', 0.01]],
  [['gCO2/kWh', 1], ['kgCO2/MWh', 1], ['kgCO2/kWh', 1000]],
  [['USD/kWh', 1], ['USD/MWh', 0.001]],
  [['USD', 1], ['kUSD', 1e3], ['MUSD', 1e6]],
];

const familyOf = (unit: string) =>
  families.find((family) => family.some(([name]) => name === unit));

/**
 * Units a value may be given in where another is kept.
 * @example unitsLike('kW') // ['W', 'kW', 'MW', 'GW']
 */
export const unitsLike = (unit: string): readonly string[] =>
  familyOf(unit)?.map(([name]) => name) ?? [unit];

/**
 * A value in another unit of the same family, or null where the two do not measure one thing.
 * @example convertUnit(1200, 'W', 'kW') // 1.2
 */
export function convertUnit(value: number, from: string, to: string): number | null {
  if (from === to) return value;
  const family = familyOf(to);
  const [source, target] =
    [from, to].map((unit) => family?.find(([name]) => name === unit)?.[1]);
  return source === undefined || target === undefined ? null : (value * source) / target;
}

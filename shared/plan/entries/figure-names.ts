/** What the figures of catalogue entries are called, by the last name of their reference. */
const names: Readonly<Record<string, string>> = {
  bf16Tflops: 'BF16 rate, dense', fp8Tflops: 'FP8 rate, dense',
  fp4Tflops: 'FP4 rate, dense', memoryGb: 'Memory',
  memoryBandwidthTbs: 'Memory bandwidth', tdpW: 'Power, rated',
  oneWayGBs: 'Scale-up rate, one way', domain: 'Scale-up domain',
  scaleUpDomain: 'Scale-up domain', scaleOutGbps: 'Scale-out rate', priceUsd: 'Price',
  priceCovers: 'What the price covers',
  hourlyHyperscalerUsd: 'Hourly cost, hyperscaler',
  hourlyNeocloudUsd: 'Hourly cost, neocloud',
  hourlyRental3yrUsd: 'Hourly rent, three years', allInPowerKw: 'All-in power',
  accelerators: 'Accelerators', perRack: 'Systems in a rack',
  maxPowerKw: 'Power, maximum', typicalPowerKw: 'Power, typical',
  liquidFraction: 'Heat into liquid', rackUnits: 'Height', weightKg: 'Weight',
  ports: 'Ports', capacityTbps: 'Capacity', heightU: 'Height', latencyNs: 'Latency',
  typicalPowerW: 'Power, typical', maxPowerW: 'Power, maximum', gbps: 'Rate',
  reachM: 'Reach', designDryBulbC: 'Design dry bulb', designWetBulbC: 'Design wet bulb',
  industrialUsdPerKwh: 'Electricity, industrial',
  commercialUsdPerKwh: 'Electricity, commercial',
  wholesaleUsdPerKwh: 'Electricity, wholesale', carbonGPerKwh: 'Carbon of the grid',
  inputUsdPerMtok: 'Input price', cachedUsdPerMtok: 'Cached input price',
  outputUsdPerMtok: 'Output price', throughputMultiplier: 'Throughput multiplier',
  ttftMultiplier: 'TTFT multiplier', figure: 'Value',
};

/** What stands behind an entry as a whole, by collection. */
const wholes: Readonly<Record<string, string>> = { models: 'Configuration', sites: 'Climate' };

/**
 * Name of a catalogue figure by its reference; a figure without a name of its own keeps
 * that of its property.
 * @example nameFigure('accelerators/gb300/scaleUp/oneWayGBs') // 'Scale-up rate, one way'
 */
export function nameFigure(ref: string): string {
  const [collection = '', , ...path] = ref.replace('catalog:', '').split('/');
  const last = path.at(-1);
  return last === undefined ? (wholes[collection] ?? 'Entry') : (names[last] ?? last);
}

/** The method in as many lines as an executive reads. */
export const methodLines: readonly string[] = [
  'Tokens: a roofline model of each serving configuration, fitted to published measurements, gives throughput at the service level asked for; points are marked measured, interpolated or modelled.',
  'Plant: racks fill the power, cooling and floor available; PUE and water follow from hours of climate; the fabric is a counted Clos network.',
  'Money: demand, software and prices move month by month; nominal flows after tax are discounted monthly; unit cost is economic cost over tokens served.',
];

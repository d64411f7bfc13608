/** The method in as many lines as an executive reads. */
export const methodLines: readonly string[] = [
  [
    'Tokens: a roofline model of each serving configuration, fitted to published measurements,',
    'at the service level asked for.',
  ].join(' '),
  [
    'Plant: racks fill the power available; PUE and water follow from the hours of the climate;',
    'the fabric is a counted Clos network.',
  ].join(' '),
  [
    'Money: demand, software and prices move by the month; nominal flows after tax are discounted;',
    'unit cost is economic cost over tokens.',
  ].join(' '),
];

import { decide, number, numberList, text, toggle } from '../define.ts';

/** Months times hours of the day. */
const profile = { min: -90, max: 70, most: 288 } as const;
const degrees = { min: -90, max: 70, most: 140 } as const;
const hours = { min: 0, max: 8784, most: 140 } as const;
const file = (help: string) => decide('Weather file', help);

/**
 * A weather file's year, reduced to bins and a mean day of every month. It takes the
 * place of the site's climate.
 */
export const climateFields = [
  toggle('inUse', 'Use the imported climate', true,
    decide('Imported climate',
      'The imported year stands for the site’s climate; without an import nothing changes.')),
  text('origin', 'Read from', 400, '', file('File, place and repairs of the import.')),
  number('elevationM', 'Height', 'm', [-500, 9000], 0, file('Height of the weather station.')),
  number('designDryBulbC', 'Design dry bulb', 'C', [-90, 70], 35,
    file('Dry bulb exceeded in 0.4 % of the hours.')),
  number('designWetBulbC', 'Design wet bulb', 'C', [-90, 70], 24,
    file('Wet bulb exceeded in 0.4 % of the hours.')),
  number('firstBinC', 'First bin from', 'C', [-90, 70], -20,
    file('Lower end of the first bin.')),
  number('binK', 'Width of a bin', 'K', [0.1, 20], 1, file('Every bin is this wide.')),
  numberList('dryBulbHours', 'Hours by dry bulb', hours,
    file('Hours of a year with dry bulb in each bin.')),
  numberList('binDryBulbC', 'Mean dry bulb of bins', degrees,
    file('Mean dry bulb of the hours in each bin.')),
  numberList('binWetBulbC', 'Mean wet bulb of bins', degrees,
    file('Mean coincident wet bulb of the hours in each bin.')),
  numberList('wetBulbHours', 'Hours by wet bulb', hours,
    file('Hours of a year with wet bulb in each bin.')),
  numberList('profileDryC', 'Mean days, dry bulb', profile,
    file('24 hours of January to December.')),
  numberList('profileWetC', 'Mean days, wet bulb', profile,
    file('24 hours of January to December.')),
] as const;

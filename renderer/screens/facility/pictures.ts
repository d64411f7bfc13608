import type { StageResults } from '../../../shared/plan/stages.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { panelsOption } from '../../charts/lines.ts';
import type { Look } from '../../charts/look.ts';
import { seriesColour } from '../../charts/palette.ts';
import { emptyPicture, type Picture } from '../../charts/picture.ts';
import { facilityText } from './text.ts';

const noClimate =
  'No PUE: no rack is in service, or the site has no climate. Choose another site or import a weather file.';

/** Energy beside the IT load, and water, in a year by outside temperature. */
export function waterPicture({ facility }: StageResults, look: Look): Picture {
  const bins = facility.result?.bins ?? [];
  if (bins.length === 0) return emptyPicture(facilityText.water, noClimate);
  const rows = bins.map(({ lowC, highC, hours, balance }) => ({
    lowC, highC, energy: ((balance.facilityKw - balance.itKw) * hours) / 1000,
    water: balance.waterM3PerHour * hours,
  }));
  const total = (of: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((sum, row) => sum + of(row), 0);
  const colour = (i: number): string => seriesColour(look.palette, i);
  return {
    kind: 'drawn', title: facilityText.water, heightPx: 340,
    summary:
      `In a year ${formatQuantity(total((r) => r.energy), 'MWh')} beyond the IT load and ${formatQuantity(total((r) => r.water), 'm3')} of water, by outside temperature.`,
    option: panelsOption(
      { labels: rows.map(
        (r) => `${Math.round(r.lowC * 10) / 10} to ${Math.round(r.highC * 10) / 10}`,
      ), kind: 'bin',
        name:
          `Outside temperature, ${bins[0]?.axis === 'wet-bulb' ? 'wet' : 'dry'} bulb (°C)` },
      [
        { title: 'Energy beyond IT', unit: 'MWh', per: 'year', traces: [{
          name: 'Energy', shape: 'bars', colour: colour(0),
          values: rows.map((r) => r.energy),
        }] },
        { title: 'Water', unit: 'm3', per: 'year', traces: [
          { name: 'Water', shape: 'bars', colour: colour(2), values: rows.map((r) => r.water) },
        ] },
      ],
      look,
    ),
    table: {
      columns: [{ label: 'From', unit: 'C' }, { label: 'To', unit: 'C' },
        { label: 'Energy beyond IT', unit: 'MWh' }, { label: 'Water', unit: 'm3' }],
      rows: rows.map((r) => [r.lowC, r.highC, r.energy, r.water]),
    },
  };
}

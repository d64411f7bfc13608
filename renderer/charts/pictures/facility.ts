import { formatQuantity } from '../../../shared/units/format.ts';
import { barsHeight, barsOption, cascade } from '../bars.ts';
import { panelsOption } from '../lines.ts';
import type { Look } from '../look.ts';
import { emptyPicture, type Picture } from '../picture.ts';
import { seriesColour } from '../palette.ts';

/** Hours of a year within one band of outside temperature, and the PUE the cooling reaches in it. */
export interface ClimateBand {
  readonly lowC: number;
  readonly highC: number;
  readonly hours: number;
  readonly pue: number | null;
}

/** How often each outside temperature occurs, and what it does to the cooling. */
export function climatePicture(bands: readonly ClimateBand[], look: Look): Picture {
  const title = 'Climate and PUE';
  const shown = bands.filter(({ hours }) => hours > 0);
  if (shown.length === 0) return emptyPicture(title, 'This site has no climate in the catalogue: choose another site, or enter a PUE.');
  const labels = shown.map(({ lowC, highC }) => `${formatQuantity(lowC, 'ratio').replace(/\.0+$/u, '')} to ${formatQuantity(highC, 'ratio').replace(/\.0+$/u, '')}`);
  const pues = shown.flatMap(({ pue }) => pue === null ? [] : [pue]);
  const most = shown.toSorted((a, b) => b.hours - a.hours)[0];
  return {
    kind: 'drawn', title, heightPx: 340,
    summary: `Hours of a year by outside temperature, most (${formatQuantity(most?.hours ?? null, 'h')}) between ${most?.lowC ?? 0} and ${most?.highC ?? 0} °C; PUE from ${formatQuantity(pues.length === 0 ? null : Math.min(...pues), 'ratio')} to ${formatQuantity(pues.length === 0 ? null : Math.max(...pues), 'ratio')}.`,
    option: panelsOption({ labels, kind: 'bin', name: 'Outside temperature, dry bulb (°C)' }, [
      { title: 'Time in band', unit: 'h', per: 'year', traces: [{ name: 'Hours', shape: 'bars', colour: seriesColour(look.palette, 0), values: shown.map(({ hours }) => hours) }] },
      { title: 'PUE', unit: 'ratio', min: 1, traces: [{ name: 'PUE', shape: 'line', colour: seriesColour(look.palette, 1), values: shown.map(({ pue }) => pue) }] },
    ], look),
    table: {
      columns: [{ label: 'From', unit: 'C' }, { label: 'To', unit: 'C' }, { label: 'Hours per year', unit: 'h' }, { label: 'PUE', unit: 'ratio' }],
      rows: shown.map(({ lowC, highC, hours, pue }) => [lowC, highC, hours, pue]),
    },
  };
}

/** One step from the utility to the racks: positive power drawn by something, totals on the way. */
export interface PowerStep {
  readonly label: string;
  readonly kw: number;
  readonly total?: boolean;
}

/** Where the power goes between the meter and the racks. */
export function powerPicture(steps: readonly PowerStep[], look: Look): Picture {
  const title = 'Power from the utility to the racks';
  if (steps.every(({ kw }) => kw === 0)) return emptyPicture(title, 'No rack draws power yet.');
  const { palette } = look;
  const bars = cascade(steps.map(({ label, kw, total }) => ({
    label, value: total === true ? kw : -kw, colour: total === true ? seriesColour(palette, 0) : seriesColour(palette, 1),
    note: formatQuantity(kw, 'kW'), ...(total === undefined ? {} : { total }),
  })));
  return {
    kind: 'drawn', title, heightPx: barsHeight(bars.length),
    summary: `Power from the utility to the racks: ${steps.map(({ label, kw, total }) => `${label} ${total === true ? '' : 'takes '}${formatQuantity(kw, 'kW')}`).join(', ')}.`,
    option: barsOption(bars, { unit: 'kW', name: 'Power' }, look),
    table: {
      columns: [{ label: 'Step', unit: 'text' }, { label: 'Power', unit: 'kW' }, { label: 'Kind', unit: 'text' }],
      rows: steps.map(({ label, kw, total }) => [label, kw, total === true ? 'total' : 'drawn']),
    },
  };
}

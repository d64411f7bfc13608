import { formatQuantity } from '../../../shared/units/format.ts';
import { barsHeight, barsOption, cascade } from '../bars.ts';
import { panelsOption, type Panel } from '../lines.ts';
import type { Look } from '../look.ts';
import { emptyPicture, type Picture } from '../picture.ts';
import { seriesColour } from '../palette.ts';

/**
 * Hours of a year within one band of outside temperature, and the PUE the cooling reaches
 * in it.
 */
export interface ClimateBand {
  readonly lowC: number;
  readonly highC: number;
  readonly hours: number;
  readonly pue: number | null;
}

/** Degrees of a band's end, which are whole or half. */
const degrees = (celsius: number): string => String(Math.round(celsius * 10) / 10);

const pue = (value: number): string => formatQuantity(value, 'ratio');

/** What the chart says, in sentences. */
function describeClimate(bands: readonly ClimateBand[]): string {
  const pues = bands.flatMap((band) => (band.pue === null ? [] : [band.pue]));
  const most = bands.toSorted((a, b) => b.hours - a.hours)[0];
  const sentences = ['Hours of a year by outside temperature.'];
  if (most !== undefined) {
    const hours = formatQuantity(most.hours, 'h');
    sentences.push(`Most, ${hours}, lie between ${degrees(most.lowC)} and ${degrees(most.highC)} °C.`);
  }
  if (pues.length > 0)
    sentences.push(`PUE runs from ${pue(Math.min(...pues))} to ${pue(Math.max(...pues))}.`);
  return sentences.join(' ');
}

/** Hours above, PUE below, over the same bands. */
function climatePanels(bands: readonly ClimateBand[], { palette }: Look): readonly Panel[] {
  const hours = bands.map((band) => band.hours);
  const pues = bands.map((band) => band.pue);
  const [first, second] = [seriesColour(palette, 0), seriesColour(palette, 1)];
  return [
    {
      title: 'Time in band',
      unit: 'h',
      per: 'year',
      traces: [{ name: 'Hours', shape: 'bars', colour: first, values: hours }],
    },
    {
      title: 'PUE',
      unit: 'ratio',
      min: 1,
      traces: [{ name: 'PUE', shape: 'line', colour: second, values: pues }],
    },
  ];
}

/** How often each outside temperature occurs, and what it does to the cooling. */
export function climatePicture(bands: readonly ClimateBand[], look: Look): Picture {
  const title = 'Climate and PUE';
  const shown = bands.filter(({ hours }) => hours > 0);
  if (shown.length === 0) {
    return emptyPicture(
      title,
      'This site has no climate in the catalogue: choose another site, or enter a PUE.',
    );
  }
  const labels = shown.map(({ lowC, highC }) => `${degrees(lowC)} to ${degrees(highC)}`);
  return {
    kind: 'drawn',
    title,
    heightPx: 340,
    summary: describeClimate(shown),
    option: panelsOption(
      { labels, kind: 'bin', name: 'Outside temperature, dry bulb (°C)' },
      climatePanels(shown, look),
      look,
    ),
    table: {
      columns: [
        { label: 'From', unit: 'C' },
        { label: 'To', unit: 'C' },
        { label: 'Hours per year', unit: 'h' },
        { label: 'PUE', unit: 'ratio' },
      ],
      rows: shown.map((band) => [band.lowC, band.highC, band.hours, band.pue]),
    },
  };
}

/**
 * One step from the utility to the racks: positive power drawn by something, totals on
 * the way.
 */
export interface PowerStep {
  readonly label: string;
  readonly kw: number;
  readonly total?: boolean;
}

const describeStep = ({ label, kw, total }: PowerStep): string =>
  `${label} ${total === true ? '' : 'takes '}${formatQuantity(kw, 'kW')}`;

/** Where the power goes between the meter and the racks. */
export function powerPicture(steps: readonly PowerStep[], look: Look): Picture {
  const title = 'Power from the utility to the racks';
  if (steps.every(({ kw }) => kw === 0)) return emptyPicture(title, 'No rack draws power yet.');
  const { palette } = look;
  const bars = cascade(
    steps.map(({ label, kw, total }) => ({
      label,
      value: total === true ? kw : -kw,
      colour: total === true ? seriesColour(palette, 0) : seriesColour(palette, 1),
      note: formatQuantity(kw, 'kW'),
      ...(total === undefined ? {} : { total }),
    })),
  );
  return {
    kind: 'drawn',
    title,
    heightPx: barsHeight(bars.length),
    summary: `Power from the utility to the racks: ${steps.map(describeStep).join(', ')}.`,
    option: barsOption(bars, { unit: 'kW', name: 'Power' }, look),
    table: {
      columns: [
        { label: 'Step', unit: 'text' },
        { label: 'Power', unit: 'kW' },
        { label: 'Kind', unit: 'text' },
      ],
      rows: steps.map(
        ({ label, kw, total }) => [label, kw, total === true ? 'total' : 'drawn'],
      ),
    },
  };
}

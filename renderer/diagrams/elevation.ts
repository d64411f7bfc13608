import type { MountedDevice, RackElevation } from '../../shared/facility/elevation.ts';
import { formatQuantity } from '../../shared/units/format.ts';
import type { Palette } from '../charts/palette.ts';
import { seriesColour } from '../charts/palette.ts';
import type { Drawing, Item, Mark } from './drawing.ts';

const perU = 8;
const width = 190;
const left = 30;

/** Equal devices one above the other, e.g. the compute trays of a rack. */
interface Run {
  readonly first: number;
  readonly count: number;
}

function runsOf(devices: readonly MountedDevice[]): readonly Run[] {
  const starts = devices.flatMap((device, i) => (device.name === devices[i - 1]?.name ? [] : [i]));
  return starts.map((first, i) => ({ first, count: (starts[i + 1] ?? devices.length) - first }));
}

const powerOf = ({ powerKw }: MountedDevice): string => (powerKw === null ? '' : ` · ${formatQuantity(powerKw, 'kW')}`);

const unitsOf = ({ bottomU, heightU }: MountedDevice): string =>
  (heightU <= 1 ? `unit ${bottomU}` : `units ${bottomU} to ${bottomU + heightU - 1}`);

/** A rack from the front, units counted from the floor; equal neighbours share one caption. */
export function drawElevation({ heightU, devices }: RackElevation, palette: Palette): Drawing {
  const top = 10;
  const yOf = (u: number): number => top + (heightU - u) * perU;
  const scale = Array.from({ length: Math.floor(heightU / 6) + 1 }, (_, i): Mark => ({
    kind: 'text', x: left - 5, y: yOf(i * 6) + 3, text: String(i * 6), size: 8, fill: palette.muted, anchor: 'end',
  }));
  const runs = runsOf(devices);
  const names = [...new Set(devices.map((device) => device.name))];
  const items = devices.map((device, i): Item => {
    const box = { x: left, y: yOf(device.bottomU - 1 + device.heightU), width, height: device.heightU * perU };
    const inset = { ...box, y: box.y + 0.5, height: Math.max(1, box.height - 1) };
    // The top device of a run is painted last, so its caption may stand over those below.
    const run = runs.find(({ first, count }) => i === first + count - 1);
    const height = run === undefined ? 0 : run.count * box.height;
    const caption = `${run !== undefined && run.count > 1 ? `${run.count} × ` : ''}${device.name}${powerOf(device)}`;
    return {
      id: `${i}`, box, label: `${device.name}: ${unitsOf(device)}${powerOf(device)}`,
      marks: [
        { kind: 'rect', ...inset, fill: seriesColour(palette, names.indexOf(device.name)), round: 1 },
        ...(run === undefined ? [] : [{
          kind: 'text', x: left + width / 2, y: box.y + height / 2 + (height > 12 ? 3.5 : 2.5), text: caption, size: height > 12 ? 10.5 : 7.5, fill: palette.onSeries, anchor: 'middle',
        } as const]),
      ],
    };
  });
  return {
    width: left + width + 12, height: heightU * perU + 20, background: palette.surface, items,
    marks: [{ kind: 'rect', x: left, y: top, width, height: heightU * perU, fill: palette.surface, stroke: palette.muted }, ...scale],
  };
}

import type { MountedDevice, RackElevation } from '../../shared/facility/halls/elevation.ts';
import { formatQuantity } from '../../shared/units/format.ts';
import type { Palette } from '../charts/palette.ts';
import { seriesColour } from '../charts/palette.ts';
import type { Drawing, Item, Mark } from './drawing.ts';
import type { HallShade } from './hall-plan.ts';
import { shadeOf } from './shade.ts';

const perU = 8;
const width = 84;
const left = 24;
const captionWidth = 136;

/** Equal devices one above the other, e.g. the compute trays of a rack. */
interface Run {
  readonly first: number;
  readonly count: number;
}

function runsOf(devices: readonly MountedDevice[]): readonly Run[] {
  const starts =
    devices.flatMap((device, i) => (device.name === devices[i - 1]?.name ? [] : [i]));
  return starts.map(
    (first, i) => ({ first, count: (starts[i + 1] ?? devices.length) - first }),
  );
}

const powerOf = ({ powerKw }: MountedDevice): string =>
  (powerKw === null ? '' : ` · ${formatQuantity(powerKw, 'kW')}`);

const unitsOf = ({ bottomU, heightU }: MountedDevice): string =>
  (heightU <= 1 ? `unit ${bottomU}` : `units ${bottomU} to ${bottomU + heightU - 1}`);

/**
 * How much of the strongest, heaviest or wettest device each one is; null where nobody
 * states the figure.
 */
function sharesOf(
  devices: readonly MountedDevice[], shade: HallShade,
): readonly (number | null)[] | null {
  const figure: ((device: MountedDevice) => number | null) | null = shade === 'power'
    ? (d) => d.powerKw
    : shade === 'weight' ? (d) => d.weightKg
      : shade === 'cooling' ? (d) =>
        (d.powerKw === null ? null : d.powerKw * d.liquidFraction) : null;
  if (figure === null) return null;
  const values = devices.map(figure);
  const most = Math.max(1e-9, ...values.map((value) => value ?? 0));
  return values.map((value) => (value === null ? null : value / most));
}

/**
 * A rack from the front, units counted from the floor; equal neighbours share one caption
 * beside them.
 */
export function drawElevation(
  { heightU, devices }: RackElevation, palette: Palette, shade: HallShade = 'kind',
): Drawing {
  const top = 10;
  const yOf = (u: number): number => top + (heightU - u) * perU;
  const scale = Array.from({ length: Math.floor(heightU / 6) + 1 }, (_, i): Mark => ({
    kind: 'text', x: left - 5, y: yOf(i * 6) + 3, text: String(i * 6), size: 8,
    fill: palette.muted, anchor: 'end',
  }));
  const names = [...new Set(devices.map((device) => device.name))];
  const shares = sharesOf(devices, shade);
  const fillOf = (device: MountedDevice, i: number): string => {
    if (shares === null) return seriesColour(palette, names.indexOf(device.name));
    const share = shares[i] ?? null;
    return share === null ? palette.quiet : shadeOf(palette, share);
  };
  const items = devices.map((device, i): Item => {
    const box = { x: left, y: yOf(device.bottomU - 1 + device.heightU), width,
      height: device.heightU * perU };
    const inset = { ...box, y: box.y + 0.5, height: Math.max(1, box.height - 1) };
    return {
      id: `${i}`, box, label: `${device.name}: ${unitsOf(device)}${powerOf(device)}`,
      marks: [{ kind: 'rect', ...inset, fill: fillOf(device, i), round: 1 }],
    };
  });
  const captions = runsOf(devices).flatMap(({ first, count }): readonly Mark[] => {
    const [lowest, highest] = [devices[first], devices[first + count - 1]];
    if (lowest === undefined || highest === undefined) return [];
    const middle = (lowest.bottomU - 1 + highest.bottomU - 1 + highest.heightU) / 2;
    const text = `${count > 1 ? `${count} × ` : ''}${lowest.name}${powerOf(lowest)}`;
    return [{ kind: 'text', x: left + width + 8, y: yOf(middle) + 3, text, size: 9,
      fill: palette.text }];
  });
  return {
    width: left + width + captionWidth, height: heightU * perU + 20,
    background: palette.surface, items,
    marks: [{ kind: 'rect', x: left, y: top, width, height: heightU * perU,
      fill: palette.surface, stroke: palette.muted },
      ...scale, ...captions],
  };
}

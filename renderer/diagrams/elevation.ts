import type { RackElevation } from '../../shared/facility/elevation.ts';
import { formatQuantity } from '../../shared/units/format.ts';
import type { Palette } from '../charts/palette.ts';
import { seriesColour } from '../charts/palette.ts';
import type { Drawing, Item, Mark } from './drawing.ts';

const perU = 5;
const width = 150;
const left = 30;

/** A rack from the front, units counted from the floor. */
export function drawElevation({ heightU, devices }: RackElevation, palette: Palette): Drawing {
  const top = 10;
  const yOf = (u: number): number => top + (heightU - u) * perU;
  const scale = Array.from({ length: Math.floor(heightU / 6) + 1 }, (_, i): Mark => ({
    kind: 'text', x: left - 5, y: yOf(i * 6) + 3, text: String(i * 6), size: 8, fill: palette.muted, anchor: 'end',
  }));
  const items = devices.map((device, i): Item => {
    const box = { x: left, y: yOf(device.bottomU - 1 + device.heightU), width, height: device.heightU * perU };
    const power = device.powerKw === null ? 'power unknown' : formatQuantity(device.powerKw, 'kW');
    const inset = { ...box, y: box.y + 0.5, height: box.height - 1 };
    return {
      id: `${i}`, box, label: `${device.name}: units ${device.bottomU} to ${device.bottomU + device.heightU - 1}, ${power}`,
      marks: [
        { kind: 'rect', ...inset, fill: seriesColour(palette, 0), round: 2 },
        { kind: 'text', x: left + width / 2, y: box.y + box.height / 2 + 3.5, text: `${device.name} · ${power}`, size: 9, fill: palette.onSeries, anchor: 'middle' },
      ],
    };
  });
  return {
    width: left + width + 12, height: heightU * perU + 20, background: palette.surface, items,
    marks: [{ kind: 'rect', x: left, y: top, width, height: heightU * perU, fill: palette.surface, stroke: palette.muted }, ...scale],
  };
}

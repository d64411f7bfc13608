import type { FrontierPoint } from '../../../shared/inference/types.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { barsHeight, barsOption, cascade } from '../bars.ts';
import type { Look } from '../look.ts';
import { seriesColour } from '../palette.ts';
import { emptyPicture, type Picture } from '../picture.ts';

/** What fills the memory of one accelerator at the chosen point. */
export function memoryPicture(point: FrontierPoint | null, look: Look): Picture {
  const title = 'Memory of one accelerator';
  if (point === null)
    return emptyPicture(title, 'No serving point is chosen, so nothing is loaded.');
  const { weightsGb, kvGb, reservedGb, capacityGb } = point.memory;
  const parts = [
    { label: 'Weights', gb: weightsGb, colour: seriesColour(look.palette, 0) },
    { label: 'KV cache', gb: kvGb, colour: seriesColour(look.palette, 2) },
    { label: 'Reserved', gb: reservedGb, colour: seriesColour(look.palette, 4) },
    {
      label: 'Free',
      gb: Math.max(0, capacityGb - weightsGb - kvGb - reservedGb),
      colour: look.palette.quiet,
    },
  ];
  const note = (gb: number): string =>
    `${formatQuantity(gb, 'GB')}  (${formatQuantity(gb / capacityGb, 'fraction')})`;
  const bars = cascade([
    ...parts.map(({ label, gb, colour }) => ({ label, value: gb, colour, note: note(gb) })),
    {
      label: 'Capacity',
      value: capacityGb,
      total: true,
      colour: look.palette.muted,
      note: formatQuantity(capacityGb, 'GB'),
    },
  ]);
  return {
    kind: 'drawn',
    title,
    heightPx: barsHeight(bars.length),
    summary: [
      `Of ${formatQuantity(capacityGb, 'GB')} of memory.`,
      ...parts.map(({ label, gb }) => `${label}: ${note(gb)}.`),
    ].join(' '),
    option: barsOption(bars, { unit: 'GB', name: 'Memory' }, look),
    table: {
      columns: [
        { label: 'Use', unit: 'text' },
        { label: 'Memory', unit: 'GB' },
        { label: 'Share', unit: 'fraction' },
      ],
      rows: parts.map(({ label, gb }) => [label, gb, gb / capacityGb]),
    },
  };
}

const stepParts = [
  ['weightsMs', 'Weights'],
  ['expertsMs', 'Experts'],
  ['kvMs', 'KV cache'],
  ['computeMs', 'Compute'],
  ['communicationMs', 'Communication'],
  ['overheadMs', 'Overhead'],
  ['prefillInterferenceMs', 'Other prompts'],
] as const;

/** Where the time of one decode step goes at the chosen point. */
export function stepTimePicture(point: FrontierPoint | null, look: Look): Picture {
  const title = 'Time of one decode step';
  if (point === null)
    return emptyPicture(title, 'No serving point is chosen, so no step is timed.');
  const parts = stepParts.map(([key, label]) => ({ label, ms: point.step[key] }));
  const total = parts.reduce((sum, { ms }) => sum + ms, 0);
  const note = (ms: number): string =>
    `${formatQuantity(ms, 'ms')}  (${formatQuantity(total === 0 ? 0 : ms / total, 'fraction')})`;
  return {
    kind: 'drawn',
    title,
    heightPx: barsHeight(parts.length),
    summary:
      `Where the time of one decode step goes, ${formatQuantity(total, 'ms')} in all: ` +
      `${parts.map(({ label, ms }) => `${label.toLowerCase()} ${note(ms)}`).join(', ')}.`,
    option: barsOption(
      parts.map(({ label, ms }) => ({
        label,
        from: 0,
        to: ms,
        note: note(ms),
        colour: seriesColour(look.palette, 0),
      })),
      { unit: 'ms', name: 'Time' },
      look,
    ),
    table: {
      columns: [
        { label: 'Part', unit: 'text' },
        { label: 'Time', unit: 'ms' },
        { label: 'Share', unit: 'fraction' },
      ],
      rows: parts.map(({ label, ms }) => [label, ms, total === 0 ? null : ms / total]),
    },
  };
}

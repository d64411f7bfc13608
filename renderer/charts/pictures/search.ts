import { formatQuantity } from '../../../shared/units/format.ts';
import type { Unit } from '../../../shared/units/unit.ts';
import { searchText as words } from '../../text/search.ts';
import { panelsOption } from '../lines.ts';
import type { Look } from '../look.ts';
import { seriesColour } from '../palette.ts';
import { emptyPicture, type Picture } from '../picture.ts';

/** A figure over an input, and the value it is to have. */
export interface TargetCurve {
  readonly figure: { readonly label: string; readonly unit: Unit };
  readonly input: { readonly label: string; readonly unit: Unit };
  readonly target: number;
  readonly points: readonly { readonly value: number; readonly figure: number | null }[];
}

/** The figure over the whole range that was searched, with the target across it. */
export function targetPicture({ figure, input, target, points }: TargetCurve, look: Look): Picture {
  const title = words.curve(figure.label, input.label);
  const known = points.flatMap((point) => point.figure ?? []);
  if (known.length === 0) return emptyPicture(title, words.cannot);
  const print = (value: number): string => formatQuantity(value, figure.unit, look.print);
  const labels = points.map(({ value }) => formatQuantity(value, input.unit, look.print));
  return {
    kind: 'drawn', title, heightPx: 320,
    summary: words.summary(figure.label, print(Math.min(...known)), print(Math.max(...known))),
    option: panelsOption({ labels, kind: 'period', name: input.label,
      at: { values: points.map(({ value }) => value), unit: input.unit } }, [{
      title: figure.label, unit: figure.unit, traces: [
        { name: figure.label, values: points.map((point) => point.figure), shape: 'line',
          colour: seriesColour(look.palette, 0) },
        { name: words.targetLine, values: points.map(() => target), shape: 'line',
          colour: look.palette.muted, dashed: true },
      ],
    }], look),
    table: {
      columns: [{ label: input.label, unit: input.unit },
        { label: figure.label, unit: figure.unit }],
      rows: points.map((point) => [point.value, point.figure]),
    },
  };
}

import type { AskedFigure } from '../../../shared/search/plans/subject.ts';
import type { SweepCell } from '../../../shared/search/plans/sweep.ts';
import { directionOf } from '../../../shared/search/plans/better.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { searchText as words } from '../../text/search.ts';
import { contourOf } from '../contour.ts';
import type { Look } from '../look.ts';
import type { DataColumn, Picture } from '../picture.ts';
import { axisScale } from '../scale.ts';
import {
  heatOption, mixed, placeAmong, printValue, type HeatAxis, type HeatCell,
} from './heat.ts';
import type { FieldValue } from '../../../shared/project/field.ts';

/** A sweep of two inputs as it is drawn. */
export interface SweepMap {
  readonly across: HeatAxis;
  readonly down: HeatAxis;
  readonly figure: AskedFigure;
  readonly cells: readonly SweepCell[];
  /** The level the line follows: break-even, or a target. */
  readonly level: number | null;
  /** The plan's own values of the two inputs. */
  readonly now: readonly [FieldValue, FieldValue];
  readonly chosen: number | null;
}

const columnOf = ({ label, unit }: HeatAxis): DataColumn => ({ label, unit: unit ?? 'text' });

/** A map of cells tells two sides of the level apart, and is one colour without one. */
function fillOf(value: number, { level, figure }: SweepMap, span: Span, { palette }: Look) {
  const middle = level ?? span.low;
  const reach = level === null ? span.high - span.low
    : Math.max(span.high - middle, middle - span.low);
  const share = reach > 0 ? Math.abs(value - middle) / reach : 0;
  const isGood = level === null || (value - level) * directionOf(figure.key) >= 0;
  const strength = 0.08 + 0.92 * share ** 0.7;
  return { fill: mixed(palette.surface, isGood ? palette.gain : palette.loss, strength),
    ink: strength > 0.62 ? palette.onSeries : palette.text };
}

interface Span {
  readonly low: number;
  readonly high: number;
}

/** One divisor and one name for all cells. */
const scaleOf = ({ unit }: AskedFigure, { low, high }: Span, look: Look) =>
  axisScale(unit, Number.isFinite(low) ? Math.max(Math.abs(low), Math.abs(high)) : 1, undefined,
    look.print);

/** Cells without text are told by their colour and the tooltip alone. */
const mostWritten = 200;

function cellsOf(map: SweepMap, span: Span, look: Look): readonly HeatCell[] {
  const { across, down, figure, cells } = map;
  const scale = scaleOf(figure, span, look);
  const { palette } = look;
  return cells.map((cell): HeatCell => {
    const [x, y] = [Math.floor(cell.run / down.values.length), cell.run % down.values.length];
    const value = cell.feasible ? cell.figures[0] ?? null : null;
    const place = [across, down].map((axis, at) =>
      `${axis.label}: ${printValue(cell.values[at] ?? null, axis.unit, look)}`);
    if (value === null) {
      return { x, y, fill: mixed(palette.surface, palette.quiet, 0.6), ink: palette.muted,
        text: '', crossed: true, says: [...place, cell.cause ?? words.noFigure] };
    }
    return { x, y, crossed: false, ...fillOf(value, map, span, look),
      text: cells.length > mostWritten ? '' : scale.tick(Number(value.toPrecision(2))).replace('-', '−'),
      says: [...place, `${figure.label}: ${formatQuantity(value, figure.unit, look.print)}`] };
  });
}

/** A figure over two inputs: one cell for each plan, and the line where it has a level. */
export function sweepPicture(map: SweepMap, look: Look): Picture {
  const { across, down, figure, cells, level, now, chosen } = map;
  const found = cells.flatMap(({ feasible, figures: [value = null] }) =>
    (feasible && value !== null ? [value] : []));
  const span = { low: Math.min(...found), high: Math.max(...found) };
  const title = words.mapTitle(figure.label, scaleOf(figure, span, look).name, across.label,
    down.label);
  const rows = down.values.length;
  const grid = across.values.map((_, x) => down.values.map((__, y) => {
    const cell = cells[x * rows + y];
    return cell?.feasible === true ? cell.figures[0] ?? null : null;
  }));
  const plan = now.map((value, at) => placeAmong((at === 0 ? across : down).values, value));
  const [px = null, py = null] = plan;
  const print = (value: number): string => formatQuantity(value, figure.unit, look.print);
  const lost = cells.length - found.length;
  return {
    kind: 'drawn', title, heightPx: 430,
    summary: [found.length === 0 ? words.noneBuilt(cells.find(({ cause }) => cause !== null)?.cause ?? '')
      : words.mapSummary(String(cells.length), figure.label, print(span.low), print(span.high)),
    ...(level === null ? [] : [words.lineAt(figure.label, print(level))]),
    ...(lost > 0 ? [words.lost(String(lost))] : []),
    ...(chosen === null ? [] : [words.chosenCell(String(chosen + 1))])].join(' '),
    option: heatOption({ across, down, cells: cellsOf(map, span, look), planName: words.plan,
      contour: level === null ? [] : contourOf(grid, level),
      plan: px === null || py === null ? null : [px, py],
      chosen: chosen === null ? null : [Math.floor(chosen / rows), chosen % rows] }, look),
    table: {
      columns: [columnOf(across), columnOf(down), { label: figure.label, unit: figure.unit },
        { label: words.cause, unit: 'text' }],
      rows: cells.map(({ values: [x = null, y = null], figures: [value = null], feasible, cause }) =>
        [shown(x), shown(y), feasible ? value : null, cause ?? '']),
    },
  };
}

const shown = (value: FieldValue): string | number | null =>
  (typeof value === 'boolean' ? String(value) : value);

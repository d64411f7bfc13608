import { formatQuantity } from '../../../shared/units/format.ts';
import { searchText as words } from '../../text/search.ts';
import type { Look } from '../look.ts';
import { seriesColour } from '../palette.ts';
import type { Picture } from '../picture.ts';
import { heatOption, mixed, placeAmong, printValue, type HeatAxis, type HeatCell } from './heat.ts';
import type { FieldValue } from '../../../shared/project/field.ts';

/** The cheapest system at one pair of values; null where none serves. */
export interface CheapestCell {
  readonly system: string | null;
  readonly costPerMTokUsd: number | null;
}

export interface CheapestMap {
  readonly across: HeatAxis;
  readonly down: HeatAxis;
  /** By column, then row. */
  readonly cells: readonly CheapestCell[];
  /** Systems that are cheapest somewhere, in the order of their signs. */
  readonly winners: readonly { readonly id: string; readonly name: string }[];
  readonly now: readonly [FieldValue, FieldValue];
}

/** The sign of a system in the map and the list beside it. */
export const signOf = (place: number): string => String.fromCodePoint(65 + place);

/** Which system is cheapest over two inputs. */
export function cheapestPicture(map: CheapestMap, look: Look): Picture {
  const { across, down, cells, winners, now } = map;
  const rows = down.values.length;
  const { palette } = look;
  const nameOf = (id: string | null): string =>
    winners.find((each) => each.id === id)?.name ?? words.noneServes;
  const placed = cells.map(({ system, costPerMTokUsd }, run): HeatCell => {
    const [x, y] = [Math.floor(run / rows), run % rows];
    const place = winners.findIndex(({ id }) => id === system);
    const says = [printValue(across.values[x] ?? null, across.unit, look),
      printValue(down.values[y] ?? null, down.unit, look), nameOf(system),
      ...(costPerMTokUsd === null ? []
        : [formatQuantity(costPerMTokUsd, 'USD/Mtok', look.print)])];
    return place < 0
      ? { x, y, says, crossed: true, text: '', ink: palette.muted,
        fill: mixed(palette.surface, palette.quiet, 0.6) }
      : { x, y, says, crossed: false, text: signOf(place), ink: palette.onSeries,
        fill: seriesColour(palette, place) };
  });
  const spans = winners.map(({ id, name }) =>
    `${name} ${cells.filter(({ system }) => system === id).length}`).join(', ');
  const [px, py] = [placeAmong(across.values, now[0]), placeAmong(down.values, now[1])];
  return {
    kind: 'drawn', title: words.cheapest(across.label, down.label), heightPx: 380,
    summary: words.cheapestSummary(spans === '' ? words.noneServes : spans),
    option: heatOption({ across, down, cells: placed, contour: [], chosen: null,
      plan: px === null || py === null ? null : [px, py], planName: words.plan }, look),
    table: {
      columns: [{ label: across.label, unit: across.unit ?? 'text' },
        { label: down.label, unit: down.unit ?? 'text' }, { label: words.systems, unit: 'text' },
        { label: words.its, unit: 'USD/Mtok' }],
      rows: cells.map(({ system, costPerMTokUsd }, run) => [
        Number(across.values[Math.floor(run / rows)]), Number(down.values[run % rows]),
        nameOf(system), costPerMTokUsd]),
    },
  };
}

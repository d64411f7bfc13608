import type { Hall } from '../../shared/facility/halls/hall.ts';
import type { PlacedRack, RackSpec } from '../../shared/facility/halls/placement-types.ts';
import type { HallsOutcome } from '../../shared/plan/site/halls.ts';
import type { ScenarioInputs } from '../../shared/project/resolve.ts';
import { formatQuantity } from '../../shared/units/format.ts';
import type { Palette } from '../charts/palette.ts';
import { seriesColour } from '../charts/palette.ts';
import type { Drawing, Item, Mark } from './drawing.ts';
import { shadeOf } from './shade.ts';

export const hallShades = ['kind', 'power', 'cooling', 'weight', 'units', 'feed'] as const;
/** What the colour of a rack stands for. */
export type HallShade = (typeof hallShades)[number];

export const kindColours = (palette: Palette): Readonly<Record<RackSpec['kind'], string>> => ({
  compute: seriesColour(palette, 0),
  network: seriesColour(palette, 2),
  storage: seriesColour(palette, 3),
  cdu: seriesColour(palette, 1),
});

/** A rack with what it is held against. */
export interface RackView {
  readonly rack: PlacedRack;
  readonly spec: RackSpec;
  /**
   * Shares of the limit, or of the strongest rack where nothing limits; null where a
   * figure is absent.
   */
  readonly shares: Readonly<Record<Exclude<HallShade, 'kind'>, number | null>>;
}

type HallValues = ScenarioInputs['hall']['values'];

/** All racks in place with their use of power, cooling, floor and busway. */
export function viewRacks(
  { placement, specs }: HallsOutcome, hall: HallValues,
): readonly RackView[] {
  const byKey = new Map(specs.map((spec) => [spec.key, spec]));
  const strongest = hall.rackLimitKw ?? Math.max(1, ...specs.map((s) => s.kw));
  const warmest = Math.max(1e-9, ...specs.map((s) => s.kw * s.liquidFraction));
  const feeds =
    new Map(placement?.feeds.map((f) => [`${f.hall} ${f.feed}`, f.worstKw / f.limitKw]));
  const rows = feedsByRow(placement?.feeds ?? []);
  return (placement?.placed ?? []).flatMap((rack): readonly RackView[] => {
    const spec = byKey.get(rack.key);
    if (spec === undefined) return [];
    const fed = (rows.get(`${rack.hall} ${rack.row}`) ?? []).map((id) => feeds.get(id) ?? 0);
    return [{
      rack, spec,
      shares: {
        power: spec.kw / strongest, cooling: (spec.kw * spec.liquidFraction) / warmest,
        weight: spec.weightKg === null ? null
          : spec.weightKg / (hall.pitchM * hall.depthM) / hall.floorKgPerM2,
        units: spec.heightU === null ? null : spec.heightU / hall.rackHeightU,
        feed: fed.length === 0 ? null : Math.max(...fed),
      },
    }];
  });
}

/** Feeds are named after their row: R01-A and R01-B. */
function feedsByRow(
  feeds: readonly { readonly hall: string; readonly feed: string }[],
): ReadonlyMap<string, readonly string[]> {
  const rows = new Map<string, string[]>();
  for (const { hall, feed } of feeds) {
    const row = `${hall} ${feed.replace(/-[AB]$/u, '')}`;
    rows.set(row, [...(rows.get(row) ?? []), `${hall} ${feed}`]);
  }
  return rows;
}

/** Drawing units per metre. */
const perM = 12;
const titleM = 1.6;
const betweenM = 3;

/** Halls side by side in about the shape of a screen. */
function placeHalls(halls: readonly Hall[], lengthM: number, widthM: number) {
  const across = Math.max(1,
    Math.min(halls.length, Math.ceil(Math.sqrt((halls.length * widthM * 1.8) / lengthM))));
  const at = new Map(halls.map(({ id }, i) => [
    id, { x: (i % across) * (lengthM + betweenM),
      y: Math.floor(i / across) * (widthM + titleM + betweenM) + titleM },
  ] as const));
  const rows = Math.ceil(halls.length / across);
  return {
    at, width: (across * (lengthM + betweenM) - betweenM) * perM,
    height: rows * (widthM + titleM + betweenM) * perM - betweenM * perM,
  };
}

/** The halls from above: rows, aisles and every rack, shaded by one of its uses. */
export function drawHalls(
  outcome: HallsOutcome, racks: readonly RackView[], hall: HallValues, shade: HallShade,
  palette: Palette,
): Drawing {
  const { at, width, height } = placeHalls(outcome.halls, hall.lengthM, hall.widthM);
  const rowAt = new Map(
    outcome.halls.flatMap((h) => h.rows.map((row) => [`${h.id} ${row.id}`, row.yM] as const)),
  );
  const kinds = kindColours(palette);
  const items = racks.map((view): Item => {
    const { rack, spec, shares } = view;
    const corner = at.get(rack.hall) ?? { x: 0, y: 0 };
    const box = {
      x: (corner.x + hall.marginM + (rack.position - 1) * hall.pitchM) * perM + 0.5,
      y: (corner.y + (rowAt.get(`${rack.hall} ${rack.row}`) ?? 0)) * perM,
      width: hall.pitchM * perM - 1, height: hall.depthM * perM,
    };
    const share = shade === 'kind' ? null : shares[shade];
    const fill = shade === 'kind' ? kinds[spec.kind]
      : share === null ? palette.quiet
      : shadeOf(palette, share);
    return { id: rack.rack, label: describeRack(view), box, marks: [
      { kind: 'rect', ...box, fill, ...(rack.byHand ? { stroke: palette.text } : {}) },
    ] };
  });
  const marks = outcome.halls.flatMap(
    (each) => hallMarks(each, at.get(each.id) ?? { x: 0, y: 0 }, hall, palette),
  );
  return { width, height, background: palette.surface, marks, items };
}

function hallMarks(
  { id, rows }: Hall, { x, y }: { readonly x: number; readonly y: number },
  hall: HallValues, palette: Palette,
): readonly Mark[] {
  return [
    { kind: 'text', x: x * perM, y: (y - 0.45) * perM, text: `Hall ${id}`, size: 13,
      fill: palette.text, strong: true },
    { kind: 'rect', x: x * perM, y: y * perM, width: hall.lengthM * perM,
      height: hall.widthM * perM, fill: palette.surface, stroke: palette.muted },
    ...rows.flatMap((row): readonly Mark[] => [
      {
        kind: 'rect', x: (x + hall.marginM) * perM, y: (y + row.yM) * perM,
        width: row.positions * hall.pitchM * perM, height: hall.depthM * perM,
        fill: palette.surface, stroke: palette.grid,
      },
      { kind: 'text', x: (x + hall.marginM) * perM - 2,
        y: (y + row.yM + hall.depthM * 0.7) * perM, text: row.id, size: 6,
        fill: palette.muted, anchor: 'end' },
    ]),
  ];
}

/** Where a rack stands, what it draws and how far its limits are used. */
export function describeRack({ rack, spec, shares }: RackView): string {
  const percent = (name: string, share: number | null): string =>
    (share === null ? `${name} unknown`
      : `${name} ${formatQuantity(share, 'fraction')} of its limit`);
  return [
    `${rack.rack} in hall ${rack.hall}, row ${rack.row}, position ${rack.position}`,
    ...(spec.kind === 'cdu' ? ['coolant distribution'] : [formatQuantity(spec.kw, 'kW')]),
    `${formatQuantity(spec.liquidFraction, 'fraction')} liquid`,
    spec.weightKg === null ? 'weight unknown' : formatQuantity(spec.weightKg, 'kg'),
    percent('floor', shares.weight), percent('height', shares.units),
    percent('busway after the worst failure', shares.feed),
    ...(rack.byHand ? ['moved by hand'] : []),
  ].join(' · ');
}

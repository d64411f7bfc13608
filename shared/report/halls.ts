import type { HallsOutcome } from '../plan/site/halls.ts';
import { formatQuantity } from '../units/format.ts';
import type { Print } from '../units/print.ts';
import { drawings, flow, roundedNote, table, text } from './blocks.ts';
import { printLimit, rankLimits } from './limits.ts';
import { figureTable } from './serving.ts';
import type { Block, DrawingRef, PlanView, Section, Table, TableRow } from './types.ts';
import { printOfPlan } from './print.ts';

/** Elevations that stand side by side across a page. */
const acrossPage = 4;

/** The halls from above, what stands in each, and one rack of every system. */
export function hallsSection(plan: PlanView): Section {
  return flow('halls', 'Halls and racks', hallBlocks(plan));
}

function hallBlocks(plan: PlanView): readonly Block[] {
  const halls = plan.stages?.halls;
  if (halls === undefined || (halls.placement?.placed.length ?? 0) === 0)
    return [text('No rack is placed: no rack is in service, or not one fits a hall.')];
  const limits = rankLimits(halls.limits, halls.limits.length).map(printLimit);
  return [
    drawings({ id: 'hall-plan' }),
    ...elevations(plan),
    ...table(hallTable(halls, printOfPlan(plan))),
    ...table(figureTable(plan, 'hall-figures', 'Racks in place', [
      ['facility.positions', 'Rack positions'],
      ['facility.positionsUsed', 'Positions taken'], ['facility.areaM2', 'Hall area'],
      ['facility.floorKgPerM2', 'Load under the heaviest rack'],
      ['facility.cdus', 'Coolant distribution units'],
      ['facility.networkRacks', 'Network racks'],
    ])),
    ...(limits.length === 0 ? [] : [{ kind: 'limits' as const, items: limits }]),
  ];
}

/** Halls with their racks, and the sum of them. */
function hallTable({ placement }: HallsOutcome, print: Print): Table {
  const halls = placement?.halls ?? [];
  const line = (
    name: string, level: 0 | 1, of: readonly (typeof halls)[number][],
  ): TableRow => {
    const sum = (pick: (hall: (typeof halls)[number]) => number): number =>
      of.reduce((all, hall) => all + pick(hall), 0);
    const kw = (value: number): string => formatQuantity(value, 'kW', print);
    return {
      level,
      cells: [
        name, formatQuantity(sum((h) => h.racks), 'count', print),
        formatQuantity(sum((h) => h.positions), 'count', print),
        kw(sum((h) => h.powerKw)), kw(sum((h) => h.liquidKw)), kw(sum((h) => h.airKw)),
      ],
    };
  };
  return {
    id: 'halls', caption: 'Halls', note: roundedNote,
    columns: [
      { label: 'Hall', unit: 'text', align: 'left' },
      { label: 'Racks', unit: 'count', align: 'right' },
      { label: 'Positions', unit: 'count', align: 'right' },
      { label: 'Power of the racks', unit: null, align: 'right' },
      { label: 'Heat into liquid', unit: null, align: 'right' },
      { label: 'Heat into air', unit: null, align: 'right' },
    ],
    rows: [...halls.map((hall) => line(hall.hall, 1, [hall])),
      ...(halls.length > 1 ? [line('All halls', 0, halls)] : [])],
  };
}

/** One elevation for each system in service, a few to a row. */
function elevations({ stages }: PlanView): readonly Block[] {
  const racks = (stages?.groups ?? []).filter((group) => group.racks > 0);
  const first = racks.filter(
    (group, i) => racks.findIndex((other) => other.system.id === group.system.id) === i,
  );
  const refs = first.map(({ record }): DrawingRef => ({ id: 'elevation', group: record.key }));
  const rows = Array.from({ length: Math.ceil(refs.length / acrossPage) },
    (_, i) => refs.slice(i * acrossPage, (i + 1) * acrossPage));
  return rows.map((row) => drawings(...row));
}

import { Button, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { cellSeries, printValue } from '../../charts/pictures/heat.ts';
import { sweepPicture } from '../../charts/pictures/search.ts';
import { useLook } from '../../charts/use-look.ts';
import { planOf } from '../../state/plan.ts';
import { usePrinter } from '../../state/use-print.ts';
import { searchText as words } from '../../text/search.ts';
import type { AnswerProps } from './answer-props.ts';
import { valueNow } from './inputs.ts';
import { Side } from './Side.tsx';

/** A map of plans; a cell is chosen by a click or by its values, and made a scenario. */
export function SweepAnswer({ asked, answer, target, make, question }: AnswerProps<'sweep'>) {
  const look = useLook();
  const print = usePrinter();
  const [chosen, setChosen] = useState<number | null>(null);
  const { axes: [across, down], figure, cells } = answer;
  const picture = useMemo(() => {
    if (across === undefined || down === undefined) return null;
    const outcome = planOf(asked.document, asked.scenarioId);
    const plan = outcome.ok ? outcome.value : null;
    return sweepPicture({ across, down, figure, cells, level: target, chosen,
      now: [valueNow(plan, across.path), valueNow(plan, down.path)] }, look);
  }, [across, down, figure, cells, target, chosen, asked, look]);
  if (across === undefined || down === undefined || picture === null) return null;
  const rows = down.values.length;
  const [x, y] = chosen === null ? [null, null] : [Math.floor(chosen / rows), chosen % rows];
  const cell = chosen === null ? undefined : cells[chosen];
  const name = cell === undefined ? '' : [across, down].map(({ label, unit }, at) =>
    `${label} ${printValue(cell.values[at] ?? null, unit, look)}`).join(', ');
  const choices = [
    { axis: across, at: x, pick: (next: number) => { setChosen(next * rows + (y ?? 0)); } },
    { axis: down, at: y, pick: (next: number) => { setChosen((x ?? 0) * rows + next); } },
  ];
  return (
    <Side question={question} main={<ChartFigure picture={picture}
      onPick={({ seriesId, index }) => { if (seriesId === cellSeries) setChosen(index); }} />}>
      <section className="search-card" aria-label={words.cell}>
        <h2>{words.cell}</h2>
        <p className="search-help">{words.cellHelp}</p>
        <div className="search-pair">
          {choices.map(({ axis, at, pick }) => (
            <Select key={axis.path} size="xs" label={axis.label} allowDeselect={false}
              value={at === null ? null : String(at)}
              data={axis.values.map((value, place) =>
                ({ value: String(place), label: printValue(value, axis.unit, look) }))}
              onChange={(next) => { if (next !== null) pick(Number(next)); }} />))}
        </div>
        {cell !== undefined && (
          <p role="status" className="search-said">
            {cell.feasible ? <>{figure.label} <b>{print(cell.figures[0] ?? null, figure.unit)}</b></>
              : cell.cause}
          </p>)}
        <Button size="xs" disabled={cell === undefined || make === null}
          onClick={() => {
            if (cell === undefined) return;
            make?.({ scenarioId: asked.scenarioId, name, values: [across, down].map(({ path }, at) =>
              ({ path, value: cell.values[at] ?? null })) });
          }}>{words.make}</Button>
      </section>
    </Side>
  );
}

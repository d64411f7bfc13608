import { useMemo } from 'react';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { cheapestPicture, signOf, type CheapestCell } from '../../charts/pictures/cheapest.ts';
import { seriesColour } from '../../charts/palette.ts';
import { useLook } from '../../charts/use-look.ts';
import { FactTable } from '../../components/FactTable.tsx';
import { findCatalogItem } from '../../state/catalog.ts';
import { planOf } from '../../state/plan.ts';
import { usePrinter } from '../../state/use-print.ts';
import { searchText as words } from '../../text/search.ts';
import type { AnswerProps } from './answer-props.ts';
import { valueNow } from './inputs.ts';
import { Side } from './Side.tsx';

function cellsOf({ across, rows }: AnswerProps<'crossover'>['answer']): readonly CheapestCell[] {
  return across.values.flatMap((_, x) => rows.map(({ points, systems }): CheapestCell => {
    const point = points[x];
    const at = point?.cheapest == null ? -1 : systems.indexOf(point.cheapest);
    return { system: point?.cheapest ?? null, costPerMTokUsd: point?.costs[at] ?? null };
  }));
}

/** Every system with its costs over the map, or why it has none anywhere. */
function linesOf({ rows }: AnswerProps<'crossover'>['answer']) {
  return (rows[0]?.systems ?? []).map((id, at) => ({ id,
    costs: rows.flatMap(({ points }) => points.flatMap(({ costs }) => costs[at] ?? [])),
    reason: rows.every(({ left }) => left.some(({ system }) => system === id))
      ? rows[0]?.left.find(({ system }) => system === id)?.reason ?? '' : '' }))
    .toSorted((a, b) => b.costs.length - a.costs.length
      || Math.min(...a.costs) - Math.min(...b.costs));
}

/** Which system is cheapest at each pair of values, with its cost. */
export function CrossoverAnswer({ asked, answer, question }: AnswerProps<'crossover'>) {
  const look = useLook();
  const print = usePrinter();
  const { across, down } = answer;
  const cells = useMemo(() => cellsOf(answer), [answer]);
  const winners = useMemo(() => [...new Set(cells.flatMap(({ system }) => system ?? []))]
    .map((id) => ({ id, name: findCatalogItem(`catalog:systems/${id}`).entry })), [cells]);
  const picture = useMemo(() => {
    const outcome = planOf(asked.document, asked.scenarioId);
    const plan = outcome.ok ? outcome.value : null;
    return cheapestPicture({ across, down, cells, winners,
      now: [valueNow(plan, across.path), valueNow(plan, down.path)] }, look);
  }, [across, down, cells, winners, asked, look]);
  return (
    <Side question={question} main={(
      <>
        <ChartFigure picture={picture} />
        <FactTable title={words.systems} columns={words.systemColumns} words={[0, 1, 5]}
          rows={linesOf(answer).map(({ id, costs, reason }) => {
            const place = winners.findIndex((each) => each.id === id);
            return { key: id, cells: [
              place < 0 ? '' : (
                <span key="sign" className="search-sign" style={{
                  background: seriesColour(look.palette, place), color: look.palette.onSeries,
                }}>{signOf(place)}</span>),
              findCatalogItem(`catalog:systems/${id}`).entry,
              print(cells.filter(({ system }) => system === id).length, 'count'),
              print(costs.length === 0 ? null : Math.min(...costs), 'USD/Mtok'),
              print(costs.length === 0 ? null : Math.max(...costs), 'USD/Mtok'), reason] };
          })} />
      </>)} />
  );
}

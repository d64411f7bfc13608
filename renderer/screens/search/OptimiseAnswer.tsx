import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { printValue } from '../../charts/pictures/heat.ts';
import { frontPicture } from '../../charts/pictures/search-curve.ts';
import { useLook } from '../../charts/use-look.ts';
import { FactTable } from '../../components/FactTable.tsx';
import { planOf } from '../../state/plan.ts';
import { usePrinter } from '../../state/use-print.ts';
import { searchText as words } from '../../text/search.ts';
import type { AnswerProps } from './answer-props.ts';
import { valueNow } from './inputs.ts';
import { MixBars } from './MixBars.tsx';
import { Side } from './Side.tsx';

interface Binding {
  readonly text: string;
  readonly worth: string;
}

/** What stops a better choice, and what one more of it is worth. */
function Bindings({ rows }: { readonly rows: readonly Binding[] }) {
  return rows.length === 0 ? <p className="search-help">{words.noneBinds}</p> : (
    <FactTable title={words.binds} columns={words.bindColumns}
      rows={rows.map(({ text, worth }) => ({ key: text, cells: [text, worth] }))} />);
}

/** The best split of a site over its groups beside the one it has. */
export function MixAnswer({ asked, answer, make, question }: AnswerProps<'mix'>) {
  const print = usePrinter();
  const { found: { best, asIs, groups, gap, binding, planned, cause }, objective } = answer;
  const worth = (value: number): string => print(value, objective.unit);
  if (best === null) {
    return <Side question={question} main={
      <p className="search-sentence" role="status">{words.noneWithin} {cause}</p>} />;
  }
  const outcome = planOf(asked.document, asked.scenarioId);
  const follows = outcome.ok && valueNow(outcome.value, 'demand.mode') === 'utilisation';
  const name = groups.map((group, at) => `${best.racks[at] ?? 0} ${group.name}`).join(', ');
  return (
    <Side question={question} main={(
      <>
        <p className="search-sentence" role="status">
          {words.bestIs(objective.label, worth(best.objective))}
          {asIs === null ? '' : words.asItStands(worth(asIs.objective))}.
        </p>
        <MixBars groups={groups} best={best.racks} asIs={asIs?.racks ?? null} />
        <p className="search-help">
          {words.gap(gap === null ? '-' : print(gap, 'fraction'), print(planned, 'count'))}
          {follows ? ` ${words.demandFollows}` : ''}
        </p>
      </>)}>
      <Bindings rows={binding.map(({ text, perUnit }) =>
        ({ text, worth: perUnit === null ? '-' : worth(perUnit) }))} />
      <Button size="xs" disabled={make === null} onClick={() => {
        make?.({ scenarioId: asked.scenarioId, name, values: groups.map(({ path }, at) =>
          ({ path, value: best.racks[at] ?? null })) });
      }}>{words.makeBest}</Button>
    </Side>
  );
}

/** The best of all combinations of two inputs, and the front between two aims. */
export function OptimiseAnswer({ asked, answer, make, question }: AnswerProps<'optimise'>) {
  const look = useLook();
  const print = usePrinter();
  const { found, axes, figures, objectives } = answer;
  const { best, binding, front, planned, within, keptOut, cause } = found;
  const [one, other] = objectives;
  const picture = useMemo(() => {
    if (one === undefined || other === undefined || front.length === 0) return null;
    const places = [one, other].map(({ key }) => figures.findIndex((each) => each.key === key));
    return frontPicture([one, other], front.flatMap((each) => {
      const [x = null, y = null] = places.map((at) => each.figures[at] ?? null);
      return x === null || y === null ? [] : [[x, y] as const];
    }), look);
  }, [one, other, front, figures, look]);
  const counts = words.within(print(planned, 'count'), print(within, 'count'));
  if (best === null || one === undefined) {
    return <Side question={question} main={(
      <p className="search-sentence" role="status">
        {words.noneWithin} {counts} {keptOut.map(({ limit, count }) =>
          words.keptOut(limit.text, print(count, 'count'))).join(' ')} {cause}
      </p>)} />;
  }
  const name = axes.map(({ label, unit }, at) =>
    `${label} ${printValue(best.values[at] ?? null, unit, look)}`).join(', ');
  return (
    <Side question={question} main={(
      <>
        <p className="search-sentence" role="status">
          {figures.map(({ label, unit }, at) =>
            `${label} ${print(best.figures[at] ?? null, unit)}`).join(', ')}: {name}.
        </p>
        {picture !== null && <ChartFigure picture={picture} />}
        <p className="search-help">{counts}</p>
      </>)}>
      <Bindings rows={binding.map(({ limit, perUnit }) =>
        ({ text: limit.text, worth: print(perUnit, one.unit) }))} />
      <Button size="xs" disabled={make === null} onClick={() => {
        make?.({ scenarioId: asked.scenarioId, name, values: axes.map(({ path }, at) =>
          ({ path, value: best.values[at] ?? null })) });
      }}>{words.makeBest}</Button>
    </Side>
  );
}

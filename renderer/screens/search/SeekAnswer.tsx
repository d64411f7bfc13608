import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { seekPicture } from '../../charts/pictures/search-curve.ts';
import { useLook } from '../../charts/use-look.ts';
import { FactTable } from '../../components/FactTable.tsx';
import { usePrinter } from '../../state/use-print.ts';
import { searchText as words } from '../../text/search.ts';
import type { AnswerProps } from './answer-props.ts';
import { Side } from './Side.tsx';

/** Values that can be taken over, each with the figure of its plan. */
function placesOf({ found }: AnswerProps<'seek'>['answer']) {
  const { roots, steps, nearest, target } = found;
  return [
    ...roots.map((value) => ({ key: `root ${value}`, said: words.root, value, figure: target })),
    ...steps.flatMap(({ below, above }) => [
      ...(below === null ? [] : [{ key: `below ${below.value}`, said: words.below, ...below }]),
      ...(above === null ? [] : [{ key: `above ${above.value}`, said: words.above, ...above }])]),
    ...(nearest === null || roots.length + steps.length > 0 ? []
      : [{ key: 'nearest', said: words.nearest, ...nearest }]),
  ];
}

/** A goal in a sentence, on its curve, with each value that meets it as a scenario. */
export function SeekAnswer({ asked, answer, make, question }: AnswerProps<'seek'>) {
  const look = useLook();
  const print = usePrinter();
  const { found, curve } = answer;
  const { vary, figure } = found;
  const picture = useMemo(() => seekPicture({ found, curve }, look), [found, curve, look]);
  return (
    <Side question={question} main={(
      <>
        <p className="search-sentence" role="status">{found.reason}</p>
        <ChartFigure picture={picture} />
        <FactTable title={words.roots} columns={words.rootColumns} words={[0, 3]}
          rows={placesOf(answer).map(({ key, said, value, figure: there }) => {
            const name = `${vary.label} ${print(value, vary.unit)}`;
            return { key, cells: [said, print(value, vary.unit), print(there, figure.unit),
              <Button key="make" size="compact-xs" variant="subtle" disabled={make === null}
                aria-label={`${words.make}: ${name}`}
                onClick={() => {
                  make?.({ scenarioId: asked.scenarioId, name, values: [{ path: vary.path, value }] });
                }}>{words.make}</Button>] };
          })} />
      </>)} />
  );
}

import { Button } from '@mantine/core';
import { FactTable } from '../../components/FactTable.tsx';
import { usePrinter } from '../../state/use-print.ts';
import { searchText as words } from '../../text/search.ts';
import { units, type Unit } from '../../../shared/units/unit.ts';
import type { Flip } from '../../../shared/search/plans/flip.ts';
import type { AnswerProps } from './answer-props.ts';
import { Side } from './Side.tsx';

/** Changes listed; those beyond are far from what is stated of their inputs. */
const mostListed = 12;

/** The smallest changes that reverse an order, the first as a sentence. */
export function FlipAnswer({ asked, answer, make, question }: AnswerProps<'flip'>) {
  const print = usePrinter();
  const { found, summary, sentences } = answer;
  const said = (value: number, unit: string): string => {
    const known: Unit | undefined = units.find((each) => each === unit);
    return known === undefined ? `${value} ${unit}` : print(value, known);
  };
  const plan = (flip: Flip, at: number) => {
    const name = `${flip.label} ${said(flip.to, flip.unit)}`;
    return flip.kind !== 'field' ? '' : (
      <Button key="make" size="compact-xs" variant="subtle" disabled={make === null}
        title={sentences[at]} aria-label={`${words.make}: ${name}`}
        onClick={() => {
          make?.({ scenarioId: flip.side === 'b' ? found.b.id : asked.scenarioId, name,
            values: [{ path: flip.id, value: flip.to }] });
        }}>{words.make}</Button>);
  };
  return (
    <Side question={question} main={(
      <>
        <p className="search-sentence" role="status">{summary}</p>
        <FactTable title={words.flips} help={words.flipsHelp} columns={words.flipColumns}
          words={[0, 1, 5]}
          rows={found.flips.slice(0, mostListed).map((flip, at) => ({
            key: `${flip.side} ${flip.id}`, cells: [flip.label, words.sides[flip.side],
              said(flip.from, flip.unit), said(flip.to, flip.unit), flip.ranges.toFixed(2),
              plan(flip, at)],
          }))} />
      </>)} />
  );
}

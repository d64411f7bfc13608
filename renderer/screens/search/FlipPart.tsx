import { Select } from '@mantine/core';
import { useState } from 'react';
import { listScenarios } from '../../../shared/project/resolve.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { units } from '../../../shared/units/unit.ts';
import { FactTable } from '../../components/FactTable.tsx';
import { useDocument, useScenarioId } from '../../state/hooks.tsx';
import { searchText as words } from '../../text/search.ts';
import type { FigureChoice } from './inputs.ts';
import { FigurePicker } from './pickers.tsx';
import type { AnswerOf } from './search-task.ts';
import { SearchBar } from './SearchBar.tsx';
import { useSearch } from './use-search.ts';

/** Changes listed; the rest reverses the order too, further away. */
const mostFlips = 20;

/** The smallest change that reverses which of two scenarios is better. */
export function FlipPart({ figures }: { readonly figures: readonly FigureChoice[] }) {
  const document = useDocument();
  const scenarioId = useScenarioId();
  const search = useSearch('flip');
  const [figure, setFigure] = useState('headline.npvUsd');
  const others = listScenarios(document).filter(({ id }) => id !== scenarioId);
  const [chosen, choose] = useState<string | null>(null);
  const other = others.find(({ id }) => id === chosen) ?? others[0];
  if (other === undefined) return <p className="search-none">{words.noOther}</p>;
  return (
    <div className="search-bench">
      <div className="search-view">
        {search.answer === null ? <p className="search-none">{words.askFlip}</p>
          : <Flips answer={search.answer} />}
      </div>
      <div className="search-side">
        <FigurePicker figures={figures} value={figure} onChange={setFigure} />
        <Select size="xs" label={words.against} allowDeselect={false} value={other.id}
          data={others.map(({ id, name }) => ({ value: id, label: name }))} onChange={choose} />
        <SearchBar kind="flip" search={search} problem={null}
          run={() => { search.ask({ kind: 'flip', other: other.id, figure }); }} />
      </div>
    </div>
  );
}

function said(value: number, unit: string): string {
  const known = units.find((each) => each === unit);
  return known === undefined ? `${value} ${unit}` : formatQuantity(value, known);
}

function Flips({ answer: { found, summary } }: { readonly answer: AnswerOf<'flip'> }) {
  const sides = { both: words.both, a: found.a.name, b: found.b.name };
  return (
    <>
      <p className="search-answer" role="status">{summary}</p>
      {found.flips.length > 0 && <FactTable title={words.flips} help={words.flipsHelp}
        columns={words.flipColumns} words={[0, 1]}
        rows={found.flips.slice(0, mostFlips).map((flip) => ({
          key: `${flip.id} ${flip.side}`,
          cells: [flip.label, sides[flip.side], said(flip.from, flip.unit),
            said(flip.to, flip.unit), formatQuantity(flip.ranges, 'ratio')],
        }))} />}
    </>
  );
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import { FactTable, type FactRow } from '../../components/FactTable.tsx';
import { usePrinter } from '../../state/use-print.ts';
import { searchText as words } from '../../text/search.ts';
import type { FigureChoice } from './inputs.ts';
import { FigurePicker } from './pickers.tsx';
import type { AnswerOf } from './search-task.ts';
import { SearchBar } from './SearchBar.tsx';
import type { OpenScenario } from './use-open-scenario.ts';
import { useSearch } from './use-search.ts';

interface Props {
  readonly groups: number;
  readonly figures: readonly FigureChoice[];
  readonly open: OpenScenario | null;
}

/** How a site's power is best divided among its rack groups. */
export function MixPart({ groups, figures, open }: Props) {
  const search = useSearch('mix');
  const [figure, setFigure] = useState('headline.npvUsd');
  return (
    <div className="search-bench">
      <div className="search-view">
        {search.answer === null ? <p className="search-none">{words.askMix}</p>
          : <Best answer={search.answer} open={open} />}
      </div>
      <div className="search-side">
        <FigurePicker figures={figures} value={figure} onChange={setFigure} />
        <SearchBar kind="mix" search={search} problem={groups > 1 ? null : words.oneGroup}
          run={() => { search.ask({ kind: 'mix', figure }); }} />
      </div>
    </div>
  );
}

interface BestProps {
  readonly answer: AnswerOf<'mix'>;
  readonly open: OpenScenario | null;
}

function Best({ answer: { found, figure }, open }: BestProps) {
  const print = usePrinter();
  const { groups, best, asIs, bound, gap, binding, cause } = found;
  if (best === null) return <p className="search-answer" role="status">{cause ?? words.cannot}</p>;
  const count = (racks: readonly number[] | undefined, at: number): string =>
    print(racks?.[at] ?? null, 'count');
  const rows: readonly FactRow[] = [
    ...groups.map(({ key, name }, at) =>
      ({ key, cells: [name, count(asIs?.racks, at), count(best.racks, at)] })),
    { key: 'objective', strong: true, cells: [figure.label,
      print(asIs?.objective ?? null, figure.unit), print(best.objective, figure.unit)] },
    { key: 'bound', cells: [words.bound, '', print(bound, figure.unit)] },
    { key: 'gap', cells: [words.gap, '', print(gap, 'fraction')] },
  ];
  return (
    <>
      <FactTable title={words.mix} help={words.mixHelp} columns={words.mixColumns} rows={rows}>
        {open !== null && <Button size="compact-xs" variant="default"
          aria-label={words.openNamed(words.run.mix)}
          onClick={() => {
            open(words.mix, groups.map(({ path }, at) => [path, best.racks[at] ?? null]));
          }}>{words.open}</Button>}
      </FactTable>
      {binding.length > 0 && <FactTable title={words.binds} columns={words.bindColumns}
        rows={binding.map(({ path, text, perUnit }) =>
          ({ key: path, cells: [text, print(perUnit, figure.unit)] }))} />}
    </>
  );
}

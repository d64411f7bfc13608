import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { targetPicture } from '../../charts/pictures/search.ts';
import { useLook } from '../../charts/use-look.ts';
import { FactTable, type FactRow } from '../../components/FactTable.tsx';
import { usePrinter } from '../../state/use-print.ts';
import { searchText as words } from '../../text/search.ts';
import { AmountBox } from './AmountBox.tsx';
import { usualEnds, type FigureChoice, type Variable } from './inputs.ts';
import { FigurePicker, VariablePicker } from './pickers.tsx';
import type { AnswerOf } from './search-task.ts';
import { SearchBar } from './SearchBar.tsx';
import { usualPath } from './SweepPart.tsx';
import type { Sentence } from './sentence.ts';
import type { OpenScenario } from './use-open-scenario.ts';
import { useSearch } from './use-search.ts';

interface Props {
  readonly variables: readonly Variable[];
  readonly figures: readonly FigureChoice[];
  readonly open: OpenScenario | null;
  /** What a sentence asked, which is answered at once. */
  readonly asked: Sentence | null;
}

const nowhere = { from: 0, to: 1 };

/** Ends of the search: those of a sentence, or the usual ones. */
function endsOf(variable: Variable | undefined, asked: Sentence | null) {
  const usual = variable === undefined ? nowhere : usualEnds(variable);
  const [said] = asked?.vary ?? [];
  return { from: said?.from ?? usual.from, to: said?.to ?? usual.to };
}

/** Which value of an input gives a figure the value it is to have, or why none does. */
export function SeekPart({ variables, figures, open, asked }: Props) {
  const search = useSearch('seek');
  const [figure, setFigure] = useState(asked?.figure?.key ?? 'headline.npvUsd');
  const [target, setTarget] = useState(asked?.target ?? 0);
  const [path, setPath] = useState(() =>
    asked?.vary[0]?.variable.path ?? usualPath(variables));
  const variable = variables.find((each) => each.path === path);
  const [ends, setEnds] = useState(() => endsOf(variable, asked));
  const unit = figures.find(({ key }) => key === figure)?.unit ?? 'ratio';
  const problem = ends.from <= ends.to ? null : words.order(words.from);
  const run = (): void => {
    search.ask({ kind: 'seek', figure, target, path, lower: ends.from, upper: ends.to });
  };
  const first = useRef(asked === null ? null : run);
  useEffect(() => { first.current?.(); }, []);
  return (
    <div className="search-bench">
      <div className="search-view">
        {search.answer === null ? <p className="search-none">{words.askSeek}</p>
          : <Found answer={search.answer} open={open} />}
      </div>
      <div className="search-side">
        <FigurePicker figures={figures} value={figure} onChange={setFigure} />
        <AmountBox key={figure} label={words.target} unit={unit} value={target}
          onChange={setTarget} />
        <VariablePicker label={words.input} variables={variables} value={path}
          onChange={(next) => {
            const chosen = variables.find((each) => each.path === next);
            setPath(next);
            if (chosen !== undefined) setEnds(usualEnds(chosen));
          }} />
        {variable !== undefined && <div className="search-ends">
          {(['from', 'to'] as const).map((end) => (
            <AmountBox key={`${path} ${end}`} label={words[end]} unit={variable.unit}
              min={variable.field.min} max={variable.field.max} value={ends[end]}
              onChange={(value) => { setEnds((before) => ({ ...before, [end]: value })); }} />
          ))}
        </div>}
        <SearchBar kind="seek" search={search} problem={problem} run={run} />
      </div>
    </div>
  );
}

interface FoundProps {
  readonly answer: AnswerOf<'seek'>;
  readonly open: OpenScenario | null;
}

function Found({ answer: { found, curve }, open }: FoundProps) {
  const look = useLook();
  const print = usePrinter();
  const { vary, figure, target, roots, nearest, reason } = found;
  const picture = useMemo(() => targetPicture({ figure, input: vary, target, points: curve }, look),
    [figure, vary, target, curve, look]);
  const values = roots.length > 0 ? roots : nearest === null ? [] : [nearest.value];
  const what = roots.length > 0 ? words.rootOf(vary.label) : words.nearestOf(vary.label);
  const rows = values.map((value): FactRow => {
    const said = print(value, vary.unit);
    return { key: String(value), cells: [what, said, open === null ? '' : (
      <Button key="open" size="compact-xs" variant="default"
        aria-label={words.openNamed(`${vary.label} ${said}`)}
        onClick={() => { open(`${vary.label} ${said}`, [[vary.path, value]]); }}>
        {words.open}
      </Button>
    )] };
  });
  return (
    <>
      <ChartFigure picture={picture} />
      <p className="search-answer" role="status">{reason}</p>
      {rows.length > 0 && <FactTable title={words.answer} columns={[...words.columns, words.itsPlan]}
        rows={rows} />}
    </>
  );
}

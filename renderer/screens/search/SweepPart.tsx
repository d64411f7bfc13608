import { Button, Select } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { SweepCell } from '../../../shared/search/plans/sweep.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { FactTable } from '../../components/FactTable.tsx';
import { useLook } from '../../charts/use-look.ts';
import { Diagram } from '../../diagrams/Diagram.tsx';
import { drawMatrix } from '../../diagrams/matrix.ts';
import { usePrint } from '../../state/use-print.ts';
import { searchText as words } from '../../text/search.ts';
import { AmountBox } from './AmountBox.tsx';
import { axisValue, cellNumber, gridMatrix } from './grid-matrix.ts';
import { usualEnds, valuesOf, type FigureChoice, type Variable } from './inputs.ts';
import { FigurePicker, VariablePicker } from './pickers.tsx';
import type { AnswerOf, AskedAxis } from './search-task.ts';
import { SearchBar } from './SearchBar.tsx';
import type { SaidRange, Sentence } from './sentence.ts';
import type { OpenScenario } from './use-open-scenario.ts';
import { useSearch } from './use-search.ts';

const counts = [5, 7, 9, 11, 15, 21, 31];
const usualCount = 9;

interface Range {
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

interface Props {
  readonly variables: readonly Variable[];
  readonly figures: readonly FigureChoice[];
  readonly open: OpenScenario | null;
  /** What a sentence asked; the usual question without one. */
  readonly asked: Sentence | null;
}

const usualPaths = ['demand.utilisation', 'site.electricityUsdPerKwh', 'finance.discountRate'];

/** The first of the usual inputs that a plan has, then any. */
export const usualPath = (variables: readonly Variable[], beside?: string): string =>
  [...usualPaths, ...variables.map(({ path }) => path)].find((path) =>
    path !== beside && variables.some((each) => each.path === path)) ?? '';

function rangeOf(variables: readonly Variable[], path: string, count: number): Range {
  const variable = variables.find((each) => each.path === path);
  return { path, count,
    ...(variable === undefined ? { from: 0, to: 1 } : usualEnds(variable)) };
}

/** The range a sentence says, or that of a usual input. */
function saidRange(
  variables: readonly Variable[], said: SaidRange | undefined, beside?: string,
): Range {
  const range = rangeOf(variables, said?.variable.path ?? usualPath(variables, beside), usualCount);
  return { ...range, from: said?.from ?? range.from, to: said?.to ?? range.to };
}

/** Two inputs, every combination a plan: shades, the line of break-even, any cell a scenario. */
export function SweepPart({ variables, figures, open, asked }: Props) {
  const search = useSearch('sweep');
  const [figure, setFigure] = useState(asked?.figure?.key ?? 'headline.npvUsd');
  const [across, setAcross] = useState(() => saidRange(variables, asked?.vary[0]));
  const [down, setDown] = useState(() => saidRange(variables, asked?.vary[1], across.path));
  const problem = across.path === down.path ? words.sameInput
    : across.from < across.to && down.from < down.to ? null
      : words.order(across.from < across.to ? words.down : words.across);
  const run = (): void => {
    const axes = [across, down].flatMap((range) => axisOf(variables, range));
    if (axes.length === 2) search.ask({ kind: 'sweep', axes, figure });
  };
  // The usual question is answered at once; any other waits to be asked.
  const first = useRef(run);
  useEffect(() => { first.current(); }, []);
  return (
    <div className="search-bench">
      <div className="search-view">
        {search.answer === null ? <p className="search-none">{words.askGrid}</p>
          : <Grid answer={search.answer} open={search.phase === 'done' ? open : null} />}
      </div>
      <div className="search-side">
        <FigurePicker figures={figures} value={figure} onChange={setFigure} />
        <RangePicker label={words.across} {...{ variables }} range={across} onChange={setAcross} />
        <RangePicker label={words.down} {...{ variables }} range={down} onChange={setDown} />
        <SearchBar kind="sweep" search={search} problem={problem} run={run} />
      </div>
    </div>
  );
}

function axisOf(variables: readonly Variable[], range: Range): readonly AskedAxis[] {
  const variable = variables.find(({ path }) => path === range.path);
  return variable === undefined ? [] : [{ path: variable.path, label: variable.label,
    unit: variable.unit,
    values: valuesOf(variable.field, range.from, range.to, range.count) }];
}

interface RangeProps {
  readonly label: string;
  readonly variables: readonly Variable[];
  readonly range: Range;
  readonly onChange: (range: Range) => void;
}

function RangePicker({ label, variables, range, onChange }: RangeProps) {
  const variable = variables.find(({ path }) => path === range.path);
  if (variable === undefined) return null;
  const { field: { min, max }, unit } = variable;
  return (
    <fieldset className="search-range">
      <legend className="unseen">{label}</legend>
      <VariablePicker label={label} variables={variables} value={range.path}
        onChange={(path) => { onChange(rangeOf(variables, path, range.count)); }} />
      <div className="search-ends">
        <AmountBox key={`${range.path} from`} label={words.from} {...{ unit, min, max }}
          value={range.from} onChange={(from) => { onChange({ ...range, from }); }} />
        <AmountBox key={`${range.path} to`} label={words.to} {...{ unit, min, max }}
          value={range.to} onChange={(to) => { onChange({ ...range, to }); }} />
        <Select size="xs" label={words.values} allowDeselect={false} value={String(range.count)}
          data={counts.map(String)}
          onChange={(count) => { if (count !== null) onChange({ ...range, count: Number(count) }); }} />
      </div>
    </fieldset>
  );
}

interface GridProps {
  readonly answer: AnswerOf<'sweep'>;
  readonly open: OpenScenario | null;
}

function Grid({ answer, open }: GridProps) {
  const { palette } = useLook();
  const print = usePrint();
  const [selected, select] = useState<string | null>(null);
  const matrix = useMemo(() => gridMatrix(answer, print), [answer, print]);
  const drawing = useMemo(() => (matrix === null ? null : drawMatrix(matrix, palette)),
    [matrix, palette]);
  if (matrix === null || drawing === null) return null;
  const [across, down] = answer.axes;
  const values = answer.cells.flatMap(({ figures: [value] }) => value ?? []);
  const { label, unit } = answer.figure;
  const said = values.length === 0 ? '' : words.summary(label,
    formatQuantity(Math.min(...values), unit, print),
    formatQuantity(Math.max(...values), unit, print));
  const cell = selected === null ? undefined : cellAt(answer, selected);
  return (
    <>
      <Diagram title={words.grid(label)} summary={`${said} ${words.gridHelp}`}
        drawing={drawing} heightPx={Math.min(460, drawing.height + 20)} selected={selected}
        onSelect={select}
        legend={<p className="search-legend">
          {`${words.across}: ${across?.label ?? ''}. ${words.down}: ${down?.label ?? ''}. `}
          {matrix.parted === true ? words.contour(label) : ''}
        </p>} />
      <CellPlan {...{ answer, cell, open }} />
      <AllPlans answer={answer} />
    </>
  );
}

/** The cell a drawn item stands for; rows of the drawing run from the top down. */
function cellAt({ axes: [, down], cells }: AnswerOf<'sweep'>, id: string): SweepCell | undefined {
  const [row = 0, column = 0] = id.split('-').map(Number);
  const rows = down?.values.length ?? 0;
  const run = cellNumber(rows, rows - 1 - row, column);
  return cells.find((each) => each.run === run);
}

/** The whole grid as a table to take along; made when it is opened. */
function AllPlans({ answer: { axes, figure, cells } }: Pick<GridProps, 'answer'>) {
  const print = usePrint();
  const [shown, show] = useState(false);
  return (
    <details className="search-all" onToggle={({ currentTarget }) => { show(currentTarget.open); }}>
      <summary>{words.table}</summary>
      {shown && <FactTable title={words.table}
        columns={[...axes.map(({ label }) => label), figure.label, words.built, words.cause]}
        words={[axes.length + 1, axes.length + 2]}
        rows={cells.map(({ run, values, figures: [value = null], feasible, cause }) => ({
          key: String(run),
          cells: [...axes.map((axis, at) => axisValue(axis, Number(values[at]), print)),
            formatQuantity(value, figure.unit, print), feasible ? words.yes : words.no,
            cause ?? ''],
        }))} />}
    </details>
  );
}

interface CellProps {
  readonly answer: AnswerOf<'sweep'>;
  readonly cell: SweepCell | undefined;
  readonly open: OpenScenario | null;
}

/** What the selected cell says, and the way to its plan. */
function CellPlan({ answer: { axes, figure }, cell, open }: CellProps) {
  const print = usePrint();
  if (cell === undefined) return <p className="search-none">{words.noCell}</p>;
  const parts = axes.map((axis, at) => {
    const value = cell.values[at];
    return { axis, value: typeof value === 'number' ? axisValue(axis, value, print) : '' };
  });
  const name = words.named(parts.map(({ axis, value }) => `${axis.label} ${value}`));
  const value = cell.figures[0] ?? null;
  return (
    <FactTable title={words.cell} columns={words.columns}
      rows={[
        ...parts.map(({ axis, value: said }) => ({ key: axis.path, cells: [axis.label, said] })),
        { key: figure.key, strong: true, cells: [figure.label, value === null
          ? cell.cause ?? words.noFigure : formatQuantity(value, figure.unit, print)] },
      ]}>
      {open !== null && <Button size="compact-xs" variant="default"
        aria-label={words.openNamed(name)}
        onClick={() => {
          open(name, axes.flatMap(({ path }, at) => {
            const each = cell.values[at];
            return each === undefined ? [] : [[path, each] as const];
          }));
        }}>{words.open}</Button>}
    </FactTable>
  );
}

import { Button, Switch } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { UncertainInput } from '../../../shared/uncertainty/assumptions/types.ts';
import { quantileOf } from '../../../shared/uncertainty/distributions/quantile.ts';
import { FactTable } from '../../components/FactTable.tsx';
import { usePrinter } from '../../state/use-print.ts';
import { riskText as words } from '../../text/risk.ts';
import type { DrawnFigure, RiskView } from './risk-task.ts';

/** Inputs shown before all are asked for. */
const strongest = 10;

interface Props {
  readonly view: RiskView | null;
  readonly figure: DrawnFigure;
  readonly done: boolean;
  readonly turn: (id: string) => void;
}

/** An input with how the figure goes with it; null before the run is complete. */
interface Line {
  readonly input: UncertainInput;
  readonly correlation: number | null;
}

/** Inputs by how strongly the figure goes with them; those switched off last. */
function linesOf(view: RiskView, figure: DrawnFigure): readonly Line[] {
  const found = new Map(view.drivers[figure]?.map(({ id, rankCorrelation }) =>
    [id, rankCorrelation]));
  const lines = view.inputs.map((input): Line =>
    ({ input, correlation: found.get(input.id) ?? null }));
  const size = ({ correlation }: Line): number =>
    (correlation === null ? -1 : Math.abs(correlation));
  return lines.toSorted((a, b) =>
    Number(b.input.on) - Number(a.input.on) || size(b) - size(a));
}

/** A bar from the middle to the right where the figure rises with the input, else left. */
function Bar({ value }: { readonly value: number }) {
  return (
    <svg className="risk-driver-bar" viewBox="-50 0 100 10" aria-hidden="true"
      preserveAspectRatio="none">
      <line x1="0" x2="0" y1="0" y2="10" />
      <rect x={Math.min(0, value * 50)} width={Math.abs(value) * 50} y="2" height="6"
        data-down={value < 0 || undefined} />
    </svg>
  );
}

/** What the spread of a figure comes from, with a switch for each input. */
export function Drivers({ view, figure, done, turn }: Props) {
  const print = usePrinter();
  const [all, setAll] = useState(false);
  const lines = useMemo(() => (view === null ? [] : linesOf(view, figure)), [view, figure]);
  if (view === null) return null;
  const { driverColumns: c } = words;
  const shown = all ? lines : lines.slice(0, strongest);
  const on = lines.filter(({ input }) => input.on).length;
  return (
    <FactTable title={words.drivers} help={words.driversHelp} words={[0, 1, 5]}
      columns={[c.on, c.input, c.low, c.plan, c.high, c.basis, c.moves]}
      rows={shown.map(({ input, correlation }) => {
        const quantile = quantileOf(input.distribution);
        return { key: input.id, cells: [
          <Switch key="on" size="xs" checked={input.on} aria-label={words.use(input.label)}
            onChange={() => { turn(input.id); }} />,
          input.label, print(quantile(0.1), input.unit), print(input.base, input.unit),
          print(quantile(0.9), input.unit),
          <span key="basis" title={input.source}>{words.basis[input.basis]}</span>,
          correlation === null || !done ? '' : (
            <span key="moves" className="risk-driver">
              <Bar value={correlation} />
              <span className="risk-driver-value">
                {correlation.toFixed(2).replace('-', '−')}
              </span>
            </span>),
        ] };
      })}>
      <span className="risk-count">{words.inputs(on, lines.length)}</span>
      {lines.length > strongest && (
        <Button size="compact-xs" variant="subtle" aria-expanded={all}
          onClick={() => { setAll((before) => !before); }}>{all ? words.fewer : words.all}</Button>)}
    </FactTable>
  );
}

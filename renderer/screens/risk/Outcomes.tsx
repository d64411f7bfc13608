import { Button } from '@mantine/core';
import { FactTable } from '../../components/FactTable.tsx';
import { usePrinter } from '../../state/use-print.ts';
import { riskText as words } from '../../text/risk.ts';
import { outcomes, type DrawnFigure, type Outcome, type RiskView } from './risk-task.ts';
import { unitOfDrawn } from './units.ts';

interface Props {
  readonly view: RiskView | null;
  readonly figure: DrawnFigure;
  /** Whether an outcome can be made a scenario: the run is complete, the project open. */
  readonly canOpen: boolean;
  readonly open: (outcome: Outcome) => void;
}

/** Percentiles of a figure, each a way into the plan behind it. */
export function Outcomes({ view, figure, canOpen, open }: Props) {
  const print = usePrinter();
  const summary = view?.summary.figures[figure];
  if (summary === undefined) return null;
  const unit = unitOfDrawn[figure];
  const valueOf = (outcome: Outcome): string =>
    (outcome === 'worst' ? ''
      : summary[outcome] === null && summary.beyond !== undefined ? words.never
        : print(summary[outcome], unit));
  return (
    <FactTable title={words.percentiles} help={words.percentileHelp}
      columns={words.outcomeColumns}
      rows={[
        ...outcomes.map((outcome) => ({ key: outcome, cells: [
          words.outcome[outcome], valueOf(outcome),
          <Button key={outcome} size="compact-xs" variant="subtle" 
            disabled={!canOpen || (outcome !== 'worst' && summary[outcome] === null)}
            aria-label={words.openNamed(words.outcome[outcome])}
            onClick={() => { open(outcome); }}>{words.open}</Button>,
        ] })),
        { key: 'mean', cells: [words.mean, print(summary.mean, unit), ''] },
        { key: 'tail', cells: [words.shortfall, print(summary.cvar5.lower, unit), ''] },
      ]} />
  );
}

import type { ReactNode } from 'react';
import type { ChartId } from '../../shared/report/types.ts';
import { ChartSlot } from './ChartSlot.tsx';
import './split.css';

interface Props {
  readonly charts: readonly ChartId[];
  readonly children: ReactNode;
  /** Results that stand above the charts. */
  readonly facts?: ReactNode;
}

/** Inputs and the charts they move: side by side where there is room, else the inputs first. */
export function Split({ charts, children, facts }: Props) {
  return (
    <div className="split">
      <div className="split-inputs">{children}</div>
      <div className="split-charts">
        {facts}
        {charts.map((id) => (
          <ChartSlot key={id} id={id} />
        ))}
      </div>
    </div>
  );
}

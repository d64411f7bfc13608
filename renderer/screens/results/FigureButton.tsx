import { Tooltip } from '@mantine/core';
import type { Plan } from '../../../shared/plan/types.ts';
import { useActions } from '../../state/hooks.tsx';
import { explainAbsent } from '../../text/absent.ts';
import { usePrinter } from '../../state/use-print.ts';

interface Props {
  readonly plan: Plan;
  readonly figureKey: string;
}

/** A figure in a table: a press explains it in the inspector; an absent one says why on hover. */
export function FigureButton({ plan, figureKey }: Props) {
  const { select } = useActions();
  const print = usePrinter();
  const figure = plan.figures[figureKey];
  if (figure === undefined) return <>{print(null, 'ratio')}</>;
  const button = (
    <button type="button" className="plain-button" onClick={() => { select({ kind: 'figure', key: figureKey }); }}>
      {print(figure.value, figure.unit)}
    </button>
  );
  return figure.absent === undefined ? button : <Tooltip label={explainAbsent(figure.absent)}>{button}</Tooltip>;
}

import { Tooltip } from '@mantine/core';
import type { Plan } from '../../../shared/plan/types.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { useActions } from '../../state/hooks.tsx';
import { explainAbsent } from '../../text/absent.ts';

interface Props {
  readonly plan: Plan;
  readonly figureKey: string;
}

/** A figure in a table: a press explains it in the inspector; an absent one says why on hover. */
export function FigureButton({ plan, figureKey }: Props) {
  const { select } = useActions();
  const figure = plan.figures[figureKey];
  if (figure === undefined) return <>{formatQuantity(null, 'ratio')}</>;
  const button = (
    <button type="button" className="plain-button" onClick={() => { select({ kind: 'figure', key: figureKey }); }}>
      {formatQuantity(figure.value, figure.unit)}
    </button>
  );
  return figure.absent === undefined ? button : <Tooltip label={explainAbsent(figure.absent)}>{button}</Tooltip>;
}

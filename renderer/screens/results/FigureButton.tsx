import { Tooltip } from '@mantine/core';
import type { Plan } from '../../../shared/plan/types.ts';
import { assumedInputs } from '../../state/behind.ts';
import { splitQuantity } from '../../state/headline.ts';
import { useActions } from '../../state/hooks.tsx';
import { explainAbsent } from '../../text/absent.ts';
import { describeAssumed } from '../../text/rests.ts';
import { usePrinter } from '../../state/use-print.ts';

interface Props {
  readonly plan: Plan;
  readonly figureKey: string;
  /** The heading of its column or the title of its table says the unit. */
  readonly bare?: boolean;
}

/**
 * A figure in a table: a press explains it in the inspector; an absent one says why on
 * hover.
 */
export function FigureButton({ plan, figureKey, bare = false }: Props) {
  const { select } = useActions();
  const print = usePrinter();
  const figure = plan.figures[figureKey];
  if (figure === undefined) return <>{print(null, 'ratio')}</>;
  const printed = print(figure.value, figure.unit);
  const button = (
    <button type="button" className="plain-button"
      onClick={() => { select({ kind: 'figure', key: figureKey }); }}>
        {bare ? splitQuantity(printed)[0] : printed}
      </button>
  );
  const why = figure.absent === undefined
    ? describeAssumed(assumedInputs(plan, figureKey))
    : explainAbsent(figure.absent);
  return why === '' ? button : <Tooltip label={why} multiline maw={360}>{button}</Tooltip>;
}

import { useMemo } from 'react';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { sharesPicture, type NamedEffects } from '../../charts/pictures/evidence.ts';
import { useLook } from '../../charts/use-look.ts';
import { assumptionsText as words } from '../../text/assumptions.ts';
import { figuresAsked, unitOfFigure, type SensitivityAnswer } from './sensitivity-task.ts';
import { Working } from './Working.tsx';
import type { Sensitivity } from './use-sensitivity.ts';

/** The figures that have an answer, by name. */
const named = (answer: SensitivityAnswer | null): readonly NamedEffects[] =>
  figuresAsked.flatMap((figure, at): readonly NamedEffects[] => {
    const effects = answer?.effects[at] ?? null;
    return effects === null ? []
      : [{ name: words.shareOf[figure], unit: unitOfFigure[figure], effects }];
  });

/**
 * What NPV and unit cost owe to each class of evidence; how far the answer is while it is
 * worked out.
 */
export function SharesChart({ sensitivity }: { readonly sensitivity: Sensitivity }) {
  const look = useLook();
  const { answer, phase } = sensitivity;
  const picture = useMemo(() => sharesPicture(named(answer), look), [answer, look]);
  return (
    <div>
      {answer === null && phase === 'busy' ? <div className="foundation-room" /> : <ChartFigure
        picture={picture} />}
      <Working sensitivity={sensitivity} />
    </div>
  );
}

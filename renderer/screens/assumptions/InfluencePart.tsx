import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { topInputs } from '../../../shared/uncertainty/ranking.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { rankingPicture } from '../../charts/pictures/evidence.ts';
import { useLook } from '../../charts/use-look.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { assumptionsText as words } from '../../text/assumptions.ts';
import { figuresAsked, unitOfFigure } from './sensitivity-task.ts';
import type { Sensitivity } from './use-sensitivity.ts';

/** Inputs listed by influence. */
const mostListed = 20;

/** Which single inputs move the answer most. */
export function InfluencePart(
  { plan, sensitivity: { answer } }: { readonly plan: Plan; readonly sensitivity: Sensitivity },
) {
  const look = useLook();
  const [at, setAt] = useState(0);
  const figure = figuresAsked[at] ?? figuresAsked[0];
  const known = plan.figures[figure];
  const picture = useMemo(
    () => rankingPicture(topInputs(answer?.ranked ?? [], at, mostListed),
      { name: words.shareOf[figure], unit: unitOfFigure[figure], base: known?.value ?? 0, at },
      look),
    [answer, at, figure, known, look]);
  return (
    <div className="influence">
      <SegmentedControl size="xs" aria-label={words.effectOn} value={String(at)}
        onChange={(next) => { setAt(Number(next)); }}
        data={figuresAsked.map(
          (each, position) => ({ value: String(position), label: words.shareOf[each] }),
        )} />
      <p className="foundation-help">{words.rankHelp}</p>
      <ChartFigure picture={picture} />
    </div>
  );
}

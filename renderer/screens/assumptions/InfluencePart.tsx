import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import {
  losingInputs, topInputs, type RankedInput,
} from '../../../shared/uncertainty/ranking.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import type { Picture } from '../../charts/picture.ts';
import { rankingPicture } from '../../charts/pictures/evidence.ts';
import { useLook } from '../../charts/use-look.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { assumptionsText as words } from '../../text/assumptions.ts';
import { figuresAsked, unitOfFigure } from './sensitivity-task.ts';
import type { Sensitivity } from './use-sensitivity.ts';

/** Inputs listed by influence. */
const mostListed = 20;

/** What is chosen is no doubt: its effect is a way to act. */
const isChoice = ({ input }: RankedInput): boolean => input.evidence === 'user';

/** Which single inputs move the answer most: doubts first, choices apart from them. */
export function InfluencePart({ plan, sensitivity }: {
  readonly plan: Plan; readonly sensitivity: Sensitivity
}) {
  const [at, setAt] = useState(0);
  return (
    <div className="influence">
      <SegmentedControl size="xs" aria-label={words.effectOn} value={String(at)}
        onChange={(next) => { setAt(Number(next)); }}
        data={figuresAsked.map(
          (each, position) => ({ value: String(position), label: words.shareOf[each] }),
        )} />
      <p className="foundation-help">{words.rankHelp}</p>
      {sensitivity.answer === null && sensitivity.failed === null
        ? <p className="foundation-empty" role="status">{words.rankBusy}</p>
        : <Rankings plan={plan} ranked={sensitivity.answer?.ranked ?? []} at={at} />}
    </div>
  );
}

function Rankings({ plan, ranked, at }: {
  readonly plan: Plan; readonly ranked: readonly RankedInput[]; readonly at: number
}) {
  const look = useLook();
  const figure = figuresAsked[at] ?? figuresAsked[0];
  const base = plan.figures[figure]?.value ?? null;
  const losing = losingInputs(ranked, at);
  const [doubts, choices] = useMemo(() => {
    const draw = (title: typeof words.rankTitle, inputs: readonly RankedInput[]): Picture =>
      rankingPicture(topInputs(inputs, at, mostListed), { title,
        name: words.shareOf[figure], unit: unitOfFigure[figure], base, at }, look);
    return [draw(words.rankTitle, ranked.filter((each) => !isChoice(each))),
      draw(words.choiceTitle, ranked.filter(isChoice))];
  }, [ranked, at, figure, base, look]);
  return (
    <>
      <ChartFigure picture={doubts} />
      <ChartFigure picture={choices} />
      {losing.length > 0 && (
        <p className="foundation-help">
          {words.losing(words.shareOf[figure],
            losing.map(({ input, ends }) => words.losingInput(input.label, ends)).join('; '))}
        </p>
      )}
    </>
  );
}

import { SegmentedControl } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { printOf } from '../../../shared/project/print.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { headlineNames, printFigure } from '../../../shared/report/figures.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { setPicture, type SetBar } from '../../charts/pictures/set.ts';
import { useLook } from '../../charts/use-look.ts';
import { rangesInSteps } from '../../state/answer.ts';
import { choose, setFigures, useChoice, type SetFigureKey } from '../../state/compare-choice.ts';
import { useScenarioId } from '../../state/hooks.tsx';
import type { PlanOutcome } from '../../state/plan.ts';
import type { ScenarioInfo } from '../../state/scenarios.ts';
import { useSteps } from '../../state/use-steps.ts';
import { compareText as words } from '../../text/compare.ts';
import { explainPlan } from '../../text/plan-problems.ts';

/** A scenario shown, with its plan. */
export interface Shown extends Pick<ScenarioInfo, 'id' | 'name'> {
  readonly plan: PlanOutcome | undefined;
}

interface Props {
  readonly document: ProjectDocument;
  readonly shown: readonly Shown[];
}

/** One figure of all scenarios shown as bars on one scale. */
export function SetPart({ document, shown }: Props) {
  const look = useLook();
  const scenarioId = useScenarioId();
  const { figure } = useChoice();
  const listed = shown.map(({ id }) => id).join('\n');
  const { value: ranges } = useSteps(useCallback(
    () => rangesInSteps(document, listed.split('\n'), figure), [document, listed, figure]));
  const picture = useMemo(() => {
    const bars = shown.map((each): SetBar => ({ ...barOf(each, figure),
      range: ranges?.get(`${figure} ${each.id}`) ?? null, shown: each.id === scenarioId }));
    const unit = shown.flatMap(({ plan }) => (plan?.ok === true
      ? plan.value.figures[`headline.${figure}`]?.unit ?? [] : []))[0] ?? 'count';
    return setPicture(bars, { label: headlineNames[figure].label, unit }, look);
  }, [shown, figure, ranges, scenarioId, look]);
  return (
    <section className="compare-set" aria-label={words.set}>
      <SegmentedControl size="xs" aria-label={words.setFigure} value={figure}
        data={setFigures.map((key) => ({ value: key, label: words.setFigures[key] }))}
        onChange={(next) => {
          choose({ figure: setFigures.find((key) => key === next) ?? 'npvUsd' });
        }} />
      <ChartFigure picture={picture} mark={<span className="compare-note">{words.setHelp}</span>} />
    </section>
  );
}

function barOf({ name, plan }: Shown, figure: SetFigureKey): Pick<SetBar, 'name' | 'value' | 'why'> {
  if (plan === undefined) return { name, value: null, why: '' };
  if (!plan.ok) return { name, value: null, why: explainPlan(plan.error).title };
  const key = `headline.${figure}`;
  const { value, why } = printFigure(key, '', plan.value.figures[key],
    printOf(plan.value.inputs.project.values));
  return { name, value, why };
}

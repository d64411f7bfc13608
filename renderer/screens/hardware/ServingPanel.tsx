import { useMemo } from 'react';
import type { FrontierPoint } from '../../../shared/inference/types.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { applyChanges } from '../../../shared/project/record.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { pictureOf } from '../../charts/plan-pictures.ts';
import type { Pick } from '../../charts/stage.ts';
import { useLook } from '../../charts/use-look.ts';
import { setField, type Edit } from '../../state/edits.ts';
import { useActions, useDocument, useScenarioId } from '../../state/hooks.tsx';
import { joinChanges } from '../../state/rebase.ts';
import { PointDetails } from './PointDetails.tsx';
import { pickedPoint, pointEdits } from './picked-point.ts';
import { hardwareText } from './text.ts';

interface Props {
  readonly plan: Plan;
  readonly groupKey: string;
}

/** Frontier of a rack group with its chosen point, and what fills memory and time there. */
export function ServingPanel({ plan, groupKey }: Props) {
  const look = useLook();
  const hold = useHoldPoint(groupKey);
  const pictures = useMemo(
    () => ({
      frontier: pictureOf('frontier', plan, look, groupKey),
      memory: pictureOf('memory', plan, look, groupKey),
      step: pictureOf('step-time', plan, look, groupKey),
    }),
    [plan, look, groupKey],
  );
  const serving = plan.stages.servings.find(({ record }) => record.key === groupKey);
  if (serving === undefined) return null;
  const pick = (mark: Pick): void => {
    const point = pickedPoint(serving, mark);
    if (point !== null) hold(point);
  };
  return (
    <div className="serving">
      <ChartFigure picture={pictures.frontier} onPick={pick} />
      <p className="serving-hint">{hardwareText.hint}</p>
      {!serving.chosen.ok && (
        <p className="serving-refused" role="status">
          {hardwareText.refused(serving.chosen.error)}
        </p>
      )}
      <div className="serving-point">
        <ChartFigure picture={pictures.memory} />
        <ChartFigure picture={pictures.step} />
      </div>
      {serving.chosen.ok && (
        <PointDetails
          point={serving.chosen.value}
          held={serving.request.fixed !== undefined}
          onRelease={() => {
            hold(null);
          }}
        />
      )}
    </div>
  );
}

/** Holds the group to a configuration, or lets the frontier choose again; one step to undo either way. */
function useHoldPoint(groupKey: string): (point: FrontierPoint | null) => void {
  const { edit } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  return (point) => {
    let edits: Edit = [];
    let next = document;
    for (const [field, value] of pointEdits(point)) {
      const change = setField(next, scenarioId, { kind: 'rackGroup', key: groupKey, field }, value);
      next = applyChanges(next, change);
      edits = joinChanges(edits, change);
    }
    edit(point === null ? hardwareText.released : hardwareText.held, edits);
  };
}

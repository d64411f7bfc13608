import { useMemo } from 'react';
import { batchCost } from '../../../shared/plan/figures/batch-cost.ts';
import type { GroupServing } from '../../../shared/plan/serving/serving.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { batchCostPicture } from '../../charts/pictures/batch-cost.ts';
import { pictureOf } from '../../charts/plan-pictures.ts';
import {
  curveOrder, frontierPicture, type FrontierCurve,
} from '../../charts/pictures/serving.ts';
import { AssumedLink } from '../../components/FigureMark.tsx';
import { freePoints, frontierOf } from '../../charts/stage-data.ts';
import type { Drag, Pick } from '../../charts/stage.ts';
import { useLook } from '../../charts/use-look.ts';
import { nearestPoint, pickedPoint, pointIndex } from './picked-point.ts';
import { PointDetails } from './PointDetails.tsx';
import { PointSlider } from './PointSlider.tsx';
import { hardwareText } from './text.ts';
import { useHoldPoint } from './use-hold-point.ts';

interface Props {
  readonly plan: Plan;
  readonly serving: GroupServing;
  /** Frontiers of other systems, laid over the group's own. */
  readonly rivals: readonly FrontierCurve[];
}

/** Frontier of a rack group with its chosen point, and what fills memory and time there. */
export function ServingPanel({ plan, serving, rivals }: Props) {
  const groupKey = serving.record.key;
  const look = useLook();
  const { begin, hold } = useHoldPoint(groupKey);
  const points = useMemo(() => curveOrder(freePoints(serving)), [serving]);
  const frontier = useMemo(() => {
    const own = frontierOf(plan.stages, groupKey);
    return frontierPicture({ ...own, curves: [...own.curves, ...rivals] }, look);
  }, [plan, groupKey, rivals, look]);
  const memory = useMemo(() => pictureOf('memory', plan, look, groupKey),
    [plan, look, groupKey]);
  const step = useMemo(() => pictureOf('step-time', plan, look, groupKey),
    [plan, look, groupKey]);
  const batch = useMemo(() => batchCost(plan.stages, serving,
    plan.figures['headline.costPerAcceleratorHourUsd']), [plan, serving]);
  const chosen = serving.chosen.ok ? serving.chosen.value : null;
  const pick = (mark: Pick): void => {
    const point = pickedPoint(serving, mark);
    if (point === null) return;
    begin();
    hold(point);
  };
  const drag = ({ x, y, phase }: Drag): void => {
    if (phase === 'start') {
      begin();
      return;
    }
    const point = nearestPoint(points, x, y);
    if (point !== null) hold(point);
  };
  return (
    <>
      <ChartFigure picture={frontier} onPick={pick} onDrag={drag} />
      {points.length > 1 && (
        <PointSlider
          points={points}
          at={chosen === null ? -1 : pointIndex(points, chosen)}
          onBegin={begin}
          onMove={hold}
        />
      )}
      <p className="serving-hint">{hardwareText.hint}</p>
      {!serving.chosen.ok && (
        <p className="serving-refused" role="status">
          {hardwareText.refused(serving.chosen.error)}
        </p>
      )}
      <div className="serving-point">
        <ChartFigure picture={memory} />
        <ChartFigure picture={step} />
      </div>
      {chosen !== null && (
        <PointDetails
          point={chosen}
          held={serving.request.fixed !== undefined}
          onRelease={() => {
            begin();
            hold(null);
          }}
        />
      )}
      <ChartFigure picture={batchCostPicture(batch, look)}
        mark={<AssumedLink figureKey="headline.costPerAcceleratorHourUsd" />} />
      <p className="serving-hint">
        {batch.reason === '' ? hardwareText.batchHint : hardwareText.noCost(batch.reason)}
      </p>
    </>
  );
}

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
import { AssumedLink } from '../../components/AssumedLink.tsx';
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

/** Frontier of a rack group with its chosen point, which can be moved. */
export function FrontierPart({ plan, serving, rivals }: Props) {
  const look = useLook();
  const { begin, hold } = useHoldPoint(serving.record.key);
  const points = useMemo(() => curveOrder(freePoints(serving)), [serving]);
  const frontier = useMemo(() => {
    const own = frontierOf(plan.stages, serving.record.key);
    return frontierPicture({ ...own, curves: [...own.curves, ...rivals] }, look);
  }, [plan, serving, rivals, look]);
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
    </>
  );
}

/** What the chosen point is, and what fills memory and time there. */
export function PointPart({ plan, serving }: Omit<Props, 'rivals'>) {
  const groupKey = serving.record.key;
  const look = useLook();
  const { begin, hold } = useHoldPoint(groupKey);
  const memory = useMemo(() => pictureOf('memory', plan, look, groupKey),
    [plan, look, groupKey]);
  const step = useMemo(() => pictureOf('step-time', plan, look, groupKey),
    [plan, look, groupKey]);
  const batch = useMemo(() => batchCost(plan.stages, serving,
    plan.figures['headline.costPerAcceleratorHourUsd']), [plan, serving]);
  return (
    <>
      {!serving.chosen.ok && (
        <p className="serving-refused" role="status">
          {hardwareText.refused(serving.chosen.error)}
        </p>
      )}
      <div className="serving-point">
        <ChartFigure picture={memory} />
        <ChartFigure picture={step} />
      </div>
      {serving.chosen.ok && (
        <PointDetails
          point={serving.chosen.value}
          held={serving.request.fixed !== undefined}
          onRelease={() => {
            begin();
            hold(null);
          }}
        />
      )}
      <p className="serving-hint">{hardwareText.hint}</p>
      <ChartFigure picture={batchCostPicture(batch, look)}
        mark={<AssumedLink figureKey="headline.costPerAcceleratorHourUsd" />} />
      <p className="serving-hint">
        {batch.reason === '' ? hardwareText.batchHint : hardwareText.noCost(batch.reason)}
      </p>
    </>
  );
}

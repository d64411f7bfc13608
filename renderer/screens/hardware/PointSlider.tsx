import type { FrontierPoint } from '../../../shared/inference/types.ts';
import { configurationName, originOf } from '../../../shared/report/serving.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { hardwareText } from './text.ts';

interface Props {
  /** The frontier from the slowest speed per user. */
  readonly points: readonly FrontierPoint[];
  /** Index of the point in use; -1 when it lies beside the frontier. */
  readonly at: number;
  readonly onBegin: () => void;
  readonly onMove: (point: FrontierPoint) => void;
}

/** Moves the serving point along the frontier with the arrow keys or the pointer. */
export function PointSlider({ points, at, onBegin, onMove }: Props) {
  const point = points[at];
  return (
    <div className="point-slider">
      <span aria-hidden>{hardwareText.towardsThroughput}</span>
      <input
        type="range"
        min={0}
        max={Math.max(0, points.length - 1)}
        step={1}
        value={Math.max(0, at)}
        aria-label={hardwareText.slider}
        aria-valuetext={point === undefined ? hardwareText.beside : describe(point)}
        onPointerDown={onBegin}
        onFocus={onBegin}
        onChange={({ currentTarget }) => {
          const next = points[Number(currentTarget.value)];
          if (next !== undefined) onMove(next);
        }}
      />
      <span aria-hidden>{hardwareText.towardsSpeed}</span>
    </div>
  );
}

const describe = (point: FrontierPoint): string =>
  [
    formatQuantity(point.tokPerSecPerUser, 'tok/s/user'),
    formatQuantity(point.outputTokPerSecPerAccelerator, 'tok/s/accelerator'),
    configurationName(point),
    originOf(point),
  ].join(', ');

import { Button } from '@mantine/core';
import type { FrontierPoint } from '../../../shared/inference/types.ts';
import { configurationName, originOf } from '../../../shared/report/serving.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { hardwareText } from './text.ts';

interface Props {
  readonly point: FrontierPoint;
  /** Whether somebody holds the group to this point. */
  readonly held: boolean;
  readonly onRelease: () => void;
}

/** Everything known of the chosen point, first of all how far it can be trusted. */
export function PointDetails({ point, held, onRelease }: Props) {
  return (
    <section className="point" aria-label={hardwareText.point}>
      <header>
        <h2>{hardwareText.point}</h2>
        <span className="point-origin" data-source={point.source}>
          {originOf(point)}
        </span>
        {held && (
          <Button size="compact-xs" variant="subtle" onClick={onRelease}>
            {hardwareText.release}
          </Button>
        )}
      </header>
      <dl className="numeric">
        {factsOf(point).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function factsOf(point: FrontierPoint): readonly (readonly [name: string, value: string])[] {
  return [
    [hardwareText.configuration, configurationName(point)],
    [hardwareText.framework, point.framework],
    [hardwareText.instance, formatQuantity(point.accelerators, 'count')],
    [hardwareText.speed, formatQuantity(point.tokPerSecPerUser, 'tok/s/user')],
    [hardwareText.output,
      formatQuantity(point.outputTokPerSecPerAccelerator, 'tok/s/accelerator')],
    [hardwareText.total,
      formatQuantity(point.totalTokPerSecPerAccelerator, 'tok/s/accelerator')],
    [hardwareText.tpot, formatQuantity(point.tpotMs, 'ms')],
    [
      hardwareText.ttft,
      hardwareText.ttftRange(
        formatQuantity(point.ttftMsLow, 'ms'),
        formatQuantity(point.ttftMsHigh, 'ms'),
      ),
    ],
    [hardwareText.prefill, formatQuantity(point.prefillShare, 'fraction')],
    [hardwareText.nearest, point.nearestMeasurement ?? hardwareText.none],
  ];
}

import { useMemo, useState } from 'react';
import { hourlyAt, type Hourly } from '../../../shared/plan/figures/crossover.ts';
import { explainAbsent } from '../../../shared/plan/figures/notices.ts';
import { rivalSystems, tiersOf, type Rival } from '../../../shared/plan/figures/rivals.ts';
import { answerDemand } from '../../../shared/plan/figures/deployment.ts';
import type { GroupServing } from '../../../shared/plan/serving/serving.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import type { FrontierCurve } from '../../charts/pictures/serving.ts';
import { catalog } from '../../state/catalog.ts';
import { ComparePicker } from './ComparePicker.tsx';
import { CrossoverPanel, type HourlyChoice } from './CrossoverPanel.tsx';
import { DemandPanel } from './DemandPanel.tsx';
import { OwnEntries } from './OwnEntries.tsx';
import { ServingPanel } from './ServingPanel.tsx';
import { hardwareText } from './text.ts';
import { useRivals } from './use-rivals.ts';

interface Props {
  readonly plan: Plan;
  readonly serving: GroupServing;
}

/** What a rack group serves, what other systems would, and what its demand needs. */
export function ServingPanels({ plan, serving }: Props) {
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [hourly, setHourly] = useState<HourlyChoice>('hyperscaler');
  const { answer, busy, failed } = useRivals(plan, serving);
  const rivals = useMemo(() => answer?.rivals ?? [], [answer]);
  const shown = useMemo(
    () => rivals.filter(({ systemId }) => picked.includes(systemId)),
    [rivals, picked],
  );
  const curves = useMemo(() => shown.map(curveOf), [shown]);
  const demand = useMemo(() => answerDemand(plan.stages, serving), [plan, serving]);
  return (
    <>
      <div className="serving">
        <ComparePicker
          systems={choices.filter(({ id }) => id !== serving.system.id)}
          picked={picked}
          onPick={setPicked}
        />
        {failed !== null && <p role="status">{hardwareText.compareFailed(failed)}</p>}
        {shown.flatMap(({ systemId, name, points }) =>
          points.ok
            ? []
            : [
                <p key={systemId} className="serving-hint">
                  {hardwareText.rivalRefused(name, points.error)}
                </p>,
              ],
        )}
        <ServingPanel plan={plan} serving={serving} rivals={curves} />
      </div>
      <div className="hardware-below" aria-busy={busy}>
        {answer === null ? (
          <p role="status">{hardwareText.comparing}</p>
        ) : (
          <CrossoverPanel
            rivals={rivals}
            limits={serving.request.limits}
            hourly={hourly}
            onHourly={setHourly}
          />
        )}
        {demand !== null && (
          <DemandPanel
            demand={demand}
            responses={answer?.responses ?? []}
            acceleratorKw={acceleratorKwOf(plan, serving)}
            idleShare={plan.inputs.power.values.idleShare}
            hourly={hourlyOf(plan, serving, hourly)}
          />
        )}
        <OwnEntries serving={serving} />
      </div>
    </>
  );
}

/** What an accelerator-hour of the group costs, by the choice of costs. */
function hourlyOf(plan: Plan, { accelerator }: GroupServing, choice: HourlyChoice): Hourly {
  if (choice !== 'plan') return hourlyAt(tiersOf(accelerator), choice);
  const figure = plan.figures['headline.costPerAcceleratorHourUsd'];
  const usd = figure?.value ?? null;
  if (usd !== null) return { usd };
  return { usd, reason: figure?.absent === undefined ? '' : explainAbsent(figure.absent) };
}

const choices =
  rivalSystems.map((id) => ({ id, name: shortName(catalog.systems[id]?.name ?? id) }));

/** The name without what stands in brackets. */
function shortName(name: string): string {
  return name.replace(/ \(.*\)$/, '');
}

const curveOf = ({ name, precision, framework, points }: Rival): FrontierCurve => ({
  name: hardwareText.rivalName(shortName(name), precision, framework),
  points: points.ok ? points.value : [],
  chosen: null,
});

function acceleratorKwOf({ stages }: Plan, { record }: GroupServing): number | null {
  const size = stages.racks.find(({ group }) => group.record.key === record.key)?.size;
  const kw = size?.rackKw ?? null;
  return size === undefined || kw === null ? null : kw / size.acceleratorsPerRack;
}

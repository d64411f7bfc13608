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
import { FrontierPart, PointPart } from './ServingParts.tsx';
import { Workbench, type WorkbenchProps } from '../../components/workbench/Workbench.tsx';
import { groupsAtHome } from '../../state/places.ts';
import { hardwareText } from './text.ts';
import { useRivals } from './use-rivals.ts';

interface Props {
  readonly plan: Plan;
  readonly serving: GroupServing;
}

/** What a rack group serves, what other systems would, and what its demand needs. */
export function ServingBench({ plan, serving }: Props) {
  const [picked, setPicked] = useState<readonly string[]>([]);
  const { answer, busy, failed } = useRivals(plan, serving);
  const rivals = useMemo(() => answer?.rivals ?? [], [answer]);
  const shown = useMemo(
    () => rivals.filter(({ systemId }) => picked.includes(systemId)),
    [rivals, picked],
  );
  const curves = useMemo(() => shown.map(curveOf), [shown]);
  return (
    <Workbench {...hardwareInputs} picture={
      <div className="serving">
        <ComparePicker
          systems={choices.filter(({ id }) => id !== serving.system.id)}
          picked={picked}
          onPick={setPicked}
        />
        <FrontierPart plan={plan} serving={serving} rivals={curves} />
      </div>
    }>
      {failed !== null && <p role="status">{hardwareText.compareFailed(failed)}</p>}
      {shown.flatMap(({ systemId, name, points }) => points.ok ? [] : [
        <p key={systemId} className="serving-hint">
          {hardwareText.rivalRefused(name, points.error)}
        </p>,
      ])}
      <PointPart plan={plan} serving={serving} />
      <Below plan={plan} serving={serving} answer={answer} busy={busy} />
      <OwnEntries serving={serving} />
    </Workbench>
  );
}

/** The inputs of the picked rack group; when it serves stands with the months of the plan. */
export const hardwareInputs = {
  list: 'rackGroup',
  inputs: [{ kind: 'rackGroup', groups: groupsAtHome('rackGroup') }],
  matters: ['rackGroup.system', 'rackGroup.precision', 'rackGroup.framework',
    'rackGroup.racks', 'rackGroup.powerShare'],
} as const satisfies Partial<WorkbenchProps>;

type Rivals = ReturnType<typeof useRivals>;

/** Which system is cheapest where, and the fewest accelerators for the demand. */
function Below({ plan, serving, answer, busy }: Props & Pick<Rivals, 'answer' | 'busy'>) {
  const [hourly, setHourly] = useState<HourlyChoice>('hyperscaler');
  const demand = useMemo(() => answerDemand(plan.stages, serving), [plan, serving]);
  return (
    <div className="hardware-below" aria-busy={busy}>
      {answer === null ? (
        <p role="status">{hardwareText.comparing}</p>
      ) : (
        <CrossoverPanel
          rivals={answer.rivals}
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
    </div>
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

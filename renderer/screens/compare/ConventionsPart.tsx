import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { reconcile } from '../../../shared/compare/reconcile.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { printLadder } from '../../../shared/report/ladder.ts';
import { reconcilePicture } from '../../charts/pictures/bridge.ts';
import { useLook } from '../../charts/use-look.ts';
import { FactTable } from '../../components/FactTable.tsx';
import { useActions, useScenarioId } from '../../state/hooks.tsx';
import { planOf } from '../../state/plan.ts';
import type { ScenarioInfo } from '../../state/scenarios.ts';
import { compareText as words, conventionNames, explainReconcile } from '../../text/compare.ts';
import { explainPlan } from '../../text/plan-problems.ts';

interface Props {
  readonly document: ProjectDocument;
  readonly scenarios: readonly ScenarioInfo[];
}

/**
 * The unit cost of the scenario on show, as vendor, analyst, renter and owner would state
 * it.
 */
export function ConventionsPart({ document, scenarios }: Props) {
  const scenarioId = useScenarioId();
  const { selectScenario } = useActions();
  return (
    <>
      <div className="compare-tools">
        <Select label={words.conventionsOf} value={scenarioId} allowDeselect={false}
          data={scenarios.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => { if (id !== null) selectScenario(id); }} />
        <span className="compare-note">{words.conventionsHelp}</span>
      </div>
      <Conventions document={document} scenarioId={scenarioId} />
    </>
  );
}

interface OneProps {
  readonly document: ProjectDocument;
  readonly scenarioId: string;
}

function Conventions({ document, scenarioId }: OneProps) {
  const look = useLook();
  const plan = planOf(document, scenarioId);
  const found = useMemo(() => (plan.ok ? reconcile(plan.value) : null), [plan]);
  if (!plan.ok)
    return <p className="compare-refused" role="status">{explainPlan(plan.error).title}</p>;
  if (found === null) return null;
  if (!found.ok)
    return <p className="compare-refused" role="status">{explainReconcile(found.error)}</p>;
  const steps = found.value;
  const changes = steps.map(({ change }) => change);
  const printed = printLadder({ unit: 'USD/Mtok', from: 0, changes }, look.print);
  return (
    <>
      <ChartFigure picture={reconcilePicture(steps, look)} />
      <FactTable title={words.conventionsTitle} help={words.rounded}
        columns={words.conventionsColumns} words={[0, 1, 4]}
        rows={steps.map(({ key, label, basis, convention }, i) => ({
          key, strong: convention !== null,
          cells: [label, basis, i === 0 ? '' : printed.changes[i], printed.levels[i],
            convention === null ? '' : conventionNames[convention]],
        }))} />
    </>
  );
}

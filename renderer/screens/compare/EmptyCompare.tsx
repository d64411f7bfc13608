import { Button } from '@mantine/core';
import { IconGitBranch } from '@tabler/icons-react';
import { listScenarios } from '../../../shared/project/resolve.ts';
import { useActions, useDocument, usePlanner, useScenarioId } from '../../state/hooks.tsx';
import { cutTo } from '../../state/names.ts';
import { deriveScenario } from '../../state/scenarios.ts';
import { compareText as words } from '../../text/compare.ts';
import { scenarioText } from '../../text/frame.ts';

/** How to come by a second scenario. */
export function EmptyCompare() {
  const { edit, selectScenario } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const readOnly = usePlanner(({ project }) => project?.readOnly === true);
  const name = listScenarios(document).find(({ id }) => id === scenarioId)?.name ?? scenarioId;
  const branch = (): void => {
    const { edit: changes, key } = deriveScenario(document, scenarioId,
      cutTo(scenarioText.copyOf(name)));
    edit(scenarioText.labelDerive(name), changes);
    selectScenario(key);
  };
  return (
    <section className="compare-empty" aria-labelledby="compare-empty">
      <h2 id="compare-empty">{words.branchTitle}</h2>
      <ol>{words.branchSteps.map((step) => <li key={step}>{step}</li>)}</ol>
      <Button size="xs" disabled={readOnly} onClick={branch}
        leftSection={<IconGitBranch size={14} aria-hidden />}>
        {words.branch}
      </Button>
      <p>{words.branchWhere}</p>
    </section>
  );
}

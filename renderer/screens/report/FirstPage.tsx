import { Button } from '@mantine/core';
import { useDeferredValue } from 'react';
import type { KnownInput } from '../../../shared/project/field-path.ts';
import { paperOf } from '../../../shared/report/paper.ts';
import { FieldGroup } from '../../components/fields/FieldGroup.tsx';
import { proposalOf } from '../../report/load.ts';
import { catalog } from '../../state/catalog.ts';
import { setField } from '../../state/edits.ts';
import { useActions, useDocument, useInputs, useScenarioId } from '../../state/hooks.tsx';
import { reportText } from './text.ts';

const address =
  { kind: 'report', key: 'report', field: 'recommendation' } as const satisfies KnownInput;

/** What the first page asks and advises, and the paper it stands on. */
export function FirstPage() {
  const inputs = useInputs();
  const { edit } = useActions();
  const now = useDocument();
  const document = useDeferredValue(now);
  const scenarioId = useScenarioId();
  if (inputs === null) return null;
  const proposal = inputs.report.values.recommendation === ''
    ? proposalOf(document, scenarioId) : '';
  return (
    <div className="report-brand">
      <FieldGroup kind="report" recordKey="report" group="First page" />
      {proposal !== '' && (
        <>
          <p className="report-hint">{reportText.proposal(proposal)}</p>
          <Button size="compact-xs" variant="default"
            onClick={() => {
              edit(reportText.takeProposal, setField(now, scenarioId, address, proposal));
            }}>
            {reportText.takeProposal}
          </Button>
        </>
      )}
      <p className="report-hint">{reportText.paper(paperOf(inputs, catalog).name)}</p>
    </div>
  );
}

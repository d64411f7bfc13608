import { RecordForm } from '../../components/fields/RecordForm.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { Split } from '../../components/Split.tsx';
import { partText } from '../../text/parts.ts';
import { CapexTree } from './CapexTree.tsx';
import { FinancingFacts } from './FinancingFacts.tsx';
import { OwnershipTable } from './OwnershipTable.tsx';
import { economicsText } from './text.ts';

/** Groups of the finance table that state the terms of each ownership. */
const ownershipGroups = ['Ownership'];

/** What is invested, what running costs, how it is paid for, and who owns it. */
export function EconomicsScreen() {
  const capex = (
    <>
      <CapexTree />
      <Split charts={['capex', 'cost-stack']}><RecordForm kind="capex" /></Split>
    </>
  );
  const opex = (
    <Split charts={['cost-stack']}>
      <RecordForm kind="opex" />
      <RecordForm kind="site" groups={['Energy', 'Water']} />
    </Split>
  );
  const finance = (
    <Split charts={['cash-flow']}
      facts={<FinancingFacts />}><RecordForm kind="finance" /></Split>
  );
  const ownership = (
    <>
      <OwnershipTable />
      <Split charts={['cost-stack', 'cash-flow']}>
        <RecordForm kind="finance" groups={ownershipGroups} />
      </Split>
    </>
  );
  return (
    <ScreenFrame id="economics" parts={[
      { id: 'capex', label: partText.capex, content: capex },
      { id: 'opex', label: partText.opex, content: opex },
      { id: 'finance', label: partText.finance, content: finance },
      { id: 'ownership', label: economicsText.ownershipPart, content: ownership },
    ]} />
  );
}

import { RecordForm } from '../../components/fields/RecordForm.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { Split } from '../../components/Split.tsx';
import { partText } from '../../text/parts.ts';

/** What is invested, what running costs, and how it is paid for. */
export function EconomicsScreen() {
  return (
    <ScreenFrame
      id="economics"
      parts={[
        {
          id: 'capex',
          label: partText.capex,
          content: (
            <Split charts={['capex', 'cost-stack']}>
              <RecordForm kind="capex" />
            </Split>
          ),
        },
        {
          id: 'opex',
          label: partText.opex,
          content: (
            <Split charts={['cost-stack']}>
              <RecordForm kind="opex" />
            </Split>
          ),
        },
        {
          id: 'finance',
          label: partText.finance,
          content: (
            <Split charts={['cash-flow', 'tokens-and-margin']}>
              <RecordForm kind="finance" />
            </Split>
          ),
        },
      ]}
    />
  );
}

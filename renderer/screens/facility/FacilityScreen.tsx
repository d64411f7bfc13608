import { RecordForm } from '../../components/fields/RecordForm.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { Split } from '../../components/Split.tsx';
import { partText } from '../../text/parts.ts';

/** Where the factory stands, and how power, cooling and fabric reach the racks. */
export function FacilityScreen() {
  return (
    <ScreenFrame
      id="facility"
      parts={[
        {
          id: 'site',
          label: partText.site,
          content: (
            <Split charts={['climate', 'energy']}>
              <RecordForm kind="site" />
            </Split>
          ),
        },
        {
          id: 'power',
          label: partText.power,
          content: (
            <Split charts={['power', 'energy']}>
              <RecordForm kind="power" />
            </Split>
          ),
        },
        {
          id: 'cooling',
          label: partText.cooling,
          content: (
            <Split charts={['climate', 'energy']}>
              <RecordForm kind="cooling" />
            </Split>
          ),
        },
        {
          id: 'network',
          label: partText.network,
          content: (
            <Split charts={['step-time']}>
              <RecordForm kind="network" />
            </Split>
          ),
        },
      ]}
    />
  );
}

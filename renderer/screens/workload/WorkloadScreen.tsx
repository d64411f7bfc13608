import { RecordForm } from '../../components/fields/RecordForm.tsx';
import { RecordEditor } from '../../components/records/RecordEditor.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { Split } from '../../components/Split.tsx';
import { partText } from '../../text/parts.ts';
import { ClassPrice } from './ClassPrice.tsx';
import { LoadImport } from './LoadImport.tsx';

/**
 * What is asked of the factory: traffic classes with models, lengths, service levels and
 * prices; demand.
 */
export function WorkloadScreen() {
  const traffic = (
    <Split charts={['price-and-cost', 'utilisation']} facts={<ClassPrice />}>
      <RecordEditor kind="traffic" />
    </Split>
  );
  const tiers = <Split charts={['price-and-cost']}><RecordEditor kind="priceTier" /></Split>;
  const demand =
    <Split charts={['utilisation', 'tokens-and-margin']}><RecordForm kind="demand" /></Split>;
  const spikes = <Split charts={['utilisation']}><RecordEditor kind="spike" /></Split>;
  const curves =
    <Split charts={['utilisation']}><LoadImport /><RecordEditor kind="loadSeries" /></Split>;
  return (
    <ScreenFrame id="workload" parts={[
      { id: 'traffic', label: partText.traffic, content: traffic },
      { id: 'tiers', label: partText.tiers, content: tiers },
      { id: 'demand', label: partText.demand, content: demand },
      { id: 'spikes', label: partText.spikes, content: spikes },
      { id: 'curves', label: partText.curves, content: curves },
    ]} />
  );
}

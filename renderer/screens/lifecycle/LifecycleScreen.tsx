import { RecordForm } from '../../components/fields/RecordForm.tsx';
import { RecordEditor } from '../../components/records/RecordEditor.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { Split } from '../../components/Split.tsx';
import { partText } from '../../text/parts.ts';
import { RoadmapPanel } from './RoadmapPanel.tsx';
import { TimelineChart } from './TimelineChart.tsx';

/**
 * The months: when racks serve, what releases change, when prices start anew, how far the
 * plan looks.
 */
export function LifecycleScreen() {
  const phases = (
    <>
      <TimelineChart />
      <Split charts={['tokens-and-margin', 'utilisation', 'price-and-cost']}>
        <RecordEditor kind="rackGroup" groups={['Life']} />
      </Split>
    </>
  );
  const releases = (
    <>
      <RoadmapPanel />
      <Split
        charts={['tokens-and-margin', 'price-and-cost']}><RecordEditor kind="release" /></Split>
    </>
  );
  const prices = <Split charts={['price-and-cost']}><RecordEditor kind="priceEvent" /></Split>;
  const horizon =
    <Split charts={['utilisation']}><RecordForm kind="demand" groups={['Horizon']} /></Split>;
  return (
    <ScreenFrame id="lifecycle" parts={[
      { id: 'phases', label: partText.phases, content: phases },
      { id: 'releases', label: partText.releases, content: releases },
      { id: 'prices', label: partText.prices, content: prices },
      { id: 'horizon', label: partText.horizon, content: horizon },
    ]} />
  );
}

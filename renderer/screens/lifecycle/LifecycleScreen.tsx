import { ChartSlot } from '../../components/ChartSlot.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { Workbench } from '../../components/workbench/Workbench.tsx';
import { lifeGroups } from '../../state/places.ts';
import { partText } from '../../text/parts.ts';
import { RoadmapChart, RoadmapTable } from './Roadmap.tsx';
import { TimelineChart } from './TimelineChart.tsx';

/** The months: when racks serve, what releases change, when prices start anew. */
export function LifecycleScreen() {
  return (
    <ScreenFrame id="lifecycle" parts={[
      { id: 'phases', label: partText.phases, content: phases },
      { id: 'releases', label: partText.releases, content: releases },
      { id: 'prices', label: partText.prices, content: prices },
    ]} />
  );
}

const phases = (
  <Workbench
    picture={<TimelineChart />}
    list="rackGroup"
    inputs={[{ kind: 'rackGroup', groups: lifeGroups }]}
    matters={['rackGroup.startMonth', 'rackGroup.rampMonths', 'rackGroup.retireMonth',
      'rackGroup.refreshAtLife']}>
    <ChartSlot id="tokens-and-margin" />
    <ChartSlot id="utilisation" />
  </Workbench>
);

const releases = (
  <Workbench
    picture={<RoadmapChart />}
    list="release"
    inputs={[{ kind: 'release' }]}
    matters={['release.inUse', 'release.month', 'release.throughput', 'release.probability']}>
    <RoadmapTable />
    <ChartSlot id="tokens-and-margin" />
  </Workbench>
);

const prices = (
  <Workbench
    picture={<ChartSlot id="price-and-cost" />}
    list="priceEvent"
    inputs={[{ kind: 'priceEvent' }]}
    matters={['priceEvent.inUse', 'priceEvent.traffic', 'priceEvent.month',
      'priceEvent.factor']} />
);

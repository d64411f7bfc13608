import { ChartSlot } from '../../components/ChartSlot.tsx';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { Workbench } from '../../components/workbench/Workbench.tsx';
import { partText } from '../../text/parts.ts';
import { ClassPrice } from './ClassPrice.tsx';
import { LoadImport } from './LoadImport.tsx';

/**
 * What is asked of the factory: traffic classes with models, lengths, service levels and
 * prices; demand.
 */
export function WorkloadScreen() {
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

const traffic = (
  <Workbench
    picture={<ChartSlot id="price-and-cost" />}
    list="traffic"
    inputs={[{ kind: 'traffic' }]}
    matters={['traffic.model', 'traffic.isl', 'traffic.osl', 'traffic.minTokPerSecPerUser',
      'traffic.listing']}>
    <ClassPrice />
    <ChartSlot id="utilisation" />
  </Workbench>
);

const tiers = (
  <Workbench picture={<ChartSlot id="price-and-cost" />} list="priceTier"
    inputs={[{ kind: 'priceTier' }]}
    matters={['priceTier.traffic', 'priceTier.share', 'priceTier.priceFactor']} />
);

const demand = (
  <Workbench
    picture={<ChartSlot id="utilisation" />}
    inputs={[{ kind: 'demand' }]}
    matters={['demand.mode', 'demand.utilisation', 'demand.tokensPerDay', 'demand.growth',
      'demand.horizonMonths']}>
    <ChartSlot id="tokens-and-margin" />
  </Workbench>
);

const spikes = (
  <Workbench picture={<ChartSlot id="utilisation" />} list="spike"
    inputs={[{ kind: 'spike' }]}
    matters={['spike.inUse', 'spike.traffic', 'spike.month', 'spike.days',
      'spike.multiplier']} />
);

const curves = (
  <Workbench picture={<ChartSlot id="utilisation" />} list="loadSeries"
    inputs={[{ kind: 'loadSeries' }]}
    matters={['loadSeries.inUse', 'loadSeries.traffic', 'loadSeries.scale']}>
    <LoadImport />
  </Workbench>
);

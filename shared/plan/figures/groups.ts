import type { Metric } from '../../economics/statement/result-types.ts';
import type { SizedGroup } from '../serving/size-groups.ts';
import type { Delivery } from '../../facility/availability/reliability.ts';
import type { StageResults } from '../stages.ts';
import { whyNoPoint, whyNotRun } from './absences.ts';
import { orAbsent, type FigureFamily, type FigureText } from './declare.ts';

const members = ({ inputs }: StageResults): readonly string[] =>
  inputs.rackGroup.map(({ key }) => key);

function groupOf({ groups }: StageResults, key: string): SizedGroup {
  const group = groups.find(({ record }) => record.key === key);
  if (group === undefined) throw new Error(`no rack group ${key}`);
  return group;
}

function family(
  name: string, text: FigureText,
  value: (group: SizedGroup, stages: StageResults) => number | Metric,
  of: readonly string[] = [],
): FigureFamily {
  return {
    pattern: `group.*.${name}`, text, members,
    value: (stages, key) => value(groupOf(stages, key), stages),
    of: (key) => of.map((figure) => figure.replace('*', key)),
  };
}

/** Racks and serving point of every rack group. */
export const groupFigures: readonly FigureFamily[] = [
  family('rackKw', { label: 'Power of a rack', unit: 'kW',
    definition: 'Planning power of one rack with its devices under the power cap.',
    formula: 'facility.rackKw' },
    (group, { racks }) =>
      orAbsent(racks.find((rack) => rack.group.record.key === group.record.key)?.size.rackKw,
        { code: 'no-source-value', detail: `power of ${group.system.name}` })),
  family('racks', {
    label: 'Racks', unit: 'count',
    definition: 'Racks of the group that power and halls hold.', formula: 'facility.racks',
  },
    (group) => group.racks, ['group.*.rackKw', 'headline.puePeak']),
  family('accelerators', { label: 'Accelerators', unit: 'count',
    definition: 'Accelerators in the racks of the group.',
    formula: 'facility.accelerators' },
    (group) => group.accelerators, ['group.*.racks']),
  family('tokPerSecPerUser', { label: 'Speed per user', unit: 'tok/s/user',
    definition: 'Output tokens per second a user receives while decoding.',
    formula: 'inference.speed' },
    ({ point, record }, s) => orAbsent(point?.tokPerSecPerUser, whyNoPoint(s, record.key))),
  family('outputTokPerSecPerAccelerator', {
    label: 'Output per accelerator', unit: 'tok/s/accelerator',
    definition: 'Output tokens per second of one accelerator at the serving point.',
    formula: 'inference.throughput',
  }, ({ point, record }, s) =>
    orAbsent(point?.outputTokPerSecPerAccelerator, whyNoPoint(s, record.key))),
  family('ttftMsHigh', { label: 'Time to first token', unit: 'ms',
    definition: 'Upper end of the time from request to first token at the serving point.',
    formula: 'inference.ttft' },
    ({ point, record }, s) => orAbsent(point?.ttftMsHigh, whyNoPoint(s, record.key))),
];

/** What of a group's capacity is delivered; of software that does not run there is none. */
const delivered = (read: (delivery: Delivery) => number) =>
  ({ delivery, record }: SizedGroup, stages: StageResults): number | Metric => {
    const absent = whyNotRun(stages, record.key);
    return absent === null ? read(delivery) : { value: null, absent };
  };

/** Capacity each group delivers after failures and downtime. */
export const deliveryFigures: readonly FigureFamily[] = [
  family('availability', { label: 'Capacity delivered', unit: 'fraction',
    definition: 'Share of installed capacity that can serve.',
    formula: 'facility.availability' },
    delivered(({ mean }) => mean), ['group.*.accelerators']),
  family('availabilityLow', { label: 'Capacity delivered, low', unit: 'fraction',
    definition: 'The same at the high end of the failure rate’s interval.',
    formula: 'facility.availabilityInterval' },
    delivered(({ low }) => low), ['group.*.accelerators']),
  family('availabilityHigh', { label: 'Capacity delivered, high', unit: 'fraction',
    definition: 'The same at the low end of the failure rate’s interval.',
    formula: 'facility.availabilityInterval' },
    delivered(({ high }) => high), ['group.*.accelerators']),
];

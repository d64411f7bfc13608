import { choice, decide, integer, reference, text } from '../define.ts';

/** Devices that stand in racks beside what the racks are for. */
export const rackDeviceFields = [
  text('name', 'Devices in racks', 120, 'Devices', decide('Devices', 'Name of this entry.')),
  reference('device', 'Device', 'record:deviceType', '',
    decide('Devices', 'Device type of this project.')),
  choice('where', 'Racks',
    [['group', 'Racks of a group'], ['network', 'Network racks'], ['storage', 'Storage racks']],
    'group', decide('Devices', 'Which racks it stands in.')),
  reference('group', 'Rack group', 'record:rackGroup', '',
    decide('Devices', 'Group whose racks hold it.')),
  integer('count', 'In every rack', 'count', [1, 100], 1,
    decide('Devices', 'Devices of this type in each of these racks.')),
] as const;

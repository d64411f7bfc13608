import type { OutageCause } from '../../../shared/facility/availability/plant-outages.ts';
import type { PlantPartKey } from '../../../shared/facility/site/plant-parts.ts';
import { formatQuantity } from '../../../shared/units/format.ts';

/** Words of the plant part of the facility screen. */
export const plantText = {
  none: 'No rack draws power yet.',
  parts: 'Power and cooling by their parts',
  partsHelp: (usdPerMw: number | null) =>
    `What is built for this redundancy, at the prices entered beside it. With building and site it comes to ${formatQuantity(usdPerMw, 'USD/MW')} of IT power; surveys give $9.3 M to $15 M.`,
  surveyHelp:
    'The plan pays the survey price per MW. The parts are listed for comparison; choose “By their parts” to pay these.',
  partColumns: ['Part', 'Units', 'Rating', 'Per kW', 'Cost'],
  part: {
    mvSwitchgear: 'Medium-voltage switchgear', transformer: 'Transformers',
    switchboard: 'Switchboards and PDUs', transferSwitch: 'Automatic transfer switches',
    ups: 'UPS with batteries', staticSwitch: 'Static transfer switches',
      busway: 'Busways',
    generator: 'Generator sets', fuel: 'First fuel', cdu: 'Coolant distribution units',
    pump: 'Pumps and exchangers', chiller: 'Chillers', dryCooler: 'Dry coolers',
    tower: 'Cooling towers', airHandler: 'Air handlers', controls: 'Controls',
    installation: 'Installation of equipment',
  } satisfies Record<PlantPartKey, string>,
  sum: 'All parts',
  outages: 'What takes power or cooling from the racks',
  outageColumns: ['Cause', 'In a year', 'Available'],
  cause: {
    utility: 'Utility, where generators do not take over',
    blocks: 'UPS blocks with transformers and switchgear',
    distribution: 'Busways and static switches',
    cooling: 'Cooling',
  } satisfies Record<OutageCause, string>,
  all: 'All together',
  percent: (share: number) => `${(share * 100).toFixed(4)} %`,
  maintainable: (spared: number) =>
    spared === 0
      ? 'No UPS block can be maintained while its racks run: there is none to spare.'
      : `Concurrently maintainable: ${spared === 1 ? 'one UPS block of a set' : `any ${spared} UPS blocks of a set`} can be out while every rack runs${spared === 1 ? '; a failure during maintenance stops racks' : ''}.`,
  stated: (share: number) =>
    `The plan uses the availability entered, ${(share * 100).toFixed(3)} %, in place of this.`,
};

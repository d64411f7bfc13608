import { formatQuantity } from '../../../shared/units/format.ts';
import type { HallShade } from '../../diagrams/hall-plan.ts';

/** Words of the facility screen. */
export const facilityText = {
  plan: 'Hall plan',
  planSummary: (racks: number, halls: number) =>
    `${formatQuantity(racks, 'count')} racks in ${formatQuantity(halls, 'count')} ${halls === 1 ? 'hall' : 'halls'}, seen from above.`,
  noHalls:
    'No rack is placed: no rack is in service, or not one fits a hall. The limits above name what is missing.',
  limit: (value: string, limit: string) => `${value} against ${limit}.`,
  shadeBy: 'Colour by',
  shades: {
    kind: 'Kind',
    power: 'Power',
    cooling: 'Liquid heat',
    weight: 'Floor load',
    units: 'Units',
    feed: 'Busway',
  } satisfies Record<HallShade, string>,
  kinds: { compute: 'Compute', network: 'Network', storage: 'Storage',
    cdu: 'Coolant distribution' },
  little: 'little of the limit',
  all: 'all of it',
  over: 'over it',
  unknown: 'figure unknown',
  netbox: 'Save placement for NetBox',
  topology: 'Save the power chain as JSON',
  rack: 'Rack',
  pickRack: 'Select a rack in the plan to see its elevation and to move it.',
  elevation: 'Rack elevation',
  noElevation:
    'Nobody states what stands in this rack with its units, so its elevation is not drawn. Device types can be put into network and storage racks.',
  rackSums: (used: number, of: number, liquidKw: number, airKw: number, ports: number) =>
    `${used} of ${of} units used; ${formatQuantity(liquidKw, 'kW')} of heat to liquid, ${formatQuantity(airKw, 'kW')} to air; ${ports} fabric and network ports.`,
  oneBlock: 'No trays of this system are published, so it is drawn as one block.',
  traysOrder:
    'Trays are drawn by kind from the floor up; their order, and the power and weight of single trays, are not published.',
  tooLow: (haveU: number, needU: number) =>
    `Its devices need ${needU} units, the rack has ${haveU}.`,
  hall: 'Hall',
  row: 'Row',
  position: 'Position',
  move: 'Move the rack here',
  moved: (rack: string) => `Move ${rack}`,
  moveHint: 'A rack moved by hand stays there, even over a limit, which is then reported.',
  oneLine: 'One-line diagram',
  oneLineSummary: (set: number, sets: number) =>
    sets === 1
      ? 'From the utility to the racks, with the load of every part.'
      : `From the utility to the racks, with the load of every part; set ${set} of ${sets}, the one that carries most, is drawn.`,
  noPower: 'No rack draws power yet.',
  failures: 'Failure check by pair',
  failuresHelp: (set: number, sets: number) =>
    `Each block lost by itself, with every block that takes part of its load${sets === 1 ? '' : `, in set ${set} of ${sets}`}. The whole load moves to the partner of each pair; nothing is averaged.`,
  failureColumns: ['Lost', 'Taken by', 'Normal', 'After', 'Of its rating', 'Dropped', 'Result'],
  racksStop: 'Racks stop',
  overRating: 'Over its rating',
  holds: 'Holds',
  state: 'State of the power chain',
  normal: 'Normal',
  worst: (failed: string) => `Worst failure: ${failed} is lost.`,
  worstShort: 'Worst failure',
  lostLoad: (kw: number) =>
    `No block carries ${formatQuantity(kw, 'kW')} then: those racks stop.`,
  kept: 'Every rack keeps its power.',
  overloads: (ids: readonly string[]) => `Over their rating: ${ids.join(', ')}.`,
  yearMap: 'The year by month and hour',
  yearMapOrigin: {
    imported: 'Mean days of the imported weather file at full load; deeper colours take more.',
    synthesized:
      'Hours synthesized from the site’s temperature bins at full load, not measured: the year agrees with the bins, single hours are plausible only. Import a weather file for real hours.',
  },
  yearBy: 'Figure of the year',
  yearFigures: { pue: 'PUE', energy: 'Energy', water: 'Water' },
  compare: 'Cooling designs at sites',
  compareSummary:
    'Annual PUE at full load of each design at each site with this plan’s temperatures and power chain.',
  compareBy: 'Figure compared',
  compareFigures: { pueAnnual: 'Annual PUE', puePeak: 'Peak PUE', wueLPerKwh: 'Water, L/kWh' },
  water: 'Energy and water by outside temperature',
  importTitle: 'Climate from a weather file',
  importHelp:
    'Choose a year of weather: EPW, TMYx, PVGIS, NSRDB or TMY3. What it holds is shown first; its hours are reduced to bins and a mean day of every month, kept in the project, and stand for the site’s climate.',
  choose: 'Choose a weather file',
  imported: (origin: string) => `In the project: ${origin}`,
  forget: 'Back to the site’s climate',
  forgetLabel: 'Back to the site’s climate',
  lists: 'Values read from the file',
  availability: 'Capacity delivered',
  availabilityHelp:
    'Share of installed accelerator time that can serve: a failed accelerator stops its whole instance until it is repaired; a stated availability stands for all of it.',
  availabilityColumns: ['Rack group', 'Instance', 'Delivered', '5 to 95 %', 'Planned',
    'Building', 'Failures'],
  between: (low: string, high: string) => `${low} to ${high} %`,
  spares: (count: string) => `Spare accelerators to keep in stock: ${count}.`,
  devices: 'Device and rack types',
  devicesHelp:
    'Choose NetBox device or rack types (YAML, one or several in a file). They are shown first, then kept in the project: devices can be put into racks below, and a rack type can be chosen for the halls. An export of devices (CSV) puts them into racks once their types are known.',
  chooseDevice: 'Choose device or rack types',
};

const siteSizes = { large: 'Large site', midsize: 'Midsize site', small: 'Small site' } as const;

/** Words of the sets of parameters. */
export const parameterText = {
  title: 'Published parameters',
  help:
    'Losses, fans, pumps, coils and chillers of a size of site: the middles of the ranges of Lei & Masanet 2022, for the heat rejection that is chosen. They take the place of what is entered and go back in one step.',
  sizes: siteSizes,
  label: (size: keyof typeof siteSizes): string =>
    `Parameters: ${siteSizes[size].toLowerCase()}`,
} as const;

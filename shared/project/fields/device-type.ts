import {
  assume, choice, decide, integer, number, numberList, text, toggle,
} from '../define.ts';

const read = { source: 'NetBox device type as imported' } as const;
const told = (group: string, help: string) => decide(group, help, read);
/** What a list of the draws of ports may hold. */
export const portWatts = { min: 0, max: 1_000_000, most: 1024 } as const;

/** A device that may stand in racks, as read from a NetBox device type. */
export const deviceTypeFields = [
  text('name', 'Device type', 220, 'Device', told('Device', 'Manufacturer and model.')),
  text('slug', 'Slug', 100, '', told('Device', 'Name of the type in NetBox.')),
  text('partNumber', 'Part number', 100, '', told('Device', 'Number it is ordered by.')),
  number('heightU', 'Height', 'U', [0, 100], 1,
    told('Device', 'Rack units it takes; 0 hangs beside them.')),
  toggle('fullDepth', 'Full depth', true,
    told('Device', 'Takes front and rear of its units. Others stand back to back in pairs.')),
  choice('airflow', 'Airflow', [
    ['unstated', 'Not stated'], ['front-to-rear', 'Front to rear'],
    ['rear-to-front', 'Rear to front'], ['left-to-right', 'Left to right'],
    ['right-to-left', 'Right to left'], ['side-to-rear', 'Side to rear'],
    ['rear-to-side', 'Rear to side'], ['bottom-to-top', 'Bottom to top'],
    ['top-to-bottom', 'Top to bottom'], ['passive', 'Passive'], ['mixed', 'Mixed'],
  ], 'unstated',
    told('Device', 'Way of its cooling air. Racks draw from the cold aisle in front.')),
  number('weightKg', 'Weight', 'kg', [0, 5000], null,
    decide('Device', 'Weight of one; empty leaves the weight of its racks unchecked.', read)),
  numberList('maximumW', 'Most power of its ports, W', portWatts,
    told('Power', 'Largest draw of every power port.')),
  numberList('allocatedW', 'Allocated power of its ports, W', portWatts,
    told('Power',
      'Draw planned for every power port; counts where racks are planned by typical power.')),
  integer('redundantPorts', 'Ports held in reserve', 'count', [0, 64], 0,
    decide('Power', 'Supplies that carry nothing while the others work, e.g. 1 of 2.')),
  number('powerKw', 'Planning power', 'kW', [0, 500], null,
    decide('Power', 'Power of one device; empty adds up its ports.',
      { ...read, evidence: 'derived' })),
  number('liquidFraction', 'Heat in liquid', 'fraction', [0, 1], 0,
    decide('Power', 'Share of its heat taken by liquid; 0 for devices cooled by air.')),
  integer('networkPorts', 'Network ports', 'count', [0, 4096], 0,
    told('Ports', 'Interfaces beside management.')),
  integer('managementPorts', 'Management ports', 'count', [0, 4096], 0,
    told('Ports', 'Interfaces for management only.')),
  number('priceUsd', 'Price', 'USD', [0, 1e8], null,
    assume('Price', 'Price of one; empty leaves it out of the cost, which the plan says.')),
  text('priceSource', 'Source of the price', 300, '',
    decide('Price', 'Who stated it and when.')),
] as const;

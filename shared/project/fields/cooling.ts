import { assume, choice, decide, number } from '../define.ts';

const midpoint = { source: 'Lei & Masanet 2022, Resources, Conservation & Recycling 182:106323 (midpoint of the range)', evidence: 'measured', advanced: true } as const;

/** How heat leaves the racks and the building. */
export const coolingFields = [
  choice('rejection', 'Heat rejection', [['dry', 'Dry cooler with trim chiller'], ['tower', 'Cooling tower with trim chiller'], ['chiller', 'Air-cooled chiller with economiser'],
    ['air', 'Outdoor air with trim chiller']],
    'dry', decide('Plant', 'Where the heat goes. Each runs a chiller only when the weather cannot reach the supply temperature.')),
  choice('terminal', 'Heat pick-up', [['direct-to-chip', 'Direct to chip, air for the rest'], ['rear-door', 'Rear-door exchangers for the rest'], ['immersion', 'Immersion']],
    'direct-to-chip', decide('Plant', 'How the heat that liquid does not take at the chip leaves the racks. Air-cooled racks have air handlers, rear doors or tanks.')),
  number('liquidSupplyC', 'Liquid supply temperature', 'C', [10, 50], 30,
    decide('Temperatures', 'Facility water supplied to the liquid-cooled share of the racks.', { source: 'Within the 20-45 °C published for direct-to-chip racks' })),
  number('airSupplyC', 'Air supply temperature', 'C', [14, 35], 24,
    decide('Temperatures', 'Air supplied to the racks.', { source: 'Within the ASHRAE TC9.9 recommended 18-27 °C' })),
  number('liquidDeltaK', 'Liquid temperature rise', 'K', [3, 30], 10,
    decide('Temperatures', 'Rise of the facility water across the racks.', { source: '20/30 °C used with GB200 at a published reference site', evidence: 'vendor' })),
  number('dryApproachK', 'Dry cooler approach', 'K', [2, 25], 8, assume('Plant', 'Water leaving the dry cooler above outdoor dry bulb.')),
  number('towerApproachK', 'Tower approach', 'K', [1, 15], 4.75, assume('Plant', 'Water leaving the tower above outdoor wet bulb.', midpoint)),
  number('exchangerApproachK', 'Heat exchanger approach', 'K', [0.5, 10], 3, assume('Plant', 'Temperature lost across each heat exchanger (CDU, plate).')),
  number('chillerCarnot', 'Chiller Carnot fraction', 'fraction', [0.2, 0.8], 0.5,
    assume('Plant', 'Share of the ideal (Carnot) performance a chiller reaches; 0.41 to 0.6 published.', { source: 'Midpoint of 0.41-0.6', evidence: 'derived', low: 0.41, high: 0.6 })),
  number('fanShare', 'Air handler fan power', 'kW/kW', [0, 0.3], 0.05,
    assume('Air', 'Fan power per kW of heat carried by air at full flow.', { source: 'CRAH rating at a published reference site: 5 kW per 100 kW', evidence: 'vendor' })),
  number('pumpShare', 'Pump power', 'kW/kW', [0, 0.1], 0.012, assume('Plant', 'Pump power per kW of heat carried by liquid.')),
  number('rejectionFanShare', 'Dry cooler and tower fan power', 'kW/kW', [0, 0.1], 0.015, assume('Plant', 'Heat rejection fan power per kW rejected at full speed.')),
  number('airDeltaK', 'Air temperature rise', 'K', [5, 30], 16.65, assume('Air', 'Rise of the air across the racks.', midpoint)),
  number('towerPumpShare', 'Tower pump power', 'kW/kW', [0, 0.1], 0.0142,
    assume('Plant', 'Pump power per kW of heat carried to the tower.', { ...midpoint, activeWhen: 'cooling.rejection = tower' })),
  number('adiabaticEffectiveness', 'Evaporative pre-cooling', 'fraction', [0, 0.95], 0,
    decide('Plant', 'How far outdoor air is cooled from dry towards wet bulb before dry coolers; takes water.', { activeWhen: 'cooling.rejection in dry, air' })),
  number('dewPointLimitC', 'Dew point limit', 'C', [5, 28], 21,
    decide('Air', 'Highest dew point of outdoor air let into the hall.', { activeWhen: 'cooling.rejection = air', advanced: true, source: 'ASHRAE TC9.9 allowable class A2', evidence: 'derived' })),
  number('cyclesOfConcentration', 'Cycles of concentration', 'ratio', [1.5, 20], 5, assume('Water', 'Concentration at which tower water is blown down.', { activeWhen: 'cooling.rejection = tower' })),
  number('windageShare', 'Windage', 'fraction', [0, 0.05], 0.0005, assume('Water', 'Droplets lost from the tower as a share of circulation.', { activeWhen: 'cooling.rejection = tower', advanced: true })),
] as const;

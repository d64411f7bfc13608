import type { ScreenId } from '../state/screen-ids.ts';

/** One part of a screen, as its tab is called. */
export interface PlaceText {
  readonly part: string;
  readonly label: string;
}

/** The parts of the screens, in the order of their tabs. */
export const screenParts: Readonly<Partial<Record<ScreenId, readonly PlaceText[]>>> = {
  workload: parts({ traffic: 'Traffic classes', tiers: 'Price tiers', demand: 'Demand',
    spikes: 'Spikes', curves: 'Load curves' }),
  facility: parts({ site: 'Site', halls: 'Halls', devices: 'Devices',
    supply: 'Power supply', power: 'Power chain', cooling: 'Cooling', plant: 'Plant',
    resilience: 'Availability' }),
  network: parts({ fabric: 'Fabric', bill: 'Bill of materials' }),
  economics: parts({ capex: 'Investment', opex: 'Operating cost', finance: 'Finance',
    business: 'Business model', contracts: 'Contracts', ownership: 'Ownership' }),
  lifecycle: parts({ phases: 'Phases', releases: 'Software releases', prices: 'Price events' }),
  results: parts({ figures: 'Figures', reality: 'Reality', 'unit-cost': 'Unit cost',
    statement: 'Cash flow', months: 'Months' }),
  scenarios: parts({ tree: 'Scenarios', log: 'Change log', versions: 'Versions',
    package: 'Client package' }),
  compare: parts({ side: 'Side by side', differences: 'Differences', bridge: 'Bridge',
    curves: 'Curves', systems: 'Systems', conventions: 'Conventions' }),
  assumptions: parts({ register: 'Register', influence: 'Influence',
    uncertainty: 'Uncertainty' }),
};

function parts(labels: Readonly<Record<string, string>>): readonly PlaceText[] {
  return Object.entries(labels).map(([part, label]) => ({ part, label }));
}

/** A picture or table inside a part, and where it stands. */
export interface PanelText {
  readonly id: string;
  readonly label: string;
  readonly screen: ScreenId;
  readonly part?: string;
}

/** What people look for inside the screens, by the names they have there. */
export const panelTexts: readonly PanelText[] = [
  { id: 'frontier', label: 'Serving frontier', screen: 'hardware' },
  { id: 'crossover', label: 'Cheapest system for this traffic', screen: 'hardware' },
  { id: 'needs', label: 'Accelerators this demand needs', screen: 'hardware' },
  { id: 'hall-plan', label: 'Hall plan', screen: 'facility', part: 'halls' },
  { id: 'one-line', label: 'One-line diagram', screen: 'facility', part: 'power' },
  { id: 'climate', label: 'Climate and PUE', screen: 'facility', part: 'site' },
  { id: 'cooling-sites', label: 'Cooling by site', screen: 'facility', part: 'cooling' },
  { id: 'topology', label: 'Network topology', screen: 'network', part: 'fabric' },
  { id: 'timeline', label: 'Timeline', screen: 'lifecycle', part: 'phases' },
  { id: 'ranking', label: 'Ranking of scenarios', screen: 'answer' },
  { id: 'logo', label: 'Logo and colour of the report', screen: 'report' },
  { id: 'sections', label: 'Sections of the report', screen: 'report' },
];

import { frameworkName } from '../../shared/compat/support.ts';
import type { OfferNote } from '../../shared/search/start.ts';
import { formatQuantity } from '../../shared/units/format.ts';

/** Words of the questions a project starts with. */
export const guideText = {
  title: 'What should fill the site, and does it pay?',
  intro: 'Four answers, about two minutes. Everything else starts from sourced figures and can be changed later.',
  where: 'Where, and how much power?',
  mw: 'Utility capacity',
  mwUnit: 'MW',
  site: 'Site',
  noSite: 'No site of that name',
  client: 'Client',
  clientHint: 'optional',
  energy: 'Electricity',
  energyUnit: '$/kWh',
  energyFrom: (price: string): string => `Electricity ${price}, average of the region’s industry`,
  noEnergy: 'No public price of electricity here: enter yours, or money stays blank.',
  serves: 'What does it serve?',
  preset: (at: number): string => `Workload ${at}`,
  model: (at: number): string => `Model of workload ${at}`,
  share: (at: number): string => `Share of power of workload ${at}`,
  tokens: (at: number): string => `Tokens a day of workload ${at}`,
  presetHead: 'Workload',
  modelHead: 'Model',
  shareHead: 'Power',
  tokensHead: 'Tokens a day',
  shapeHead: 'Tokens in and out, speed',
  noModel: 'No model of that name',
  shape: (isl: number, osl: number, speed: number): string =>
    `${isl.toLocaleString('en-US')} in, ${osl.toLocaleString('en-US')} out, ${speed} tok/s`,
  unpricedModel: 'no public token price',
  another: 'Another workload',
  remove: (at: number): string => `Remove workload ${at}`,
  demand: 'Demand',
  ofCapacity: 'Share of capacity sold',
  inTokens: 'Tokens a day',
  utilisation: 'Capacity sold',
  systems: 'Which systems are candidates?',
  systemsHint: 'the best that is known to run on each is chosen for you',
  more: (count: number): string => `${count} more systems`,
  fewer: 'Fewer systems',
  owns: 'Who owns it?',
  owners: {
    own: { label: 'Own everything', note: 'building and systems' },
    colo: { label: 'Colocate', note: 'own systems, rented space' },
    rental: { label: 'Rent', note: 'accelerators by the hour' },
  },
  youGet: 'You will get',
  scenarios: (count: number): string => (count === 1 ? '1 scenario' : `${count} scenarios`),
  each: 'one for each system, filling the site’s power with its racks, ranked on the Answer.',
  name: 'Project',
  watch: 'Good to know',
  plan: 'Plan',
  planning: 'Planning…',
  keys: 'Ctrl Enter',
  blank: 'Start from an empty project',
  problems: 'Before there is a plan',
};

/** What a reader should know of a system, in the words a tick has room for. */
export function describeNote(note: OfferNote): string {
  switch (note.code) {
    case 'no-price': return 'no public price';
    case 'no-rate': return 'no public rental rate';
    case 'no-power': return 'power not published';
    case 'not-known': return 'unproven';
    case 'slower-network': return `${formatQuantity(note.gbps, 'Gb/s')} network`;
  }
}

/**
 * A system's name where many stand side by side, without what it says in brackets and
 * that it is a server.
 * @example shortSystem('DGX B300 (AC or DC busbar)') // 'DGX B300'
 */
export const shortSystem = (name: string): string => name.replace(/ (?:\([^)]*\)|server)$/u, '');

/** Several engines run the models on a system: the one that serves for least is taken. */
export const bestOf = (engines: number): string => `best of ${engines} engines`;

/** An engine in the few letters a tick has room for. */
export const engineName = (framework: string): string =>
  frameworkName(framework).replace('Dynamo with', 'Dynamo').replace('TensorRT', 'TRT');

/** What a reader should know of a system who has chosen it. */
export function explainNote(name: string, note: OfferNote): string {
  switch (note.code) {
    case 'no-price':
      return `${name} has no public price: its money stays blank until you enter one.`;
    case 'no-rate':
      return `${name} has no public rental rate: its money stays blank until you enter one.`;
    case 'no-power':
      return `The power of ${name} is not published: its racks cannot be counted until you enter it.`;
    case 'not-known':
      return `No source says that ${name} runs these models with the engine chosen.`;
    case 'slower-network':
      return `No switch has ports for the ${formatQuantity(note.ownGbps, 'Gb/s')} of ${name}: its cards run at ${formatQuantity(note.gbps, 'Gb/s')}.`;
  }
}

const regions: readonly (readonly [string, readonly string[]])[] = [
  ['United States', ['US']],
  ['Americas', ['CA', 'BR', 'CL', 'MX']],
  ['Europe', ['DE', 'GB', 'FR', 'IE', 'NL', 'SE', 'NO', 'FI', 'ES', 'IT', 'PL']],
  ['Asia and Pacific', ['AU', 'IN', 'JP', 'KR', 'SG', 'MY', 'NZ', 'TW', 'TH', 'ID', 'CN']],
  ['Africa and Middle East', ['ZA', 'AE', 'SA', 'QA', 'KE', 'NG', 'EG']],
];
const elsewhere = 'Elsewhere';

/** Part of the world of a site, by the region its grid is named after. */
export const partOfWorld = (region: string | undefined): string =>
  regions.find(([, codes]) => codes.includes((region ?? '').split('-')[0] ?? ''))?.[0]
    ?? elsewhere;

/** Parts of the world in the order they are offered. */
export const partsOfWorld: readonly string[] = [...regions.map(([name]) => name), elsewhere];

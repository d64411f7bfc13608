import { kindOf } from '../../shared/project/kinds.ts';

/** The name a rack group's choice has in forms. */
function choiceLabel(field: string, value: string): string {
  const found = kindOf('rackGroup').fields.find(({ key }) => key === field);
  return found?.type === 'choice'
    ? found.choices.find((choice) => choice.value === value)?.label ?? value : value;
}

/** Words of the table of systems. */
export const systemsText = {
  part: 'Systems',
  title: 'Total cost by system',
  help: 'The same workload, site and terms with every rack of one system, filling the power; '
    + 'precision, engine and network are the best supported of each.',
  speed: 'Least speed per user, tok/s',
  ownSpeed: 'As each class promises',
  working: 'Computing systems',
  noPrice: 'No public price; enter one per accelerator, server included',
  ownPrice: 'Your own price per accelerator, server included',
  priceOf: (name: string): string => `Price per accelerator of ${name}`,
  labelPrice: (name: string): string => `Price of ${name}`,
  own: 'your own price',
  notes: 'What limits single systems',
  newerRelease: 'A newer release of the software is entered as a measurement of your own.',
  noCurve: 'No system has a cost on this plan: the table says why of each.',
  loadHelp: (most: number): string => `At most the ${most} cheapest systems are drawn. Each is `
    + 'the plan with every rack of that system; what is fixed spreads over fewer tokens as '
    + 'load falls; only energy above idle and what is paid per token or on revenue follows it.',
  columns: ['System', 'Runs', 'Cost per M tokens', 'Cost per request', 'J per token',
    'tok/s per MW', 'Cost per GB of memory', 'Investment per MW of facility', 'tok/s per user'],
  runs: (precisions: readonly string[], frameworks: readonly string[]): string =>
    [...precisions.map((each) => choiceLabel('precision', each)),
      ...frameworks.map((each) => choiceLabel('framework', each))].join(', '),
};

/** Words of the choice of systems that get a scenario each. */
export const compareSystemsText = {
  open: 'Compare systems…',
  title: 'Compare systems',
  help: (name: string): string => `A scenario for each, based on “${name}”: every rack of that `
    + 'system at the best that is known to run on it. Racks fill the power as before.',
  noRacks: 'This scenario has no racks: add a rack group first.',
  close: 'Close the choice of systems',
  cancel: 'Cancel',
  make: (count: number): string =>
    (count === 0 ? 'Tick a system' : `Compare ${count} ${count === 1 ? 'system' : 'systems'}`),
  label: (names: readonly string[]): string => `Compare systems: ${names.join(', ')}`,
};

import { choice, decide, number, text } from '../define.ts';

const group = 'Electricity tariff';

/** What electricity is billed by: one price, or a utility's whole schedule. */
export const tariffFields = [
  choice('billing', 'Billed by', [
    ['price', 'One price and one demand charge'], ['schedule', 'The schedule of the tariff'],
  ], 'price', decide(group,
    'Whether the site’s one price bills every hour, or an imported tariff bills by month, hour and tier.')),
  text('name', 'Tariff', 200, '', decide(group, 'Name of the tariff and its utility.')),
  text('origin', 'Read from', 400, '', decide(group, 'File the schedule was read from.')),
  number('energyLevel', 'Level of its energy prices', 'ratio', [0, 10], 1,
    decide(group, 'Multiplies every energy price of the schedule.', { advanced: true })),
  text('schedule', 'Schedule', 24_000, '', decide(group,
    'Energy and demand charges by month, hour and tier, fixed charges and ratchet, under the keys of the utility rate database (URDB JSON).',
    { advanced: true })),
] as const;

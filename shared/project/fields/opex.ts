import { assume, decide, number } from '../define.ts';

/** Yearly rise of one line's price; empty lets the line rise with all others. */
const rise = <const K extends string>(key: K, label: string) =>
  number(key, label, 'fraction/year', [-0.5, 1], null,
    decide('Escalation', 'Yearly rise of this line alone; empty takes the general cost escalation.',
      { source: 'Cost escalation', evidence: 'assumed' }));

/** What is paid while tokens are sold. Electricity and water stand with the site. */
export const opexFields = [
  number('staffUsdPerMwYear', 'Staff', 'USD/MW-year', [0, 5e6], 250_000,
    assume('Operation', 'Operating staff per MW of critical IT capacity and year.')),
  number('maintenanceShare', 'Facility maintenance', 'fraction/year', [0, 0.2], 0.03,
    assume('Operation', 'Maintenance as a share of facility cost and year.')),
  number('systemSupportShare', 'System support and spares', 'fraction/year', [0, 0.3],
    0.03,
    assume('Operation', 'Support, spares and repairs as a share of system cost and year.')),
  number('insuranceShare', 'Insurance', 'fraction/year', [0, 0.05], 0.0035,
    assume('Operation', 'Insurance as a share of all investment and year.')),
  number('propertyTaxShare', 'Property tax', 'fraction/year', [0, 0.05], 0.01,
    assume('Operation', 'Property tax as a share of facility cost and year.')),
  number('softwareUsdPerAcceleratorYear', 'Software licences', 'USD/accelerator-year',
    [0, 20_000], 0,
    assume('Operation', 'Serving software licences per accelerator and year.')),
  number('transitUsdPerMwYear', 'Connectivity', 'USD/MW-year', [0, 1e6], 10_000,
    assume('Operation', 'Internet transit and lines per MW and year.')),
  number('salesShare', 'Selling cost', 'fraction', [0, 0.9], 0.1,
    assume('Selling', 'Selling, platform and model licence cost as a share of revenue.',
      { low: 0.05, high: 0.15 })),
  number('escalation', 'Cost escalation', 'fraction/year', [-0.1, 0.3], 0.025,
    assume('Operation',
      'Yearly rise of operating cost other than electricity, where a line has no rise of its own.')),
  rise('staffEscalation', 'Rise of staff cost'),
  rise('maintenanceEscalation', 'Rise of facility maintenance'),
  rise('supportEscalation', 'Rise of system support'),
  rise('insuranceEscalation', 'Rise of insurance'),
  rise('propertyTaxEscalation', 'Rise of property tax'),
  rise('softwareEscalation', 'Rise of software licences'),
  rise('transitEscalation', 'Rise of connectivity'),
  rise('waterEscalation', 'Rise of the water price'),
] as const;

import type { CapexClass } from '../../../shared/economics/statement/types.ts';

/** Words of the Economics screen. */
export const economicsText = {
  rentals: 'Accelerator-hours rented out',
  rentalsHelp: 'By rack group and channel over the life. Backlog is contracted revenue not yet '
    + 'earned at the start; contracts are paid whether used or not.',
  noRentals: 'Nothing is rented out: let a rack group sell accelerator-hours, and add the '
    + 'contracts that reserve them.',
  rentalColumns: ['Channel', 'Share of hours sold', 'Price', 'Revenue', 'Backlog'],
  rentalTotals: { cost: 'Cost per accelerator-hour', revenue: 'Revenue per accelerator-hour',
    perMw: 'Revenue per MW-year' },
  ownershipPart: 'Ownership',
  ownership: 'The same design under every ownership',
  ownershipHelp:
    'Same racks, months, tokens and prices; only who buys what, who pays which bill, and the rent differ. Terms are below.',
  ownershipColumns: ['Ownership', 'Investment', 'Operating cost', 'Cost per M tokens',
    'NPV', 'IRR', 'Payback'],
  chosen: (mode: string) => `${mode} (this scenario)`,
  tree: 'What is bought',
  treeHelp:
    'Every item with the months in which it is paid, its first month of service, and what of its price is left at the end.',
  treeColumns: ['Item', 'Price', 'Share', 'Paid', 'In service', 'Residual'],
  total: 'Investment',
  month: (month: number) => `month ${month}`,
  months: (from: number, to: number) => `months ${from} to ${to}`,
  fallsOver: (years: string) => `falls over ${years}`,
  loses: (rate: string) => `loses ${rate}`,
  financing: 'Financing and tax',
  noDebt: 'Nothing is borrowed: enter a debt share to see debt, equity and cover.',
  figureColumns: ['Figure', 'Value'],
  classes: {
    accelerator: 'Systems', network: 'Network', storage: 'Storage',
    installation: 'Integration and installation', power: 'Power and cooling',
    cooling: 'Cooling', shell: 'Building and site', land: 'Land',
    contingency: 'Contingency', other: 'Prepaid rent',
  } satisfies Readonly<Record<CapexClass, string>>,
};

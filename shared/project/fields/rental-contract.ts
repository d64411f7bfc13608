import { assume, decide, integer, number, reference, text, toggle } from '../define.ts';

/**
 * A customer that reserves a share of a rack group and pays for it whether it is used or
 * not (take or pay).
 */
export const rentalContractFields = [
  text('name', 'Contract', 120, 'Contract', decide('Contract', 'Name of the contract.')),
  toggle('inUse', 'In use', true,
    decide('Contract', 'Only contracts in use change the plan.')),
  reference('group', 'Rack group', 'record:rackGroup', 'main',
    decide('Contract', 'Rack group it reserves; the group must sell accelerator-hours.')),
  number('share', 'Share reserved', 'fraction', [0, 1], 0.7,
    assume('Contract',
      'Share of the group’s accelerators; those of all contracts in a month are at most 100 %.')),
  integer('startMonth', 'Starts in month', 'month', [1, 360], 1,
    decide('Contract', 'First month that is paid for; nothing is before the racks serve.')),
  integer('termMonths', 'Term', 'month', [1, 240], 36,
    decide('Contract', 'Months it runs; what lies beyond the plan counts for backlog alone.',
      { source: 'SemiAnalysis three-year rental tier', evidence: 'analyst' })),
  number('usdPerHour', 'Price per accelerator-hour', 'USD/h', [0, 1000], null,
    decide('Contract', 'Fixed over the term; empty takes the catalogue’s three-year rate.',
      { source: 'Accelerator entry of the catalogue', evidence: 'analyst' })),
  number('prepayShare', 'Prepayment', 'fraction', [0, 1], 0.25,
    decide('Contract',
      'Share of a term paid in its first month, held as a liability and used up as hours are delivered.',
      { source: 'SemiAnalysis three-year rental tier', evidence: 'analyst' })),
  number('renewalShare', 'Renewed', 'fraction', [0, 1], 0,
    assume('Renewal',
      'Share of what is held at the end of a term that is renewed for another one.')),
  number('renewalDecline', 'Price decline to renewal', 'fraction/year', [-0.9, 0.99], 0.2,
    assume('Renewal',
      'Yearly fall of the price from the start of the contract to that of a renewal.')),
  number('defaultPerYear', 'Counterparty default', 'fraction/year', [0, 0.99], 0,
    assume('Default',
      'Expected share of the contract lost in a year, as its customers fail: it falls back to what no contract holds.')),
  integer('defaultMonth', 'Fails in month', 'month', [2, 360], null,
    decide('Default',
      'From this month on the customer takes and pays nothing; empty where it does not fail.')),
] as const;

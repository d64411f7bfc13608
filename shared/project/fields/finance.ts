import { assume, choice, decide, integer, number } from '../define.ts';

const debt = { activeWhen: 'finance.debtShare > 0' } as const;

/** Discounting, tax and debt. */
export const financeFields = [
  number('discountRate', 'Discount rate', 'fraction/year', [-0.5, 1], 0.1, assume('Return', 'Nominal yearly rate at which flows and tokens are discounted.')),
  number('inflation', 'Inflation', 'fraction/year', [-0.05, 0.3], 0.025, assume('Return', 'General price rise; turns nominal into real.')),
  number('taxRate', 'Federal tax rate', 'fraction', [0, 0.6], 0.21,
    decide('Tax', 'Tax on profit.', { source: 'United States federal corporate rate, 26 U.S.C. §11', evidence: 'measured' })),
  number('stateTaxRate', 'State tax rate', 'fraction', [0, 0.2], 0.05, assume('Tax', 'State tax on profit, deductible from the federal base.')),
  choice('lossRule', 'Losses', [['carry', 'Carried forward'], ['use', 'Used at once elsewhere']], 'carry', decide('Tax', 'What happens to a tax loss.')),
  choice('depreciation', 'Tax depreciation of systems', [['macrs5', 'MACRS 5 years'], ['straight', 'Straight line'], ['bonus', 'Bonus, all at once']], 'macrs5',
    decide('Tax', 'Schedule over which system cost is deducted.')),
  integer('systemLifeYears', 'Book life of systems', 'year', [1, 15], 5, assume('Tax', 'Straight-line life of servers and network; filings state 4 to 6 years.')),
  number('debtShare', 'Debt share', 'fraction', [0, 0.95], 0, decide('Debt', 'Share of the investment that is borrowed.')),
  number('interestRate', 'Interest rate', 'fraction/year', [0, 0.5], 0.08, assume('Debt', 'Nominal yearly interest, on the opening balance.', debt)),
  integer('tenorMonths', 'Tenor', 'month', [1, 360], 48, assume('Debt', 'Months over which the debt is repaid.', debt)),
  choice('debtKind', 'Repayment', [['level', 'Level payment'], ['constant-principal', 'Constant principal'], ['sculpted', 'Sculpted to DSCR']], 'level', decide('Debt', 'Shape of debt service.', debt)),
  number('targetDscr', 'Target DSCR', 'ratio', [1, 5], 1.3, assume('Debt', 'Cash flow over debt service the lender asks for.', { activeWhen: 'finance.debtKind = sculpted' })),
  number('upfrontFee', 'Upfront fee', 'fraction', [0, 0.1], 0.01, assume('Debt', 'Fee on the amount borrowed.', debt)),
  integer('receivableDays', 'Days sales outstanding', 'day', [0, 180], 30, assume('Working capital', 'Days until customers pay.')),
  integer('payableDays', 'Days payable outstanding', 'day', [0, 180], 30, assume('Working capital', 'Days until suppliers are paid.')),
  choice('allocation', 'Cost allocation', [['total', 'All tokens alike'], ['output', 'Output tokens only'], ['resource', 'By accelerator time'], ['price', 'By price']], 'resource',
    decide('Unit cost', 'How cost is divided between input and output tokens.')),
] as const;

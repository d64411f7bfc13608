/** Words of the Answer screen. */
export const answerText = {
  verdict: 'Verdict',
  unbuildable: 'This plan cannot be built as it stands, so it has no money.',
  worth: (npv: string, rate: string): string =>
    `At ${rate} this plan is worth ${npv} today.`,
  cost: (cost: string): string => ` A million tokens costs ${cost}`,
  earns: (price: string): string => ` and earns ${price}.`,
  range: (low: string, high: string, error: string): string =>
    `Between ${low} and ${high}, were throughput off by the ${error} its model states as its error; `
    + 'prices and demand are doubts of their own.',
  ranking: 'Scenarios by what they are worth',
  rankingHelp: 'NPV; the thin line is the stated error of the throughput model either way.',
  rankedAt: (name: string, value: string, low: string, high: string): string =>
    `${name}: NPV ${value}, from ${low} to ${high}`,
  noMoney: 'no money',
  pending: 'being computed',
  pendingCount: (count: number): string =>
    `${count} ${count === 1 ? 'scenario is' : 'scenarios are'} still being computed`,
  binds: 'What binds',
  power: (used: string, allowed: string): string => `${used} of ${allowed} from the utility`,
  levers: 'What moves it most',
  leverColumns: ['If, all else unchanged,', 'NPV is', 'against the plan'],
  prices: 'Prices it rests on',
  priceColumns: ['Class', 'Listing', 'An average million tokens'],
  matters: 'What to look at',
  nothing: 'Nothing is broken, and nothing stands out.',
  reality: 'Beside what others published',
};

/** Words of the unit cost on the Results screen. */
export const unitCostText = {
  part: 'Unit cost',
  fixed: 'What is fixed',
  fixedHelp: (share: string) =>
    `${share} of the economic cost is there whatever is served: capital at the discount rate, staff, maintenance, rent and idle energy. Serving a tenth of the load makes that part of a million tokens ten times as dear; only the rest follows the load.`,
  fixedColumns: ['Cost', 'Over the life', 'Fixed', 'Share fixed'],
  total: 'Economic cost',
  allocation: 'Input and output tokens under every rule',
  allocationHelp:
    'All rules but InferenceX’s recover the cost exactly; the rule of this scenario is set in bold.',
  allocationColumns: ['Rule', 'Per M input tokens', 'Per M output tokens',
    'Recovered too much'],
  request: 'Cost of a request by class',
  requestHelp:
    'Per request: at what a million input and output tokens cost in the whole plan. By its own hours: what the racks in service for the class cost, which its price has to cover. The mean is over the requests served.',
  requestColumns: ['Class', 'Input', 'Output', 'Per request', 'By its own hours'],
  requestMean: 'Mean of the plan',
  breakEven: 'Break-even and reservation',
  breakEvenHelp: 'Break-evens are before tax and debt at the discount rate, all else as it is.',
  breakEvenColumns: ['Figure', 'Value'],
  owner: 'Break-even after tax and debt',
  ownerHelp:
    'Where the owner’s net present value is nought when this alone is changed, found by search.',
  ownerColumns: ['Changed', 'Now', 'Break-even'],
  ownerRows: {
    utilisation: 'Utilisation', priceMultiple: 'Token prices over today’s',
    electricityUsdPerKwh: 'Electricity price',
    declinePerYear: 'Yearly price decline of all classes',
  },
  traffic: 'By traffic class',
  trafficHelp: 'Each class carries economic cost by the accelerator-hours in service for it.',
  trafficColumns: ['Class', 'Revenue', 'Economic cost', 'Margin'],
};

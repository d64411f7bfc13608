/** Names and definitions of the figures of the strip that never leaves. */
export const headlineText = {
  items: {
    cost: {
      label: 'Cost per M tokens',
      definition:
        'All cost over the horizon, capital recovered at the discount rate, per million tokens served.',
    },
    npv: {
      label: 'NPV',
      definition:
        'Net present value: all cash flows over the horizon, after tax, discounted to today.',
    },
    irr: {
      label: 'IRR',
      definition:
        'Internal rate of return: the discount rate at which the cash flows are worth nothing.',
    },
    throughput: {
      label: 'Tokens/s per MW',
      definition:
        'Tokens per second at full load, input and output, per megawatt of facility power.',
    },
    power: {
      label: 'Facility power',
      definition:
        'Power drawn in the design hour at full load, of the power the utility allows.',
    },
    racks: { label: 'Racks', definition: 'Racks of accelerators that the plan places.' },
  },
  ofAllowed: (unit: string, allowed: string) => `${unit} of ${allowed}`,
} as const;

/** Name and definition of each figure of the strip that never leaves. */
export const headlineText = {
  cost: { label: 'Cost per M tokens', definition: 'All cost over the horizon, discounted, per million tokens sold.' },
  npv: { label: 'NPV', definition: 'Present value of all cash flows over the horizon.' },
  irr: { label: 'IRR', definition: 'Discount rate at which the cash flows are worth nothing.' },
  throughput: { label: 'Tokens/s per MW', definition: 'Tokens per second at full load per megawatt of facility power.' },
  power: { label: 'Facility power', definition: 'Power drawn at full load, of the power the utility allows.' },
  racks: { label: 'Racks', definition: 'Racks of accelerators in service at the peak.' },
} as const;

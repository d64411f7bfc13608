/**
 * Units a figure can carry, as they are printed after it. Money is always stored in US dollars
 * and converted for display. `ratio` is a plain number, `fraction` 0..1 is shown as per cent.
 */
export const units = [
  'ratio', 'fraction', 'count', 'text', 'USD', 'USD/Mtok', 'USD/kWh', 'USD/kW-month', 'USD/kW', 'USD/L',
  'USD/MW', 'USD/MWh', 'USD/MMBtu', 'USD/h', 'USD/m3', 'USD/year', 'USD/MW-year', 'USD/accelerator-year',
  'USD/accelerator-hour', 'USD/request', 'W/accelerator',
  'fraction/year', 'year', 'month', 'day', 'h', 's', 'ms', 'us', 'ns', 'kW', 'MW', 'W',
  'kWh', 'MWh', 'J/token', 'kW/kW', 'tok/s', 'tok/s/user', 'tok/s/accelerator',
  'tok/s/MW', 'tok', 'Mtok', 'tok/day', 'token', 'GB', 'GB/s', 'TB/s', 'TFLOPS', 'Gb/s',
  'Tb/s', 'B', 'bit', 'C', 'K', 'L/min', 'L/kWh', 'L/Mtok', 'L', 'm3', 'L/min/kW', 'kPa',
  'Pa', 'gCO2/kWh', 'gCO2/Mtok', 'tCO2', 'kg', 'kg/m2', 'm', 'm2', 'U', 'V', 'A',
  '1/year', 'GWh', 'USD/FTE-year', 'FTE/MW', 'kW/accelerator', 'week', 'min',
  'bit/weight', 'USD/acre', 'EUR/kWh', '1/1000 node-days',
] as const;
export type Unit = (typeof units)[number];

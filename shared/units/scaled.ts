import type { Unit } from './unit.ts';

/** A value from here on is told in thousands, millions and so on of a unit. */
interface Step {
  readonly from: number;
  readonly divisor: number;
  readonly label: string;
}

const step = (divisor: number, label: string, from = divisor): Step => ({ from, divisor, label });

const tokens = (perUnit: number): readonly Step[] => [
  step(1e15 / perUnit, 'quadrillion tokens'), step(1e12 / perUnit, 'trillion tokens'),
  step(1e9 / perUnit, 'billion tokens'), step(1e6 / perUnit, 'million tokens'),
];

const rate = (unit: string): readonly Step[] =>
  [step(1e12, `T ${unit}`), step(1e9, `B ${unit}`), step(1e6, `M ${unit}`),
    step(1e3, `k ${unit}`, 1e4)];

/** Largest step first. Units without steps are told as they are. */
const steps: Partial<Record<Unit, readonly Step[]>> = {
  Mtok: tokens(1e6),
  tok: tokens(1),
  'tok/s': rate('tok/s'),
  'tok/s/MW': rate('tok/s/MW'),
  'tok/s/accelerator': rate('tok/s/accelerator'),
  'tok/day': rate('tok/day'),
  kW: [step(1e6, 'GW'), step(1e3, 'MW')],
  MW: [step(1e3, 'GW')],
  kWh: [step(1e6, 'GWh'), step(1e3, 'MWh')],
  MWh: [step(1e6, 'TWh'), step(1e3, 'GWh')],
};

/**
 * The unit in which people tell a value of this size; null where it is told as it is.
 * @example scaleOf(27_967_690_676, 'Mtok') // { divisor: 1e9, label: 'quadrillion tokens' }
 */
export function scaleOf(
  value: number, unit: Unit,
): { readonly divisor: number; readonly label: string } | null {
  const size = Math.abs(Number(value.toPrecision(3)));
  const found = steps[unit]?.find(({ from }) => size >= from);
  return found === undefined ? null : { divisor: found.divisor, label: found.label };
}

/** Scales of money, largest first. */
const moneySteps = [step(1e12, ' T'), step(1e9, ' B'), step(1e6, ' M'), step(1e3, ' k', 1e4)];

/**
 * The scale in which people tell an amount of this size, in the currency on show.
 * @example moneyScaleOf(999_600_000) // { divisor: 1e9, label: ' B' }
 */
export function moneyScaleOf(
  amount: number,
): { readonly divisor: number; readonly label: string } {
  const size = Math.abs(Number(amount.toPrecision(3)));
  const found = moneySteps.find(({ from }) => size >= from);
  return found === undefined ? { divisor: 1, label: '' }
    : { divisor: found.divisor, label: found.label };
}

import type { PlanCore } from '../plan/types.ts';
import type { Warning } from '../units/limit.ts';
import { wordsOf } from './limits.ts';

/** How much a cause matters to whoever decides. */
export type Weight = 'money' | 'figure' | 'note';

/** Warnings of one cause. */
export interface WarningGroup {
  readonly code: string;
  readonly title: string;
  readonly weight: Weight;
  /** In the order of the plan; at least one. */
  readonly warnings: readonly Warning[];
}

interface Cause {
  readonly title: string;
  readonly weight: Weight;
}

const money = (title: string): Cause => ({ title, weight: 'money' });
const note = (title: string): Cause => ({ title, weight: 'note' });

/** Causes in the order in which they matter; those not named come between money and notes. */
const causes: Readonly<Record<string, Cause>> = {
  'rental-arbitrage': money('Renting and reselling would return more than lasts'),
  'demand-above-world': money('More demand than the world has'),
  'demand-above-market': money('More demand than the market stated'),
  'demand-lost': money('Demand that is not served'),
  'starts-after-horizon': money('Racks that never serve'),
  'racks-wait-for-power': money('Racks that wait for power'),
  'feeds-below-need': money('Feeds below what the racks ask for'),
  'class-loses-money': money('A class that loses money by itself'),
  'wide-error': money('Throughput is modelled, not measured'),
  'release-breaks-ttft': money('A release that breaks the promised first token'),
  'listing-doubtful': money('A price few would get'),
  'price-of-nought': money('A price of nought'),
  'cost-below-nothing': money('A cost below nothing'),
  'beyond-book-life': money('Racks used beyond their book life'),
  'dscr-below-one': money('Debt service above the cash it is paid from'),
  'debt-limited-by-share': money('Debt cut to the share allowed'),
  'debt-outlasts-horizon': money('Debt that outlasts the plan'),
  'negative-equity': money('Equity below nothing'),
  'supply-colder-than-stated': money('Coolant colder than the system is rated for'),
  'assumed-inputs': note('Assumed inputs'),
  'smaller-instance': note('Accelerators left over'),
  'liquid-pue-unverified': note('PUE computed, not measured'),
  'no-market-volume': note('No market volume is stated'),
};

const order = Object.keys(causes);
const weights: readonly Weight[] = ['money', 'figure', 'note'];

/** What stands for the reason of absent figures, whatever the reason. */
const absentTitle = 'Figures that cannot be given';

const causeOf = (code: string): Cause => causes[code]
  ?? (code.startsWith('absent.') ? { title: absentTitle, weight: 'figure' }
    : { title: wordsOf(code), weight: 'figure' });

/** One code for all reasons of absence: to a reader they are one thing. */
const keyOf = ({ code }: Warning): string => (code.startsWith('absent.') ? 'absent' : code);

/** Position among the causes; unnamed ones after all named ones of their weight. */
const placeOf = (code: string): number => {
  const at = order.indexOf(code);
  return at < 0 ? order.length : at;
};

/**
 * The warnings of a plan by cause, those that touch the money first, then those that keep
 * figures from being given, then notes.
 */
export function warningGroups({ warnings }: Pick<PlanCore, 'warnings'>): readonly WarningGroup[] {
  const keys = [...new Set(warnings.map(keyOf))];
  return keys
    .map((key): WarningGroup => {
      const members = warnings.filter((warning) => keyOf(warning) === key);
      const code = members[0]?.code ?? key;
      return { code: key, ...causeOf(code), warnings: members };
    })
    .toSorted((a, b) => weights.indexOf(a.weight) - weights.indexOf(b.weight)
      || placeOf(a.code) - placeOf(b.code));
}

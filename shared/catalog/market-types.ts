import type { Sourced } from '../units/provenance.ts';

/**
 * What of a plan is held against what others published. `rental` and `ownCost` are per
 * accelerator-hour; power is that of `note` where it is not the facility's.
 */
export const peerSubjects = [
  'revenuePerMwYear', 'rental', 'ownCost', 'grossMargin', 'payback', 'irr', 'capexPerMw',
  'costPerMwYear', 'modelLife', 'loanRate', 'salesOverRent',
] as const;
export type PeerSubject = (typeof peerSubjects)[number];

/** What another earns, pays or charges, as somebody published it. */
export interface Peer {
  readonly id: string;
  readonly name: string;
  readonly subject: PeerSubject;
  /** Accelerators it holds for; empty for all. */
  readonly accelerators: readonly string[];
  readonly figure: Sourced;
}

/**
 * Whose tokens are counted: those of a public router, of one host, of a maker's interface,
 * everything one company or one country handles.
 */
export type MarketScope = 'router' | 'host' | 'api' | 'company' | 'country';

/** Tokens handled in a day, input and output, as somebody published them. */
export interface Market {
  readonly id: string;
  readonly name: string;
  readonly scope: MarketScope;
  /** Models whose tokens alone are counted; empty where they are those of every model. */
  readonly models: readonly string[];
  /**
   * True where no other row with the mark counts the same tokens: these add up to what is
   * known of the world.
   */
  readonly world: boolean;
  readonly figure: Sourced;
}

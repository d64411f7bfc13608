import type { HeldTerm, RentalTerms } from '../../lifecycle/rental.ts';
import type { Resolved, ScenarioInputs } from '../../project/resolve.ts';
import { contractsOf } from '../entries/rented.ts';

/** What a contract holds, and for how long. */
export const termOf = ({ key, values }: Resolved<'rentalContract'>): HeldTerm => ({
  key, share: values.share, startMonth: values.startMonth, termMonths: values.termMonths,
  renewalShare: values.renewalShare, defaultPerYear: values.defaultPerYear,
  defaultMonth: values.defaultMonth,
});

/** On what terms a rack group that is rented out holds its hours for customers. */
export const rentalTerms = (
  inputs: ScenarioInputs, { key, values }: Resolved<'rackGroup'>,
): RentalTerms => ({
  contracts: contractsOf(inputs, key).map(termOf),
  onDemandShare: values.onDemandShare, spotShare: values.spotShare, soldLoad: values.soldLoad,
});

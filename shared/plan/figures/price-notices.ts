import { findListing, nameProvider } from '../../catalog/prices.ts';
import { stepOf } from '../../catalog/model-life.ts';
import type { TokenPrice } from '../../catalog/types.ts';
import type { Warning } from '../../units/limit.ts';
import { unreachable } from '../../units/result.ts';
import { listingFaults, type ListingFault } from '../money/prices.ts';
import type { StageResults } from '../stages.ts';

function explainFault(fault: ListingFault, listing: TokenPrice): string {
  switch (fault) {
    case 'retired': return `is not sold since ${listing.retired ?? ''}`;
    case 'superseded': return 'is no price the provider itself asks now';
    case 'other-model': return `is one of another model, ${listing.model}`;
    case 'undated': return 'bears no day';
    case 'old':
      return `was read on ${listing.checked ?? ''}, more than a year before the plan begins`;
    default: return unreachable(fault, 'explainFault');
  }
}

/** What must be known of the listings the classes sell at. */
export function listingWarnings({ inputs, priced, catalog }: StageResults): readonly Warning[] {
  return inputs.traffic.flatMap(({ key, values }): readonly Warning[] => {
    const prices = priced.costs.prices.get(key);
    const listed = [prices?.inputUsdPerMtok, prices?.outputUsdPerMtok]
      .some((price) => price?.from === 'listing');
    const listing = listed ? findListing(catalog, prices?.listing?.id ?? '') : undefined;
    if (listing === undefined) return [];
    const faults = listingFaults(listing, values.model, inputs.project.values.startMonth);
    return faults.length === 0 ? [] : [{
      code: 'listing-doubtful', where: `traffic.${key}.listing`,
      text: `${values.name} sells at the listing of ${nameProvider(listing)} for `
        + `${listing.model}, which ${faults.map((each) => explainFault(each, listing)).join(', and ')}.`,
    }];
  });
}

/**
 * Successors sold at the price then although nobody decided that: the path then earns what
 * the yearly rate alone earns.
 */
export const successorWarnings = ({ inputs }: StageResults): readonly Warning[] =>
  inputs.traffic.filter(({ values, set }) => values.pricePath === 'successor'
    && !set.has('successorStep')).map(({ key, values }): Warning => {
    const where = `traffic.${key}.successorStep`;
    const step = stepOf(values.model);
    return { code: 'successor-step-open', where,
      text: `${values.name}: successors are sold at the price then, so that the path earns what its yearly rate earns. ${
        step === null ? `No successor’s price of this family is known; enter ${where}.`
          : `The last successor of this family was sold at ${step.value} of the price before (${step.source}); enter ${where}.`}` };
  });

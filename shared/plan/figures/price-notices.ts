import { findListing, nameProvider } from '../../catalog/prices.ts';
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

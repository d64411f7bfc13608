import { supportOf } from '../../compat/support.ts';
import { refuseWith } from '../../inference/refusal.ts';
import type { ServingRequest } from '../../inference/types.ts';
import { answerServing, type ServingAnswer, type ServingContext } from './serving.ts';

const rentedOut = refuseWith('rented-out', 'rented out by the hour, these racks serve no tokens');

/** What racks that are rented out serve: nothing that is known here. */
export const answerRented: ServingAnswer =
  { frontier: rentedOut, free: rentedOut, chosen: rentedOut };

/**
 * Frontier and chosen point of a request whose software runs on its accelerator; of one
 * that is known not to run there is neither, for what a roofline gives would be served by
 * nobody.
 */
export function answerSupported(
  context: ServingContext, request: ServingRequest,
): ServingAnswer {
  const { measured = null, ...choice } = request;
  const { status, reason } = supportOf(choice, measured);
  if (status !== 'not') return answerServing(context, request);
  const refused = refuseWith('not-supported', reason);
  return { frontier: refused, free: refused, chosen: refused };
}

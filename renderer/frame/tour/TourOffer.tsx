import { Button } from '@mantine/core';
import { usePlanner, usePlannerStore } from '../../state/hooks.tsx';
import { tourText as words } from '../../text/tour.ts';
import { putOfferAway, startTour } from './tour.ts';

/** Offered once, where nothing is covered by it. */
export function TourOffer() {
  const store = usePlannerStore();
  const offered = usePlanner((state) => state.preferences.tourOffered);
  if (offered) return null;
  return (
    <div className="tour-offer" role="group" aria-label={words.offerName}>
      <p>{words.offer}</p>
      <Button size="compact-xs" variant="default" onClick={() => { startTour(store); }}>
        {words.show}
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={() => { putOfferAway(store); }}>
        {words.decline}
      </Button>
    </div>
  );
}

import { createStore } from 'zustand/vanilla';
import type { PlannerStore } from '../../state/store.ts';
import { tourSteps } from '../../text/tour.ts';

interface TourState {
  /** Step on show; null while nobody takes the tour. */
  readonly at: number | null;
}

/** How far the tour is; one window has one. */
export const tourStore = createStore<TourState>(() => ({ at: null }));

/** What had the focus before; it gets it back. */
let before: HTMLElement | null = null;

/** Shows a step, on the screen it is about. Without a project only the first can be shown. */
export function showStep(store: PlannerStore, wanted: number): void {
  const { actions, project } = store.getState();
  const at = project === null ? 0 : Math.min(Math.max(0, wanted), tourSteps.length - 1);
  const step = tourSteps[at];
  if (step === undefined) return;
  actions.go(step.screen, step.part);
  tourStore.setState({ at });
}

/** Begins the tour; it is not offered again. */
export function startTour(store: PlannerStore): void {
  const focused = document.activeElement;
  before = focused instanceof HTMLElement ? focused : null;
  putOfferAway(store);
  showStep(store, 0);
}

export const putOfferAway = (store: PlannerStore): void => {
  store.getState().actions.setPreferences({ tourOffered: true });
};

/** Ends the tour where it is; the focus goes back to where it was, or to the screen. */
export function leaveTour(): void {
  tourStore.setState({ at: null });
  const back = before?.isConnected === true && before !== document.body ? before
    : document.querySelector<HTMLElement>('#content');
  before = null;
  back?.focus({ preventScroll: true });
}

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { RegisterRow } from '../../shared/uncertainty/register.ts';
import type { Staleness } from '../../shared/uncertainty/staleness.ts';
import type { EvidenceClass } from '../../shared/units/provenance.ts';
import type { ScreenId } from './screen-ids.ts';

export type SortKey = 'place' | 'label' | 'evidence' | 'age' | 'effect';

/**
 * What of the register is on show. Kept for the window, so that a look at another screen
 * loses nothing.
 */
export interface RegisterFilter {
  readonly text: string;
  readonly evidence: readonly EvidenceClass[];
  readonly staleness: Staleness | null;
  readonly state: RegisterRow['state'] | null;
  readonly place: ScreenId | null;
  /** Also inputs whose condition is not met. */
  readonly inactive: boolean;
  /** Only the inputs behind a figure. */
  readonly behind: { readonly figure: string; readonly ids: readonly string[] } | null;
  readonly sort: SortKey;
  readonly descending: boolean;
  readonly asOf: 'today' | 'start';
}

export const everything: RegisterFilter = {
  text: '', evidence: [], staleness: null, state: null, place: null, inactive: false,
  behind: null, sort: 'place', descending: false, asOf: 'today',
};

const store = createStore<RegisterFilter>()(() => everything);

export const useFilter = (): RegisterFilter => useStore(store);
export const setFilter = (next: Partial<RegisterFilter>): void => { store.setState(next); };
/** Takes every filter back; order and the date stay. */
export const clearFilter = (): void => {
  const { sort, descending, asOf } = store.getState();
  store.setState({ ...everything, sort, descending, asOf });
};

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Overrides } from '../../../shared/claims/types.ts';

/**
 * What a person entered, by card. Kept for the window and not in the project: a card is
 * no plan.
 */
const store = createStore<Readonly<Record<string, Overrides>>>()(() => ({}));

const none: Overrides = {};

export const useEntries = (cardId: string): Overrides =>
  useStore(store, (all) => all[cardId] ?? none);

/** Sets an input of a card; null takes the entry back. */
export function enter(cardId: string, key: string, value: number | null): void {
  store.setState((all) => {
    const { [key]: _gone, ...others } = all[cardId] ?? none;
    return { [cardId]: value === null ? others : { ...others, [key]: value } };
  });
}

export const clearEntries = (cardId: string): void => {
  store.setState({ [cardId]: none });
};

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { BridgeMetric } from '../../shared/compare/coalition.ts';
import { inputGroups, type InputGroup } from '../../shared/compare/groups.ts';
import type { HeadlineKey } from '../../shared/plan/types.ts';
import type { ScenarioInfo } from './scenarios.ts';

/** Figures that the picture of all scenarios may show. */
export const setFigures = [
  'npvUsd', 'costPerMTokUsd', 'irr', 'tokPerSecPerMw', 'joulesPerToken', 'capexUsd',
] as const satisfies readonly HeadlineKey[];
export type SetFigureKey = (typeof setFigures)[number];

export type BridgeMethod = 'sequential' | 'shapley';

/**
 * What a person chose to compare. Kept for the window, so that a look at another screen
 * loses nothing.
 */
export interface Choice {
  readonly a: string | null;
  readonly b: string | null;
  /** Scenarios left out of the side-by-side table: new ones are in it. */
  readonly hidden: readonly string[];
  readonly onlyDifferent: boolean;
  /** Drawn above the table. */
  readonly figure: SetFigureKey;
  readonly metric: BridgeMetric;
  readonly method: BridgeMethod;
  readonly order: readonly InputGroup[];
}

const store = createStore<Choice>()(() => ({
  a: null, b: null, hidden: [], onlyDifferent: false, figure: 'npvUsd',
  metric: 'costPerMTokUsd', method: 'sequential', order: inputGroups,
}));

export const useChoice = (): Choice => useStore(store);
export const choose = (next: Partial<Choice>): void => {
  store.setState(next);
};

export interface Pair {
  readonly a: ScenarioInfo;
  readonly b: ScenarioInfo;
}

/**
 * The two scenarios compared: those chosen, else the one on show against the one it is
 * based on, else the one on show against one that is based on it.
 * @returns null while there is only one scenario
 */
export function pairOf(
  scenarios: readonly ScenarioInfo[], shownId: string, choice: Pick<Choice, 'a' | 'b'>,
): Pair | null {
  const find = (id: string | null): ScenarioInfo
    | undefined => scenarios.find((each) => each.id === id);
  const shown = find(shownId);
  const derived = scenarios.findLast((each) => each.basedOn === shownId);
  const other = (not: string): ScenarioInfo
    | undefined => scenarios.find((each) => each.id !== not);
  const b = find(choice.b)
    ?? (shown !== undefined && find(shown.basedOn) !== undefined ? shown : derived)
    ?? other(shownId);
  if (b === undefined) return null;
  const chosen = find(choice.a);
  const base = find(b.basedOn);
  const a = [chosen, base, shown].find((each) => each !== undefined && each.id !== b.id)
    ?? other(b.id);
  return a === undefined ? null : { a, b };
}

import { useMemo } from 'react';
import { loadMeasuredPoints } from '../../shared/catalog/measured.ts';
import type { FollowWith } from '../../shared/plan/entries/equipped.ts';
import {
  canMisfit, misfitsOf, type HeldInputs, type Misfit,
} from '../../shared/plan/entries/misfits.ts';
import { withOwnEntries } from '../../shared/plan/entries/own-catalog.ts';
import { withOwnModels } from '../../shared/plan/entries/own-models.ts';
import type { ScenarioInputs } from '../../shared/project/resolve.ts';
import { catalog as builtIn } from './catalog.ts';
import type { FieldAddress } from './document.ts';
import { useInputs } from './hooks.tsx';

/** What choices of a scenario are held against. */
export const heldAgainst = (inputs: HeldInputs): FollowWith => ({
  catalog: withOwnModels(withOwnEntries(builtIn, inputs).catalog, inputs),
  points: loadMeasuredPoints(),
});

const none: ReadonlyMap<string, Misfit> = new Map();

/** The part choices are held against, as it was first seen with this content. */
const seen = new WeakMap<ScenarioInputs, HeldInputs>();
let last: { readonly content: string; readonly held: HeldInputs } | null = null;

/**
 * The same object as long as nothing that choices are held against changes, so that the
 * edit of any other input leaves the lists as they are.
 */
export function heldPart(inputs: ScenarioInputs): HeldInputs {
  const known = seen.get(inputs);
  if (known !== undefined) return known;
  const { project, catalogEntry, customModel, rackGroup, traffic, network } = inputs;
  const part = { project, catalogEntry, customModel, rackGroup, traffic, network };
  const content = JSON.stringify(part);
  const held = last?.content === content ? last.held : part;
  last = { content, held };
  seen.set(inputs, held);
  return held;
}

/** Values of a list that do not fit the scenario on show, with the reason. */
export function useMisfits(
  at: FieldAddress, values: readonly string[],
): ReadonlyMap<string, Misfit> {
  const inputs = useInputs();
  const held = inputs === null ? null : heldPart(inputs);
  const { kind, key, field } = at;
  const listed = values.join('\n');
  return useMemo(() => {
    const address = { kind, key, field };
    return held === null || !canMisfit(address) ? none
      : misfitsOf(held, address, listed.split('\n'), heldAgainst(held));
  }, [held, kind, key, field, listed]);
}

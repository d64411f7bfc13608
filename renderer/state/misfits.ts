import { useMemo } from 'react';
import { loadMeasuredPoints } from '../../shared/catalog/measured.ts';
import type { FollowWith } from '../../shared/plan/entries/equipped.ts';
import { canMisfit, misfitsOf, type Misfit } from '../../shared/plan/entries/misfits.ts';
import { withOwnEntries } from '../../shared/plan/entries/own-catalog.ts';
import { withOwnModels } from '../../shared/plan/entries/own-models.ts';
import type { ScenarioInputs } from '../../shared/project/resolve.ts';
import { catalog as builtIn } from './catalog.ts';
import type { FieldAddress } from './document.ts';
import { useInputs } from './hooks.tsx';

/** What choices of a scenario are held against. */
export const heldAgainst = (inputs: ScenarioInputs): FollowWith => ({
  catalog: withOwnModels(withOwnEntries(builtIn, inputs).catalog, inputs),
  points: loadMeasuredPoints(),
});

const none: ReadonlyMap<string, Misfit> = new Map();

/** Values of a list that do not fit the scenario on show, with the reason. */
export function useMisfits(
  at: FieldAddress, values: readonly string[],
): ReadonlyMap<string, Misfit> {
  const inputs = useInputs();
  const { kind, key, field } = at;
  const listed = values.join('\n');
  return useMemo(() => {
    const address = { kind, key, field };
    return inputs === null || !canMisfit(address) ? none
      : misfitsOf(inputs, address, listed.split('\n'), heldAgainst(inputs));
  }, [inputs, kind, key, field, listed]);
}

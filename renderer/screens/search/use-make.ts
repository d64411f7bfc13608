import { useCallback, useState } from 'react';
import type { Placed } from '../../../shared/search/plans/lay.ts';
import { useActions, useDocument, usePlanner } from '../../state/hooks.tsx';
import { cutTo } from '../../state/names.ts';
import { explainRefusal, searchText as words } from '../../text/search.ts';
import { scenarioOfValues } from './scenario-of-values.ts';

/** Values of a plan that was found, and what to call it. */
export interface FoundPlan {
  readonly scenarioId: string;
  readonly name: string;
  readonly values: readonly Placed[];
}

/** Makes a found plan a scenario, in one step that can be undone, and shows it. */
export function useMake() {
  const document = useDocument();
  const isReadOnly = usePlanner(({ project }) => project?.readOnly === true);
  const { edit, selectScenario } = useActions();
  const [refused, setRefused] = useState<string | null>(null);
  const make = useCallback(({ scenarioId, name: long, values }: FoundPlan) => {
    const name = cutTo(long);
    const made = scenarioOfValues(document, scenarioId, name, values);
    setRefused(made.ok ? null : explainRefusal({ code: 'set', problem: made.error }));
    if (!made.ok) return;
    edit(`${words.make}: ${name}`, made.value.edit);
    selectScenario(made.value.key);
  }, [document, edit, selectScenario]);
  return { make: isReadOnly ? null : make, refused };
}

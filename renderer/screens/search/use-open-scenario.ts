import { useCallback } from 'react';
import type { FieldValue } from '../../../shared/project/field.ts';
import { useActions, useDocument, usePlanner, useScenarioId } from '../../state/hooks.tsx';
import { cutTo } from '../../state/names.ts';
import { scenarioWith } from '../../state/scenario-with.ts';
import { searchText as words } from '../../text/search.ts';

export type OpenScenario =
  (name: string, fields: readonly (readonly [path: string, value: FieldValue])[]) => void;

/** Makes a scenario of values of inputs, and shows it; null in a project nobody may edit. */
export function useOpenScenario(): OpenScenario | null {
  const document = useDocument();
  const scenarioId = useScenarioId();
  const readOnly = usePlanner(({ project }) => project?.readOnly === true);
  const { edit, selectScenario } = useActions();
  const open = useCallback<OpenScenario>((wish, fields) => {
    const name = cutTo(wish);
    const made = scenarioWith(document, scenarioId, name, fields);
    edit(words.openNamed(name), made.edit);
    selectScenario(made.key);
  }, [document, scenarioId, edit, selectScenario]);
  return readOnly ? null : open;
}

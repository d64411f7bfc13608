import { useMemo, useState } from 'react';
import { listScenarios } from '../../shared/project/resolve.ts';
import type { Result } from '../../shared/units/result.ts';
import type { Edit } from './edits.ts';
import { usePlannerStore } from './hooks.tsx';
import { cutTo } from './names.ts';
import {
  deleteKeepingResults, duplicateScenario, lockScenario, moveScenario, noteScenario,
  rebaseScenario, renameScenario,
  type ScenarioProblem,
} from './scenario-edits.ts';
import { deriveScenario, type ScenarioInfo } from './scenarios.ts';
import type { PlannerStore } from './store.ts';
import { explainScenario, scenariosText as words } from '../text/scenarios.ts';

export interface ScenarioActions {
  readonly derive: (scenario: ScenarioInfo) => void;
  readonly duplicate: (scenario: ScenarioInfo) => void;
  readonly rename: (scenario: ScenarioInfo, name: string) => void;
  readonly note: (scenario: ScenarioInfo, note: string) => void;
  readonly move: (scenario: ScenarioInfo, by: 1 | -1) => void;
  readonly lock: (scenario: ScenarioInfo) => void;
  readonly rebase: (scenario: ScenarioInfo, base: string) => void;
  readonly remove: (scenario: ScenarioInfo) => void;
}

/** What a person can do with scenarios; each is one command that undo takes back. */
export function scenarioActions(
  store: PlannerStore, onRefusal: (why: string | null) => void,
): ScenarioActions {
  const { edit, selectScenario, tell } = store.getState().actions;
  const { label } = words;
  /** The document as it is now, not as it was drawn. */
  const present = () => store.getState().project?.edits.document ?? {};
  const give = (name: string, changes: Edit): void => {
    onRefusal(null);
    edit(name, changes);
  };
  const giveIf = (name: string, asked: Result<Edit, ScenarioProblem>): boolean => {
    if (asked.ok) give(name, asked.value);
    else onRefusal(explainScenario(asked.error));
    return asked.ok;
  };
  return {
    derive: ({ id, name }) => {
      const { edit: changes, key } = deriveScenario(present(), id,
        cutTo(words.variantOf(name)));
      give(label.derive(name), changes);
      selectScenario(key);
    },
    duplicate: ({ id, name }) => {
      const copy = duplicateScenario(present(), id, cutTo(words.copyOf(name)));
      if (copy === null) return;
      give(label.duplicate(name), copy.edit);
      selectScenario(copy.key);
    },
    rename: ({ id }, name) => {
      give(label.rename(name.trim()), renameScenario(present(), id, name));
    },
    note: ({ id, name }, note) => {
      give(label.note(name), noteScenario(present(), id, note));
    },
    move: ({ id, name }, by) => { give(label.move(name), moveScenario(present(), id, by)); },
    lock: ({ id, name, locked }) => {
      give(locked ? label.unlock(name) : label.lock(name),
        lockScenario(present(), id, !locked));
    },
    rebase: ({ id, name }, base) => {
      giveIf(label.rebase(name), rebaseScenario(present(), id, base));
    },
    remove: ({ id, name, basedOn }) => {
      const told = cutTo(label.remove(name));
      const left = listScenarios(present()).filter((each) => each.id !== id);
      if (!giveIf(told, deleteKeepingResults(present(), id))) return;
      if (store.getState().scenarioId === id)
        selectScenario((left.find((each) => each.id === basedOn) ?? left[0])?.id ?? '');
      tell({ code: 'scenario-deleted', name, label: told });
    },
  };
}

/** The same with why the last order was not carried out. */
export function useScenarioActions(): ScenarioActions & { readonly refusal: string | null } {
  const store = usePlannerStore();
  const [refusal, setRefusal] = useState<string | null>(null);
  const actions = useMemo(() => scenarioActions(store, setRefusal), [store]);
  return { ...actions, refusal };
}

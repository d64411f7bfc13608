import { createContext, use } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { defaultsOf, type Defaults } from '../../shared/project/defaults.ts';
import { kindOf, type KindName } from '../../shared/project/kinds.ts';
import type { ProjectDocument } from '../../shared/project/record.ts';
import type { ScenarioInputs } from '../../shared/project/resolve.ts';
import type { Actions } from './actions.ts';
import { inputsOf } from './document.ts';
import { lockedScenarios } from './scenarios.ts';
import type { PlannerState, PlannerStore, Project } from './store.ts';

const PlannerContext = createContext<PlannerStore | null>(null);

export const PlannerProvider = PlannerContext.Provider;

export function usePlannerStore(): PlannerStore {
  const store = use(PlannerContext);
  if (store === null) throw new Error('usePlannerStore outside PlannerProvider');
  return store;
}

/**
 * Reads from the store; the component redraws when what it read has changed (compared
 * shallowly).
 */
export function usePlanner<T>(select: (state: PlannerState) => T): T {
  return useStore(usePlannerStore(), useShallow(select));
}

export const useActions = (): Actions => usePlanner((state) => state.actions);

/** Whether a project is open; redraws only when that changes. */
export const useIsOpen = (): boolean => usePlanner((state) => state.project !== null);

/** The open project, in components that exist only while one is open. */
export function useProject(): Project {
  const project = usePlanner((state) => state.project);
  if (project === null) throw new Error('useProject without an open project');
  return project;
}

export function useDocument(): ProjectDocument {
  const document = usePlanner((state) => state.project?.edits.document);
  if (document === undefined) throw new Error('useDocument without an open project');
  return document;
}

/** The field tables with the defaults the open project keeps. */
export const useDefaults = (): Defaults => defaultsOf(useDocument());

/** Whether the file takes no edits at all. */
export const useIsReadOnly = (): boolean =>
  usePlanner(({ project }) => project?.readOnly === true);

/**
 * Whether the scenario on show takes no edits: the file is read-only, or the scenario
 * locked.
 */
export const useIsScenarioFixed = (): boolean =>
  usePlanner(({ project, scenarioId }) => project !== null
    && (project.readOnly || lockedScenarios(project.edits.document).has(scenarioId)));

/** Whether inputs of a kind take no edits; those of the document belong to no scenario. */
export function useIsFixed(kind: KindName): boolean {
  const [readOnly, fixed] = [useIsReadOnly(), useIsScenarioFixed()];
  return kindOf(kind).scope === 'document' ? readOnly : fixed;
}

export const useScenarioId = (): string => usePlanner((state) => state.scenarioId);

/** Inputs of the scenario on show. A document whose scenarios are circular or lost has none. */
export function useInputs(): ScenarioInputs | null {
  const inputs = inputsOf(useDocument(), useScenarioId());
  return inputs.ok ? inputs.value : null;
}

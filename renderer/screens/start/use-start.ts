import { useCallback, useEffect, useMemo } from 'react';
import { loadMeasuredPoints } from '../../../shared/catalog/measured.ts';
import type { StartProblem } from '../../../shared/project/start-problem.ts';
import { planStart, systemOffers, type SystemOffer } from '../../../shared/search/start.ts';
import { catalog } from '../../state/catalog.ts';
import { useActions } from '../../state/hooks.tsx';
import {
  answersOf, changeDraft, clearDraft, draftNow, readTyped, type StartDraft,
} from '../../state/start-draft.ts';
import { boxId } from './TypedNumber.tsx';

/** Systems as they are offered to what the page says; found again where that matters. */
export function useOffers({ workloads, mw, ownership }: StartDraft): readonly SystemOffer[] {
  const models = workloads.map(({ model }) => model).join('\n');
  return useMemo(() => systemOffers({
    ownership, utilityMw: readTyped(mw),
    workloads: models.split('\n').map((model) =>
      ({ preset: '', model, powerShare: 1, tokensPerDay: null })),
  }, { catalog, points: loadMeasuredPoints() }), [models, mw, ownership]);
}

/** The box of what is wrong; a list of systems is one place. */
const boxOf = (problem: StartProblem): string => boxId(problem.field,
  'at' in problem && problem.field !== 'systems' ? problem.at : null);

/**
 * Asks for the plan of what the page says. Where that gives none, what is wrong is told
 * and the first box of it takes the focus. Control and Enter ask as the button does.
 */
export function usePlanNow(): () => void {
  const { startFile } = useActions();
  const plan = useCallback(() => {
    const answers = answersOf(draftNow());
    const made = planStart(answers, { catalog, points: loadMeasuredPoints() });
    changeDraft({ problems: made.ok ? [] : made.error });
    if (made.ok) {
      void startFile(answers).then((opened) => { if (opened) clearDraft(); });
      return;
    }
    const [first] = made.error;
    if (first !== undefined) document.getElementById(boxOf(first))?.focus();
  }, [startFile]);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      plan();
    };
    addEventListener('keydown', press);
    return () => { removeEventListener('keydown', press); };
  }, [plan]);
  return plan;
}

import { assumedBehind, type AssumedInput } from '../../shared/plan/figures/rests-on.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { clearFilter, setFilter } from './register-filter.ts';
import { figureLabel } from '../text/figures.ts';
import { useActions } from './hooks.tsx';

/** The assumed inputs behind a figure or series of a plan, nearest first. */
export const assumedInputs = (plan: Plan, key: string): readonly AssumedInput[] =>
  assumedBehind(plan, key, plan.stages.catalog);

/** Shows the assumed inputs behind a figure in the register. */
export function useShowBehind(): (plan: Plan, key: string) => void {
  const { go } = useActions();
  return (plan, key) => {
    clearFilter();
    setFilter({ behind: {
      figure: plan.series[key]?.label ?? figureLabel(key, plan),
      ids: assumedInputs(plan, key).map(({ id }) => id),
    } });
    go('assumptions', 'register');
  };
}

import type { NoPlan } from '../../state/plan.ts';
import { inspectorText } from '../../text/inspector.ts';
import { explainPlan } from '../../text/plan-problems.ts';

/** Why there is no plan, what was kept, and what to do. */
export function NoPlanDetails({ problem }: { readonly problem: NoPlan }) {
  const { title, kept, next } = explainPlan(problem);
  return (
    <>
      <h2>{inspectorText.noPlan}</h2>
      <p className="inspector-absent">{title}</p>
      <p className="inspector-text">
        {kept} {next}
      </p>
    </>
  );
}

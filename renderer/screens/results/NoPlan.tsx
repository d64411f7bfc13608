import type { NoPlan as Problem } from '../../state/plan.ts';
import { explainPlan } from '../../text/plan-problems.ts';

/** Why there is no plan, what was kept, and what to do. */
export function NoPlan({ problem }: { readonly problem: Problem }) {
  const { title, kept, next } = explainPlan(problem);
  return (
    <div role="status" className="results-empty">
      <p>
        <strong>{title}</strong>
      </p>
      <p>
        {kept} {next}
      </p>
    </div>
  );
}

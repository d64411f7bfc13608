import type { Limit } from '../../../shared/units/limit.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { usePlan } from '../../state/use-plans.ts';
import { limitLabel } from '../../text/limits.ts';
import { NoPlanDetails } from './NoPlanDetails.tsx';
import { inspectorText } from '../../text/inspector.ts';

/** What does not fit, by how much, and the nearest change that fits; then what a reader must know. */
export function LimitDetails() {
  const plan = usePlan();
  if (!plan.ok) return <NoPlanDetails problem={plan.error} />;
  const { limits, warnings } = plan.value;
  return (
    <>
      <h2>{inspectorText.limits}</h2>
      {limits.length + warnings.length === 0 && <p className="inspector-empty">{inspectorText.noLimits}</p>}
      <ul className="limit-list">
        {limits
          .toSorted((a, b) => Number(b.broken) - Number(a.broken))
          .map((limit) => (
            <li key={`${limit.code} ${limit.where}`}>
              <One limit={limit} />
            </li>
          ))}
        {warnings.map((warning) => (
          <li key={`${warning.code} ${warning.where} ${warning.text}`}>
            <p>{warning.text}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function One({ limit }: { readonly limit: Limit }) {
  return (
    <>
      <p className="limit-head" data-broken={limit.broken || undefined}>
        <strong>{limitLabel(limit.code)}</strong>{' '}
        <span>{limit.broken ? inspectorText.broken : inspectorText.binding}</span>
      </p>
      <p className="numeric">
        {inspectorText.limitOf(
          formatQuantity(limit.value, limit.unit),
          formatQuantity(limit.limit, limit.unit),
        )}
      </p>
      {limit.nearestFix !== '' && <p>{limit.nearestFix}</p>}
    </>
  );
}

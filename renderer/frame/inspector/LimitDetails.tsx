import { hasAmount, type Limit, type Warning } from '../../../shared/units/limit.ts';
import { pathsInWords } from '../../../shared/project/path-words.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { FixButton } from '../../components/FixButton.tsx';
import { useActions } from '../../state/hooks.tsx';
import { findPlace } from '../../state/trace.ts';
import { usePlan } from '../../state/use-plans.ts';
import { describeWarning, limitLabel } from '../../text/limits.ts';
import { inspectorText } from '../../text/inspector.ts';
import { NoPlanDetails } from './NoPlanDetails.tsx';

/**
 * What does not fit, by how much, and the nearest change that fits; then what a reader
 * must know.
 */
export function LimitDetails() {
  const plan = usePlan();
  if (!plan.ok) return <NoPlanDetails problem={plan.error} />;
  const { limits, warnings } = plan.value;
  const worstFirst = limits.toSorted((a, b) => Number(b.broken) - Number(a.broken));
  return (
    <>
      <h2>{inspectorText.limits}</h2>
      {limits.length + warnings.length === 0
        && <p className="inspector-empty">{inspectorText.noLimits}</p>}
      <ul className="limit-list">
        {worstFirst.map((limit) => (
          <li key={`${limit.code} ${limit.where}`}>
            <OneLimit limit={limit} plan={plan.value} />
          </li>
        ))}
        {warnings.map((warning) => (
          <li key={`${warning.code} ${warning.where} ${warning.text}`}>
            <OneWarning warning={warning} plan={plan.value} />
          </li>
        ))}
      </ul>
    </>
  );
}

function OneLimit({ limit, plan }: { readonly limit: Limit; readonly plan: Plan }) {
  const { broken, value, unit, nearestFix, code, where } = limit;
  return (
    <>
      <p className="limit-head" data-broken={broken || undefined}>
        <strong>{limitLabel(code)}</strong> <span>
          {broken ? inspectorText.broken : inspectorText.binding}
        </span>
      </p>
      {hasAmount(limit) && (
        <p className="numeric">
          {inspectorText.limitOf(formatQuantity(value, unit),
            formatQuantity(limit.limit, unit))}
        </p>
      )}
      {nearestFix !== '' && <p>{pathsInWords(nearestFix)}</p>}
      <p className="limit-deeds">
        <FixButton limit={limit} />
        <Show where={where} plan={plan} />
      </p>
    </>
  );
}

function OneWarning({ warning, plan }: { readonly warning: Warning; readonly plan: Plan }) {
  return (
    <>
      <p>{describeWarning(warning, plan)}</p>
      <Show where={warning.where} plan={plan} />
    </>
  );
}

/** Leads to the figure, input or rack group a limit or warning speaks of. */
function Show({ where, plan }: { readonly where: string; readonly plan: Plan }) {
  const { select, jumpTo } = useActions();
  const place = findPlace(where, plan);
  if (place === null) return null;
  const show = (): void => {
    if (place.kind === 'field') jumpTo(place.at);
    else select(place, true);
  };
  return <button type="button" className="plain-button limit-show"
    onClick={show}>{inspectorText.show}</button>;
}

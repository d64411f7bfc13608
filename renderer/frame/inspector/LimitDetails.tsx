import { hasAmount, type Limit, type Warning } from '../../../shared/units/limit.ts';
import { pathsInWords } from '../../../shared/project/path-words.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { warningGroups, type WarningGroup } from '../../../shared/report/warning-groups.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { FixButton } from '../../components/FixButton.tsx';
import { useActions } from '../../state/hooks.tsx';
import { useStake } from '../../state/stake.ts';
import { findPlace } from '../../state/trace.ts';
import { usePlan } from '../../state/use-plans.ts';
import { usePrinter } from '../../state/use-print.ts';
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
  const groups = warningGroups(plan.value);
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
        {groups.slice(0, groupsShown).map((group) => (
          <li key={group.code}><Cause group={group} plan={plan.value} /></li>
        ))}
      </ul>
      {groups.length > groupsShown && (
        <details className="limit-smaller">
          <summary>{inspectorText.smaller(groups.length - groupsShown)}</summary>
          <ul className="limit-list">
            {groups.slice(groupsShown).map((group) => (
              <li key={group.code}><Cause group={group} plan={plan.value} /></li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** More causes than these at once are read by nobody. */
const groupsShown = 3;

/** Warnings of one cause, and what of the plan's worth hangs on it where that is known. */
function Cause({ group, plan }: { readonly group: WarningGroup; readonly plan: Plan }) {
  const stake = useStake(group.code);
  const print = usePrinter();
  return (
    <>
      <p className="limit-head">
        <strong>{group.title}</strong>
        {stake !== null && <span className="numeric">{inspectorText.stake(print(stake, 'USD'))}</span>}
      </p>
      <ul className="limit-members">
        {group.warnings.map((warning) => (
          <li key={`${warning.code} ${warning.where} ${warning.text}`}>
            <OneWarning warning={warning} plan={plan} />
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

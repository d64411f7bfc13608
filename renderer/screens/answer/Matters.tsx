import type { Plan } from '../../../shared/plan/types.ts';
import { pathsInWords } from '../../../shared/project/path-words.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import type { WarningGroup } from '../../../shared/report/warning-groups.ts';
import type { Limit } from '../../../shared/units/limit.ts';
import { FixButton } from '../../components/FixButton.tsx';
import { mattersOf } from '../../state/answer.ts';
import { useActions } from '../../state/hooks.tsx';
import { stakeOf } from '../../state/stake.ts';
import { findPlace } from '../../state/trace.ts';
import { usePrinter } from '../../state/use-print.ts';
import { answerText as words } from '../../text/answer.ts';
import { inspectorText } from '../../text/inspector.ts';
import { describeWarning, limitLabel } from '../../text/limits.ts';

interface Props {
  readonly plan: Plan;
  readonly document: ProjectDocument;
  readonly scenarioId: string;
  /** Whether the plans that say what is at stake are evaluated. */
  readonly ready: boolean;
}

/** The three causes that matter, each with what it may cost and what mends it; what binds. */
export function Matters({ plan, document, scenarioId, ready }: Props) {
  const print = usePrinter();
  const { shown, smaller } = mattersOf(plan);
  const power = plan.figures['headline.facilityMw']?.value ?? null;
  return (
    <section className="answer-panel" aria-label={words.matters}>
      <h2 className="answer-title">{words.matters}</h2>
      {power !== null && (
        <p className="answer-binds">
          <strong>{words.binds}.</strong> {words.power(print(power, 'MW'),
            print(plan.inputs.site.values.utilityMw, 'MW'))}
        </p>
      )}
      {shown.length === 0 && <p className="answer-help">{words.nothing}</p>}
      <ul className="answer-matters">
        {shown.map((matter) => ('limit' in matter
          ? <Binding key={`${matter.limit.code} ${matter.limit.where}`} limit={matter.limit} />
          : <Cause key={matter.group.code} group={matter.group} plan={plan}
            stake={ready ? stakeOf(document, scenarioId, matter.group.code) : null} />))}
      </ul>
      {smaller > 0 && <Smaller count={smaller} />}
    </section>
  );
}

function Binding({ limit }: { readonly limit: Limit }) {
  const { code, broken, nearestFix } = limit;
  const text = pathsInWords(nearestFix);
  return (
    <li data-broken={broken || undefined}>
      <strong>{limitLabel(code)}</strong>
      <span className="answer-matter-text" title={text}>{text}</span>
      <FixButton limit={limit} />
    </li>
  );
}

interface CauseProps {
  readonly group: WarningGroup;
  readonly plan: Plan;
  readonly stake: number | null;
}

/** Warnings of one cause in a line: the first in words, and how many more there are. */
function Cause({ group: { title, warnings }, plan, stake }: CauseProps) {
  const print = usePrinter();
  const [first] = warnings;
  const text = warnings.map((warning) => describeWarning(warning, plan)).join(' ');
  return (
    <li>
      <strong>{title}</strong>
      {stake !== null && stake > 0
        && <span className="numeric answer-stake">{inspectorText.stake(print(stake, 'USD'))}</span>}
      <span className="answer-matter-text" title={text}>{text}</span>
      {first !== undefined && <Mend where={first.where} title={title} plan={plan} />}
    </li>
  );
}

/** Leads to the input, figure or record a warning speaks of. */
function Mend(
  { where, title, plan }: { readonly where: string; readonly title: string; readonly plan: Plan },
) {
  const { select, jumpTo, setPreferences } = useActions();
  const place = findPlace(where, plan);
  if (place === null) return null;
  const show = (): void => {
    if (place.kind === 'field') return jumpTo(place.at);
    setPreferences({ inspectorOpen: true });
    select(place);
  };
  return (
    <button type="button" className="plain-button answer-link" aria-label={words.show(title)}
      onClick={show}>{inspectorText.show}</button>
  );
}

/** Opens all limits and warnings in the inspector. */
function Smaller({ count }: { readonly count: number }) {
  const { select, setPreferences } = useActions();
  return (
    <button type="button" className="plain-button answer-link" onClick={() => {
      setPreferences({ inspectorOpen: true });
      select({ kind: 'limits' });
    }}>{inspectorText.smaller(count)}</button>
  );
}

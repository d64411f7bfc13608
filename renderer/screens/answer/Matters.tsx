import type { Plan } from '../../../shared/plan/types.ts';
import { pathsInWords } from '../../../shared/project/path-words.ts';
import { FixButton } from '../../components/FixButton.tsx';
import { mattersOf } from '../../state/answer.ts';
import { usePrinter } from '../../state/use-print.ts';
import { answerText as words } from '../../text/answer.ts';
import { describeWarning, limitLabel } from '../../text/limits.ts';

/** The three limits and warnings that matter, with what mends them, and what binds. */
export function Matters({ plan }: { readonly plan: Plan }) {
  const print = usePrinter();
  const matters = mattersOf(plan);
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
      {matters.length === 0 && <p className="answer-help">{words.nothing}</p>}
      <ul className="answer-matters">
        {matters.map(({ limit, warning }) => (
          <li key={`${limit?.code ?? ''}${limit?.where ?? ''}${warning?.text ?? ''}`}
            data-broken={limit?.broken === true || undefined}>
            {limit !== null && <><strong>{limitLabel(limit.code)}.</strong> {pathsInWords(limit.nearestFix)}
              <FixButton limit={limit} /></>}
            {warning !== null && describeWarning(warning, plan)}
          </li>
        ))}
      </ul>
    </section>
  );
}

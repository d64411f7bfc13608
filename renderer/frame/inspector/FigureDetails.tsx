import { Button } from '@mantine/core';
import { formatQuantity } from '../../../shared/units/format.ts';
import type { Figure } from '../../../shared/units/figure.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { assumedInputs, useShowBehind } from '../../state/behind.ts';
import { findFormula } from '../../state/formulas.ts';
import { useActions, useDocument, useScenarioId } from '../../state/hooks.tsx';
import { traceLine, type TraceLine } from '../../state/trace.ts';
import { usePlan } from '../../state/use-plans.ts';
import { explainAbsent } from '../../text/absent.ts';
import { describeBasis, isUnitCost } from '../../text/cost-basis.ts';
import { usePrint } from '../../state/use-print.ts';
import { figureLabel } from '../../text/figures.ts';
import { describeAssumed, restsText } from '../../text/rests.ts';
import { inspectorText } from '../../text/inspector.ts';
import { Facts } from './Facts.tsx';
import { NoPlanDetails } from './NoPlanDetails.tsx';

/** A number of the plan: its formula, and everything it was computed from, each leading on. */
export function FigureDetails({ figureKey }: { readonly figureKey: string }) {
  const plan = usePlan();
  const print = usePrint();
  if (!plan.ok) return <NoPlanDetails problem={plan.error} />;
  const figure = plan.value.figures[figureKey];
  if (figure === undefined) return <p className="inspector-empty">{inspectorText.notInPlan}</p>;
  const formula = findFormula(figure.formula);
  return (
    <>
      <h2>{figureLabel(figureKey, plan.value)}</h2>
      <code className="inspector-path">{figureKey}</code>
      <p className="inspector-value numeric">
        {formatQuantity(figure.value, figure.unit, print)}
      </p>
      {figure.absent !== undefined
        && <p className="inspector-absent">{explainAbsent(figure.absent)}</p>}
      {formula !== null && (
        <>
          <h3>{inspectorText.formula}</h3>
          <p className="inspector-formula">{formula.expression}</p>
          <Facts facts={[{ name: inspectorText.source, value: formula.source }]} />
        </>
      )}
      {isUnitCost(figureKey) && (
        <>
          <h3>{inspectorText.basis}</h3>
          <Facts facts={describeBasis(plan.value.costBasis)} />
        </>
      )}
      <Inputs figure={figure} plan={plan.value} />
      <AssumedBehind figureKey={figureKey} plan={plan.value} />
    </>
  );
}

/** How many assumed inputs the figure rests on; all of them stand in the register. */
function AssumedBehind(
  { figureKey, plan }: { readonly figureKey: string; readonly plan: Plan },
) {
  const show = useShowBehind();
  const meaning = describeAssumed(assumedInputs(plan, figureKey));
  if (meaning === '') return null;
  return (
    <section className="inspector-assumed">
      <p>
        {meaning}
        <span className="assumed-mark" aria-hidden />
      </p>
      <Button size="compact-xs" variant="default"
        onClick={() => { show(plan, figureKey); }}>{restsText.show}</Button>
    </section>
  );
}

function Inputs({ figure, plan }: { readonly figure: Figure; readonly plan: Plan }) {
  const document = useDocument();
  const scenarioId = useScenarioId();
  const lines = figure.inputs.map((input) => traceLine(input, plan, document, scenarioId));
  return (
    <section>
      <h3>{inspectorText.inputs}</h3>
      {lines.length === 0 ? (
        <p className="inspector-text">{inspectorText.noInputs}</p>
      ) : (
        <ul className="trace">
          {lines.map((line, index) => (
            <li key={`${index} ${line.label}`}>
              <Line line={line} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ line: { label, value, kind, leadsTo } }: { readonly line: TraceLine }) {
  const { select } = useActions();
  const content = (
    <>
      <span data-kind={kind}>{label}</span>
      <span className="numeric">{value}</span>
    </>
  );
  if (leadsTo === null) return <span className="trace-line">{content}</span>;
  return (
    <button
      type="button"
      className="plain-button trace-line"
      onClick={() => {
        select(leadsTo, true);
      }}>
      {content}
    </button>
  );
}

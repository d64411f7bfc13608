import { Button } from '@mantine/core';
import { addressOf } from '../../../shared/project/path.ts';
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
import { restsText } from '../../text/rests.ts';
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
      <p className="inspector-value numeric">{formatQuantity(figure.value, figure.unit, print)}</p>
      {figure.absent !== undefined && <p className="inspector-absent">{explainAbsent(figure.absent)}</p>}
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
      <AssumedBehind figureKey={figureKey} plan={plan.value} />
      <Inputs figure={figure} plan={plan.value} />
    </>
  );
}

/** Assumed inputs named here; the register shows all. */
const mostAssumed = 5;

/** The assumed inputs the figure rests on, each leading to its explanation, all of them to the register. */
function AssumedBehind({ figureKey, plan }: { readonly figureKey: string; readonly plan: Plan }) {
  const { select } = useActions();
  const show = useShowBehind();
  const inputs = assumedInputs(plan, figureKey);
  if (inputs.length === 0) return null;
  return (
    <section aria-label={restsText.title}>
      <h3>{restsText.title}</h3>
      <ul className="trace">
        {inputs.slice(0, mostAssumed).map(({ id, label }) => (
          <li key={id}>
            <button type="button" className="plain-button trace-line" onClick={() => {
              const at = addressOf(id);
              select(at === null ? { kind: 'catalog', ref: id.replace('catalog:', '') } : { kind: 'field', at }, true);
            }}>
              <span>{label}<span className="assumed-mark" aria-hidden /></span>
            </button>
          </li>
        ))}
      </ul>
      {inputs.length > mostAssumed && <p className="inspector-text">{restsText.more(inputs.length - mostAssumed)}</p>}
      <Button size="compact-xs" variant="default" onClick={() => { show(plan, figureKey); }}>{restsText.show}</Button>
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

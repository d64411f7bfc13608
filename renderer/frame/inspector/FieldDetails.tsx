import { Button } from '@mantine/core';
import { defaultsOf } from '../../../shared/project/defaults.ts';
import { kindOf } from '../../../shared/project/kinds.ts';
import type { Field, FieldValue } from '../../../shared/project/field.ts';
import { isPrice } from '../../../shared/uncertainty/register.ts';
import type { Dated } from '../../../shared/uncertainty/staleness.ts';
import { dateIn } from '../../../shared/units/source-date.ts';
import { formatQuantity, unitName } from '../../../shared/units/format.ts';
import type { Print } from '../../../shared/units/print.ts';
import { EvidenceBadge } from '../../components/EvidenceBadge.tsx';
import { describeCondition } from '../../state/active-when.ts';
import { autoValue } from '../../../shared/plan/figures/auto-values.ts';
import { describeIn } from '../../state/describe.ts';
import {
  fieldState, pathOf, type FieldAddress, type FieldState,
} from '../../state/document.ts';
import { resetField } from '../../state/edits.ts';
import {
  useActions, useDocument, useInputs, usePlanner, useScenarioId,
} from '../../state/hooks.tsx';
import { usePlan } from '../../state/use-plans.ts';
import { usePrint } from '../../state/use-print.ts';
import { figuresUsing } from '../../state/trace.ts';
import { describeRange, labelReset } from '../../text/fields.ts';
import { figureLabel } from '../../text/figures.ts';
import { inspectorText } from '../../text/inspector.ts';
import { Facts, type Fact } from './Facts.tsx';
import { SourceAge } from './SourceAge.tsx';
import { FieldNote } from '../../components/FieldNote.tsx';

/** What an input means, what it may be, where its value comes from, and what rests on it. */
export function FieldDetails({ at }: { readonly at: FieldAddress }) {
  const { edit } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const field = defaultsOf(document).field(at.kind, at.field);
  const state = fieldState(document, scenarioId, at);
  const inputs = useInputs();
  const print = usePrint();
  const plan = usePlan();
  const redacted =
    usePlanner(({ project }) => project?.package?.redacted.includes(pathOf(at)) === true);
  if (field === undefined || state === null) return null;
  const auto = plan.ok
    && state.value === null ? autoValue(plan.value, at, plan.value.stages.catalog) : null;
  const describe = (value: FieldValue): string => describeIn(field, value, inputs);
  return (
    <>
      <h2>{field.label}</h2>
      <code className="inspector-path">{pathOf(at)}</code>
      <p className="inspector-value numeric">
        {auto === null || field.type !== 'number'
          ? describe(state.value)
          : formatQuantity(auto, field.unit, print)}
      </p>
      <p className="inspector-origin">
        {auto === null ? originOf(at, state) : inspectorText.automatic}
        {state.origin === 'here' && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => {
              edit(labelReset(field), resetField(document, scenarioId, at));
            }}>
            {inspectorText.reset}
          </Button>
        )}
      </p>
      {redacted && <p className="inspector-origin">{inspectorText.redacted}</p>}
      <p className="inspector-text">{field.help}</p>
      <Facts facts={factsOf(field, state, describe, print)} />
      <FieldNote key={pathOf(at) + scenarioId} at={at} note={state.note} />
      <UsedBy at={at} />
    </>
  );
}

const originOf = (at: FieldAddress, { origin }: FieldState): string =>
  origin === 'here' && kindOf(at.kind).scope === 'document'
    ? inspectorText.originFile
    : inspectorText.origin[origin];

function factsOf(
  field: Field,
  state: FieldState,
  describe: (value: FieldValue) => string,
  print: Print,
): readonly Fact[] {
  const changed = state.origin !== 'default' && state.value !== field.default;
  return [
    { name: inspectorText.unit, value: field.type === 'number' ? unitName(field.unit) : '' },
    { name: inspectorText.range, value: describeRange(field, print) },
    { name: inspectorText.default, value: describe(field.default) },
    {
      name: inspectorText.inherited,
      value: state.origin === 'here'
        && state.fallback !== field.default ? describe(state.fallback) : '',
    },
    {
      name: inspectorText.source,
      value: changed ? (state.note?.source ?? inspectorText.originFile) : field.source,
    },
    { name: inspectorText.date, value: <SourceAge {...datedOf(field, state, changed)} /> },
    { name: inspectorText.evidence,
      value: <EvidenceBadge evidence={changed ? 'user' : field.evidence} /> },
    {
      name: inspectorText.activeWhen,
      value: field.activeWhen === undefined ? '' : describeCondition(field.activeWhen),
    },
  ];
}

/** What the age of a field's source is judged by. */
function datedOf(field: Field, { note }: FieldState, changed: boolean): Dated {
  const source = note?.source ?? (changed ? '' : field.source);
  const date = (note?.source === undefined && !changed ? field.date : undefined)
    ?? dateIn(source);
  return { date, price: isPrice(field.type === 'number' ? field.unit : 'text', ''),
    decision: changed || field.evidence === 'user' };
}

/** Figures listed at most; the rest is reached through them. */
const mostUses = 8;

function UsedBy({ at }: { readonly at: FieldAddress }) {
  const { select } = useActions();
  const plan = usePlan();
  const keys = plan.ok ? figuresUsing(plan.value, at).slice(0, mostUses) : [];
  if (!plan.ok || keys.length === 0) return null;
  return (
    <section>
      <h3>{inspectorText.usedBy}</h3>
      <ul className="trace">
        {keys.map((key) => (
          <li key={key}>
            <button
              type="button"
              className="plain-button trace-line"
              onClick={() => {
                select({ kind: 'figure', key }, true);
              }}>
              {figureLabel(key, plan.value)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

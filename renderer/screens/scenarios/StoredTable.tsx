import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { FieldValue } from '../../../shared/project/field.ts';
import { fieldOf, kindOf } from '../../../shared/project/kinds.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { listScenarios, type ScenarioInputs } from '../../../shared/project/resolve.ts';
import { FactTable, type FactRow } from '../../components/FactTable.tsx';
import { describeIn } from '../../state/describe.ts';
import { inputsOf } from '../../state/document.ts';
import { useActions, useIsScenarioFixed } from '../../state/hooks.tsx';
import type { ScenarioInfo } from '../../state/scenarios.ts';
import {
  storedDifferences, takeBase, type StoredDifference,
} from '../../state/stored-differences.ts';
import { scenariosText as words } from '../../text/scenarios.ts';

interface Props {
  readonly document: ProjectDocument;
  readonly scenario: ScenarioInfo;
}

const labelOf = ({ at, what }: StoredDifference): string =>
  (what === 'value' ? fieldOf(at.kind, at.field)?.label : undefined) ?? kindOf(at.kind).label;

/**
 * What the scenario stores of its own, each with a way to the field and a way back to the
 * base.
 */
export function StoredTable({ document, scenario }: Props) {
  const { jumpTo, edit } = useActions();
  const fixed = useIsScenarioFixed();
  const differences = useMemo(() => storedDifferences(document, scenario.id),
    [document, scenario.id]);
  const sides = [scenario.basedOn, scenario.id].map((id) => {
    const inputs = inputsOf(document, id);
    return inputs.ok ? inputs.value : null;
  });
  const [above = null, here = null] = sides;
  const base = listScenarios(document).find(({ id }) => id === scenario.basedOn)?.name ?? null;
  const title = words.storedTitle(scenario.name, base);
  if (differences.length === 0)
    return <p className="scenario-keys" role="status">{words.storedNone}</p>;
  const rows = differences.map((each): FactRow => {
    const label = labelOf(each);
    return {
      key: each.id,
      cells: [
        each.what === 'removed' ? label : (
          <button key="open" type="button" className="plain-button scenario-open"
            onClick={() => { jumpTo(each.at); }}>
              {label}
            </button>
        ),
        each.record,
        each.what === 'value' ? <Stated key="base"
          text={printed(each, each.base, above ?? here)} /> : '',
        each.what === 'value'
          ? <Stated key="here" text={printed(each, each.value, here)} />
          : words.what[each.what],
        <Button key="take" size="compact-xs" variant="subtle" disabled={fixed}
          aria-label={words.takeBaseOf(label, each.record)}
          onClick={() => {
            edit(words.label.takeBase(label), takeBase(document, scenario.id, each));
          }}>
          {words.takeBase}
        </Button>,
      ],
    };
  });
  return (
    <FactTable title={title} help={words.storedHelp} columns={words.storedColumns}
      words={[0, 1, 2, 3]} rows={rows} />
  );
}

/** A value in a few lines; a long note or file is read where it is entered. */
const Stated = ({ text }: { readonly text: string }) =>
  <span className="scenario-value" title={text.slice(0, 1000)}>{text}</span>;

/** A value with its unit, as people read it. */
function printed(
  { at }: StoredDifference, value: FieldValue | undefined, inputs: ScenarioInputs | null,
): string {
  const field = fieldOf(at.kind, at.field);
  if (value === undefined) return words.absent;
  return field === undefined ? String(value) : describeIn(field, value, inputs);
}

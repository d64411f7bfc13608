import { useMemo } from 'react';
import type { Difference } from '../../../shared/compare/diff.ts';
import { diffScenarios } from '../../../shared/compare/diff.ts';
import { groupLabels, inputGroups } from '../../../shared/compare/groups.ts';
import { fieldOf, isKind, kindOf } from '../../../shared/project/kinds.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import type { ScenarioInputs } from '../../../shared/project/resolve.ts';
import { FactTable, type FactRow } from '../../components/FactTable.tsx';
import { describeIn } from '../../state/describe.ts';
import { inputsOf, recordOf, valueOf, type FieldAddress } from '../../state/document.ts';
import { useActions } from '../../state/hooks.tsx';
import { cutTo, shortName } from '../../state/names.ts';
import { compareText as words } from '../../text/compare.ts';
import { explainResolve } from '../../text/problems.ts';
import type { Pair } from '../../state/compare-choice.ts';

interface Props {
  readonly document: ProjectDocument;
  readonly pair: Pair;
}

/** Every input in which B differs from A, by group; a press leads to the field. */
export function DifferencesPart({ document, pair: { a, b } }: Props) {
  const { jumpTo, selectScenario } = useActions();
  const found = useMemo(() => diffScenarios(document, a.id, b.id), [document, a.id, b.id]);
  if (!found.ok)
    return <p className="compare-note" role="status">{explainResolve(found.error).title}</p>;
  if (found.value.length === 0) {
    return (
      <p className="compare-note" role="status">
        {words.noDifferences(shortName(a.name), shortName(b.name))} {words.noDifferencesNext}
      </p>
    );
  }
  const sides = [a, b].map(({ id }) => {
    const inputs = inputsOf(document, id);
    return inputs.ok ? inputs.value : null;
  });
  const open = (difference: Difference, at: FieldAddress): void => {
    selectScenario(difference.b === undefined ? a.id : b.id);
    jumpTo(at);
  };
  const rowOf = (difference: Difference): FactRow => {
    const at = addressOf(difference);
    const [inA = null, inB = null] = sides;
    return {
      key: difference.path, part: true,
      cells: [
        at === null ? difference.label : (
          <button key="open" type="button" className="plain-button compare-open"
            onClick={() => { open(difference, at); }}>
            {difference.label}
          </button>
        ),
        at === null ? difference.path : placeName(at, inB ?? inA, inA),
        <Stated key="a" text={printSide(difference, difference.a, at, inA)} />,
        <Stated key="b" text={printSide(difference, difference.b, at, inB)} />,
      ],
    };
  };
  const rows = inputGroups.flatMap((group): readonly FactRow[] => {
    const own = found.value.filter((each) => each.group === group);
    return own.length === 0 ? []
      : [{ key: group, strong: true, cells: [groupLabels[group], '', '', ''] },
        ...own.map(rowOf)];
  });
  const [input = '', where = ''] = words.differencesColumns;
  return (
    <FactTable title={words.differencesTitle(shortName(a.name), shortName(b.name))}
      help={words.differencesHelp} words={[0, 1, 2, 3]}
      columns={[input, where, `A: ${shortName(a.name)}`, `B: ${shortName(b.name)}`]}
      rows={rows} />
  );
}

const Stated = ({ text }: { readonly text: string }) =>
  <span className="compare-value">{cutTo(text)}</span>;

/** The field a difference names; a whole record leads to its first field. */
function addressOf({ path }: Difference): FieldAddress | null {
  const [kind = '', second = '', third] = path.split('.');
  if (!isKind(kind)) return null;
  if (third !== undefined) return { kind, key: second, field: third };
  const { count, fields } = kindOf(kind);
  const [first] = fields;
  if (count === 'one') return { kind, key: kind, field: second };
  return first === undefined ? null : { kind, key: second, field: first.key };
}

/** Kind of the record, and its name where there are several. */
function placeName(
  { kind, key }: FieldAddress, ...sides: readonly (ScenarioInputs | null)[]
): string {
  const { label, count } = kindOf(kind);
  if (count === 'one') return label;
  const record = sides.map((side) => (side === null ? undefined : recordOf(side, kind, key)))
    .find((each) => each !== undefined);
  const name = record === undefined ? key : valueOf(record, 'name');
  return `${label}: ${typeof name === 'string' && name !== '' ? name : key}`;
}

function printSide(
  difference: Difference, value: Difference['a'], at: FieldAddress | null,
  inputs: ScenarioInputs | null,
): string {
  if (value === undefined) return words.absent;
  const field = at === null || difference.record ? undefined : fieldOf(at.kind, at.field);
  return field === undefined ? String(value) : describeIn(field, value, inputs);
}

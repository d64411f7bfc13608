import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { SnapshotInfo } from '../../../shared/backend.ts';
import type { Difference } from '../../../shared/compare/diff.ts';
import { groupLabels, inputGroups } from '../../../shared/compare/groups.ts';
import { fieldOf, isKind } from '../../../shared/project/kinds.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { FactTable, type FactRow } from '../../components/FactTable.tsx';
import { describeIn } from '../../state/describe.ts';
import { inputsOf } from '../../state/document.ts';
import { useProject, useScenarioId } from '../../state/hooks.tsx';
import { planOf } from '../../state/plan.ts';
import { useReply } from '../../state/use-reply.ts';
import { scenariosText as words } from '../../text/scenarios.ts';
import { compareHeadlines } from '../compare/headline-rows.ts';
import { versionDifferences, type VersionDifference } from './version-lines.ts';

interface Props {
  readonly document: ProjectDocument;
  readonly list: readonly SnapshotInfo[];
}

/** A version against the present, or against another one. */
export function VersionCompare({ document, list }: Props) {
  const { session } = useProject();
  const [a, setA] = useState<string | null>(null);
  const [b, setB] = useState('');
  const first = list.find(({ id }) => id === a) ?? list[0];
  const second = list.find(({ id }) => id === b);
  const left = useReply('snapshot:read', { session, id: first?.id ?? '-' });
  const other = useReply('snapshot:read', { session, id: second?.id ?? first?.id ?? '-' });
  const right = second === undefined ? document : other;
  const names = list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <div className="scenario-tools">
        <Select size="xs" label={words.compareVersion} allowDeselect={false}
          value={first?.id ?? null} data={names}
          onChange={setA} />
        <Select size="xs" label={words.withVersion} allowDeselect={false}
          value={second?.id ?? ''}
          data={[{ value: '', label: words.present }, ...names]}
          onChange={(next) => { setB(next ?? ''); }} />
      </div>
      {left !== null && right !== null && first !== undefined && (
        <Compared a={left} b={right} nameA={first.name} nameB={second?.name ?? words.present} />
      )}
    </>
  );
}

interface ComparedProps {
  readonly a: ProjectDocument;
  readonly b: ProjectDocument;
  readonly nameA: string;
  readonly nameB: string;
}

function Compared({ a, b, nameA, nameB }: ComparedProps) {
  const scenarioId = useScenarioId();
  const scenarios = useMemo(() => versionDifferences(a, b), [a, b]);
  const groups = useMemo(
    () => compareHeadlines([planOf(a, scenarioId), planOf(b, scenarioId)], true),
    [a, b, scenarioId]);
  if (scenarios.length === 0)
    return <p className="scenario-keys" role="status">{words.sameVersions}</p>;
  const figures = groups.flatMap(({ rows }) => rows.map(({ key, label, cells }) => (
    { key, cells: [label, ...cells.map(({ printed }) => printed)] })));
  return (
    <>
      {figures.length > 0 && (
        <FactTable title={words.versionFigures} help={words.versionFiguresHelp} rows={figures}
          columns={[words.figure, `A: ${nameA}`, `B: ${nameB}`]} />
      )}
      <FactTable title={words.versionDifferences}
        columns={[words.input, `A: ${nameA}`, `B: ${nameB}`]}
        rows={scenarios.flatMap((each) => rowsOf(each, a, b))} />
    </>
  );
}

/** A scenario's line, then its differences by group. */
function rowsOf(
  { id, name, state, differences }: VersionDifference, a: ProjectDocument,
  b: ProjectDocument,
) {
  const [inA, inB] = [a, b].map((document) => inputsOf(document, id));
  const print = (each: Difference, value: Difference['a'], inputs: typeof inA): string => {
    const [kind = '', ...rest] = each.path.split('.');
    const field = isKind(kind) && !each.record ? fieldOf(kind, rest.at(-1) ?? '') : undefined;
    if (value === undefined) return words.absent;
    return field === undefined ? String(value)
      : describeIn(field, value, inputs?.ok === true ? inputs.value : null);
  };
  const head: FactRow = { key: id, strong: true, cells: [name, words.versionState[state], ''] };
  return [head, ...inputGroups.flatMap((group) =>
    differences.filter((each) => each.group === group)
    .map((each): FactRow => ({
      key: `${id} ${each.path}`, part: true,
      cells: [`${groupLabels[group]}: ${each.label}`, print(each, each.a, inA),
        print(each, each.b, inB)],
    })))];
}

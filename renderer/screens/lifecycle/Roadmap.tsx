import type { KnownInput } from '../../../shared/project/field-path.ts';
import { Button, Switch } from '@mantine/core';
import { useDeferredValue, useMemo } from 'react';
import type { ReleaseValue, RoadmapValue } from '../../../shared/search/release-value.ts';
import type { Unit } from '../../../shared/units/unit.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { roadmapPicture } from '../../charts/pictures/what-if.ts';
import { useLook } from '../../charts/use-look.ts';
import { FactTable, type FactRow } from '../../components/FactTable.tsx';
import { setField } from '../../state/edits.ts';
import { useActions, useDocument, useInputs, useScenarioId } from '../../state/hooks.tsx';
import { roadmapEnds, roadmapOf, setAllReleases } from '../../state/roadmap.ts';
import { CatalogueReleases } from './CatalogueReleases.tsx';
import { lifecycleText as words } from './text.ts';
import { usePrinter, type Printer } from '../../state/use-print.ts';

/** The unit cost month by month, with all releases and without any. */
export function RoadmapChart() {
  const document = useDeferredValue(useDocument());
  const scenarioId = useScenarioId();
  const look = useLook();
  const ends = useMemo(() => roadmapEnds(document, scenarioId), [document, scenarioId]);
  return ends === null ? null
    : <ChartFigure picture={roadmapPicture(ends.without, ends.all, look)} />;
}

/** A difference with its sign. */
const changeOf = (print: Printer) => (value: number | null, unit: Unit): string =>
  value === null ? print(null, unit) : `${value > 0 ? '+' : ''}${print(value, unit)}`;

/** What each release adds, and what all of them add. */
export function RoadmapTable() {
  const { edit } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const shown = useDeferredValue(document);
  const value = useMemo(() => roadmapOf(shown, scenarioId), [shown, scenarioId]);
  const inputs = useInputs();
  const print = usePrinter();
  const setAll = (inUse: boolean): void => {
    if (inputs !== null) edit(inUse ? words.useAll : words.useNone,
      setAllReleases(document, scenarioId, inputs, inUse));
  };
  const releases = value?.releases ?? [];
  const next = releases.find(({ inUse, reaches }) => !inUse && reaches);
  return (
    <FactTable restsOn="headline.npvUsd" title={words.roadmap}
      help={releases.length === 0 ? words.roadmapNone : words.roadmapHelp} words={[0, 2]}
      columns={words.columns}
      rows={value === null || releases.length === 0 ? [] : rowsOf(value, print)}>
      <span>
        <Button size="compact-xs" variant="subtle" disabled={releases.length === 0}
          onClick={() => { setAll(true); }}>{words.useAll}</Button>
        <Button size="compact-xs" variant="subtle" disabled={releases.length === 0}
          onClick={() => { setAll(false); }}>{words.useNone}</Button>
        <CatalogueReleases />
        {next !== undefined && <output className="unseen">
          {words.next(next.name, changeOf(print)(next.npvUsd, 'USD'))}
        </output>}
      </span>
    </FactTable>
  );
}

function rowsOf({ without, all, releases }: RoadmapValue, print: Printer): readonly FactRow[] {
  const change = changeOf(print);
  const sum = (key: 'npvUsd' | 'costPerMTokUsd' | 'tokensTotalM'): number | null =>
    releases.some((r) => r[key] === null) ? null
      : releases.reduce((total, r) => total + (r[key] ?? 0), 0);
  const totals = (key: string, name: string, result: RoadmapValue['all']): FactRow => ({
    key, strong: true, cells: [name, '', '', print(result.npvUsd, 'USD'),
      print(result.costPerMTokUsd, 'USD/Mtok'), print(result.tokensTotalM, 'Mtok')],
  });
  return [
    totals('without', words.without, without),
    ...releases.map((release): FactRow => ({
      key: release.key, part: true, cells: [
        release.reaches ? release.name : <>{release.name}<small>{words.reachesNone}</small></>,
        release.month, <UseSwitch key="use" release={release} />,
        change(release.npvUsd, 'USD'), change(release.costPerMTokUsd, 'USD/Mtok'),
        change(release.tokensTotalM, 'Mtok'),
      ],
    })),
    { key: 'sum', cells: [words.sum, '', '', change(sum('npvUsd'), 'USD'),
      change(sum('costPerMTokUsd'), 'USD/Mtok'), change(sum('tokensTotalM'), 'Mtok')] },
    totals('all', words.all, all),
  ];
}

function UseSwitch({ release: { key, name, inUse } }: { readonly release: ReleaseValue }) {
  const { edit } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  return (
    <Switch size="xs" aria-label={words.inUse(name)} checked={inUse}
      onChange={(event) => {
        const at = { kind: 'release', key, field: 'inUse' } satisfies KnownInput;
        edit(words.inUse(name),
          setField(document, scenarioId, at, event.currentTarget.checked));
      }} />
  );
}

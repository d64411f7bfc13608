import { NumberInput, Progress } from '@mantine/core';
import { useMemo, useState } from 'react';
import { pathsInWords } from '../../../shared/project/path-words.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { lacksPrice, type TcoRow } from '../../../shared/search/tco.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import type { Print } from '../../../shared/units/print.ts';
import type { Unit } from '../../../shared/units/unit.ts';
import { FactTable, type FactRow } from '../../components/FactTable.tsx';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { usePicture } from '../../charts/pictures/what-if.ts';
import { useLook } from '../../charts/use-look.ts';
import { shortName } from '../../state/names.ts';
import { splitQuantity } from '../../state/headline.ts';
import { useScenarioId } from '../../state/hooks.tsx';
import { usePrint } from '../../state/use-print.ts';
import { useTco } from '../../state/use-tco.ts';
import { mostCurves, type UseCurve } from '../../state/what-if.ts';
import { systemsText as words } from '../../text/systems.ts';
import { SystemPrice } from './SystemPrice.tsx';

/** Columns of numbers in the order of `words.columns`, behind system and what runs on it. */
const columns = [
  ['costPerMTokUsd', 'USD/Mtok'], ['costPerRequestUsd', 'USD/request'], ['joulesPerToken', 'J/token'],
  ['tokPerSecPerMw', 'tok/s/MW'], ['memoryUsdPerGb', 'USD'], ['capexPerMwUsd', 'USD'],
  ['tokPerSecPerUser', 'tok/s/user'],
] as const satisfies readonly (readonly [keyof TcoRow, Unit])[];

const fastest = 2000;

/** Total cost of each system on the plan's own workload, site and terms. */
export function SystemsPart({ document }: { readonly document: ProjectDocument }) {
  const scenarioId = useScenarioId();
  const [speed, setSpeed] = useState<number | null>(null);
  const { table, progress, failed, busy } = useTco(document, scenarioId, speed);
  const print = usePrint();
  const rows = useMemo(() => (table === null ? [] : inOrder(table.rows)
    .map((row) => rowFor(row, table.cheapest[0]?.system ?? null, print))), [table, print]);
  return (
    <>
      <div className="compare-tools">
        <NumberInput label={words.speed} placeholder={words.ownSpeed} min={1} max={fastest}
          value={speed ?? ''} hideControls
          onChange={(value) => {
            setSpeed(typeof value === 'number' && value > 0 && value <= fastest ? value : null);
          }} />
        <span className="compare-note">{words.help}</span>
      </div>
      {busy && <Progress size="xs" aria-label={words.working}
        value={progress === null ? 0 : (100 * progress.done) / progress.total} />}
      {failed !== null && <p className="compare-refused" role="alert">{failed}</p>}
      {table !== null && (
        <div className="systems-table" aria-busy={busy}>
          <FactTable title={words.title} columns={words.columns} words={[0, 1]} rows={rows} />
          <Notes rows={table.rows} />
          <LoadChart rows={table.rows} />
        </div>
      )}
    </>
  );
}

/** What makes a system serve little, where one thing does. */
function Notes({ rows }: { readonly rows: readonly TcoRow[] }) {
  const noted = rows.filter(({ note }) => note !== '');
  if (noted.length === 0) return null;
  return (
    <ul className="compare-note systems-notes" aria-label={words.notes}>
      {noted.map(({ system, name, note }) => (
        <li key={system}><strong>{name}.</strong> {note} {words.newerRelease}</li>
      ))}
    </ul>
  );
}

/** The cheapest first; those without a cost behind, in their own order. */
const inOrder = (rows: readonly TcoRow[]): readonly TcoRow[] => rows.toSorted((a, b) =>
  (a.costPerMTokUsd ?? Infinity) - (b.costPerMTokUsd ?? Infinity) || 0);

const rowFor = (row: TcoRow, cheapest: string | null, print: Print): FactRow => ({
  key: row.system, strong: row.system === cheapest,
  cells: [row.name, <Runs key="runs" row={row} />,
    ...columns.map(([key, unit]) => (key === 'memoryUsdPerGb' && row.priceFrom === 'user'
      ? <OwnPrice key={key} printed={formatQuantity(row[key], unit, print)} />
      : inColumn(formatQuantity(row[key], unit, print), unit)))],
});

/** What a million tokens costs on each system as load falls; the cheapest are told apart. */
function LoadChart({ rows }: { readonly rows: readonly TcoRow[] }) {
  const look = useLook();
  const curves = useMemo(() => inOrder(rows)
    .filter(({ utilisation }) => utilisation.length > 0).slice(0, mostCurves).map(curveFor),
  [rows]);
  return (
    <div className="systems-load">
      <ChartFigure picture={usePicture(curves, look, words.noCurve)} />
      <p className="compare-note">{words.loadHelp(mostCurves)}</p>
    </div>
  );
}

const curveFor = ({ name, utilisation }: TcoRow): UseCurve => ({
  name: shortName(name),
  points: utilisation.map(({ use, costPerMTokUsd, fixedPerMTokUsd }) => ({
    utilisation: use, usdPerMtok: costPerMTokUsd, fixedUsdPerMtok: fixedPerMTokUsd,
  })),
});

/** A quantity below a heading that says its unit; amounts of money keep their scale. */
const inColumn = (printed: string, unit: Unit): string =>
  (unit === 'USD' ? printed : splitQuantity(printed)[0]);

/** An amount that stands on a price of the user's own. */
const OwnPrice = ({ printed }: { readonly printed: string }) =>
  <>{printed}<small className="systems-reason">{words.own}</small></>;

/**
 * What runs on a system, why its plan has no money where it has none, and where a price is
 * entered that nobody publishes.
 */
function Runs({ row }: { readonly row: TcoRow }) {
  const { precisions, frameworks, reason } = row;
  return (
    <>
      {words.runs(precisions, frameworks)}
      {reason !== '' && !lacksPrice(row)
        && <small className="systems-reason">{pathsInWords(reason)}</small>}
      <SystemPrice row={row} />
    </>
  );
}

import { SegmentedControl } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { powerTopology } from '../../../shared/plan/figures/power-topology.ts';
import { drawSite, type OneLineView } from '../../../shared/plan/figures/site-drawing.ts';
import { useLook } from '../../charts/use-look.ts';
import { Diagram, Tool } from '../../diagrams/Diagram.tsx';
import { drawOneLineView } from '../../diagrams/one-line.ts';
import { useSave } from '../../diagrams/use-save.ts';
import { FactTable, type FactRow } from '../../components/FactTable.tsx';
import { formatQuantity } from '../../../shared/units/format.ts';
import { fieldOf } from '../../../shared/project/kinds.ts';
import type { StageResults } from '../../../shared/plan/stages.ts';
import { usePlan } from '../../state/use-plans.ts';
import { facilityText } from './text.ts';

/** The drawn site with the stages it was made from; null without a plan. */
function useSiteView():
  { readonly view: OneLineView; readonly stages: StageResults } | null {
  const plan = useDeferredValue(usePlan());
  const stages = plan.ok ? plan.value.stages : null;
  return useMemo(() => {
    const view = stages === null ? null : drawSite(stages);
    return view === null || stages === null ? null : { view, stages };
  }, [stages]);
}

/** The power chain with live loads, as it runs and after the worst loss of a block. */
export function OneLine() {
  const found = useSiteView();
  if (found === null) return <p className="facility-none">{facilityText.noPower}</p>;
  return <OneLineDiagram {...found} chain={chainName(found.stages)} />;
}

/** What the loss of each block moves to the others, and what it stops. */
export function Failures() {
  const found = useSiteView();
  if (found === null) return null;
  const { view } = found;
  return (
    <FactTable
      title={facilityText.failures}
      help={facilityText.failuresHelp(view.set, view.sets)}
      columns={facilityText.failureColumns}
      rows={view.failures.map((failure) => failureRow(failure, view.blockKw))}
    />
  );
}

/** Redundancy and voltage as their fields name them. */
function chainName({ inputs: { power } }: StageResults): string {
  const label = (key: 'redundancy' | 'rackFeed'): string => {
    const field = fieldOf('power', key);
    const choices = field?.type === 'choice' ? field.choices : [];
    return choices.find(({ value }) => value === power.values[key])?.label ?? '';
  };
  return `${label('redundancy')}, ${label('rackFeed')}`;
}

function failureRow(
  { lost, survivor, normalKw, afterKw, droppedKw }: OneLineView['failures'][number],
  blockKw: number,
): FactRow {
  const kw = (value: number): string => formatQuantity(value, 'kW');
  return {
    key: `${lost} ${survivor}`,
    cells: [
      lost, survivor === '' ? '–' : survivor, kw(normalKw), kw(afterKw),
      formatQuantity(afterKw / blockKw, 'fraction'), kw(droppedKw),
      droppedKw > 0.5 ? facilityText.racksStop
        : afterKw > blockKw * (1 + 1e-9) ? facilityText.overRating
        : facilityText.holds,
    ],
  };
}

interface OneLineProps {
  readonly view: OneLineView;
  readonly stages: StageResults;
  readonly chain: string;
}

function OneLineDiagram({ view, stages, chain }: OneLineProps) {
  const { said, save } = useSave();
  const { palette } = useLook();
  const [selected, select] = useState<string | null>(null);
  const [failing, setFailing] = useState(false);
  const worst = failing ? view.worst : null;
  const load = worst?.load ?? view.normal;
  const failed = worst?.failed ?? null;
  const drawing = useMemo(() => drawOneLineView(view, load, failed, palette),
    [view, load, failed, palette]);
  return (
    <Diagram
      title={facilityText.oneLine}
      summary={facilityText.oneLineSummary(view.set, view.sets)}
      drawing={drawing}
      heightPx={400}
      selected={selected}
      onSelect={select}
      legend={
        <p className="facility-hint" role="status">
          {[
            `${chain}.`,
            facilityText.oneLineSummary(view.set, view.sets),
            ...(failed === null ? [] : [facilityText.worst(failed),
              load.lostKw > 0.5 ? facilityText.lostLoad(load.lostKw) : facilityText.kept]),
            ...(load.overloads.length === 0 ? []
              : [facilityText.overloads(load.overloads.map(({ id }) => id))]),
          ].join(' ')}
        </p>
      }>
      <span className="chart-said" role="status">{said}</span>
      <Tool
        icon={IconFileExport}
        label={facilityText.topology}
        title={facilityText.oneLine}
        run={() => {
          const data = `${JSON.stringify(powerTopology(stages), null, 2)}\n`;
          save({ suggestedName: 'power-topology.json', encoding: 'utf8', data });
        }}
      />
      <SegmentedControl
        size="xs"
        aria-label={facilityText.state}
        value={failing ? 'worst' : 'normal'}
        onChange={(value) => {
          setFailing(value === 'worst');
        }}
        data={[
          { value: 'normal', label: facilityText.normal },
          { value: 'worst', label: facilityText.worstShort },
        ]}
      />
    </Diagram>
  );
}

import { Button, NumberInput, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { stackDevices } from '../../../shared/facility/halls/elevation.ts';
import { contentsOfRack } from '../../../shared/plan/figures/rack-contents.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { useLook } from '../../charts/use-look.ts';
import { Diagram } from '../../diagrams/Diagram.tsx';
import { drawElevation } from '../../diagrams/elevation.ts';
import { describeRack, type HallShade, type RackView } from '../../diagrams/hall-plan.ts';
import { catalog } from '../../state/catalog.ts';
import { moveRack } from './move-rack.ts';
import { facilityText } from './text.ts';
import { useActions, useDocument, useScenarioId } from '../../state/hooks.tsx';

interface Props {
  readonly plan: Plan;
  readonly view: RackView | null;
  /**
   * What the colours of the plan stand for; the elevation follows where its devices have
   * that figure.
   */
  readonly shade: HallShade;
}

/** One rack: what stands in it, and where it should stand instead. */
export function RackPanel({ plan, view, shade }: Props) {
  return (
    <section className="chart rack" aria-label={facilityText.rack}>
      {view === null ? (
        <p className="chart-empty">{facilityText.pickRack}</p>
      ) : (
        <>
          <h2 className="chart-title">{view.rack.rack}</h2>
          <p className="rack-facts">{describeRack(view)}</p>
          <Elevation plan={plan} view={view} shade={shade} />
          <Move
            key={`${view.rack.rack} ${view.rack.hall} ${view.rack.row} ${view.rack.position}`}
            plan={plan} view={view} />
        </>
      )}
    </section>
  );
}

function Elevation({ plan, view: { spec }, shade }: {
  readonly plan: Plan; readonly view: RackView; readonly shade: HallShade
}) {
  const { palette } = useLook();
  const [selected, select] = useState<string | null>(null);
  const { stages } = plan;
  const contents = useMemo(
    () => contentsOfRack(stages, spec,
      catalog.switches[stages.inputs.network.values.switchModel]),
    [stages, spec],
  );
  const stacked = useMemo(() => {
    const found = contents === null ? null
      : stackDevices(contents.devices, contents.heightU, null);
    return found?.ok === true ? found.value : null;
  }, [contents]);
  const drawing = useMemo(
    () => (stacked === null ? null : drawElevation(stacked, palette, shade)),
    [stacked, palette, shade],
  );
  if (contents === null || stacked === null || drawing === null)
    return <p className="chart-empty">{facilityText.noElevation}</p>;
  const trays = contents.devices.some(({ powerKw }) => powerKw === null);
  return (
    <Diagram
      title={facilityText.elevation}
      summary={[...new Set(contents.devices.map(({ count, name }) => `${count} ${name}`))].join(
        ', ',
      )}
      drawing={drawing}
      heightPx={430}
      selected={selected}
      onSelect={select}
      legend={
        <p className="facility-hint">
          {[
            facilityText.rackSums(stacked.usedU, stacked.heightU,
              spec.kw * spec.liquidFraction, spec.kw * (1 - spec.liquidFraction),
              stacked.ports),
            ...(contents.oneBlock ? [
              facilityText.oneBlock,
            ] : trays ? [facilityText.traysOrder] : []),
          ].join(' ')}
        </p>
      }
    />
  );
}

function Move({ plan, view: { rack } }: { readonly plan: Plan; readonly view: RackView }) {
  const { edit } = useActions();
  const document = useDocument();
  const scenarioId = useScenarioId();
  const [place, setPlace] =
    useState({ hall: rack.hall, row: rack.row, position: rack.position });
  const { halls } = plan.stages.halls;
  const rows = halls.find(({ id }) => id === place.hall)?.rows ?? [];
  return (
    <div className="rack-move">
      <Select
        size="xs"
        label={facilityText.hall}
        data={halls.map(({ id }) => id)}
        value={place.hall}
        allowDeselect={false}
        onChange={(hall) => {
          setPlace({ ...place, hall: hall ?? place.hall });
        }}
      />
      <Select
        size="xs"
        label={facilityText.row}
        data={rows.map(({ id }) => id)}
        value={place.row}
        allowDeselect={false}
        onChange={(row) => {
          setPlace({ ...place, row: row ?? place.row });
        }}
      />
      <NumberInput
        size="xs"
        label={facilityText.position}
        min={1}
        max={rows[0]?.positions ?? 1}
        clampBehavior="strict"
        value={place.position}
        onChange={(position) => {
          if (typeof position === 'number') setPlace({ ...place, position });
        }}
      />
      <Button
        size="xs"
        variant="default"
        onClick={() => {
          edit(facilityText.moved(rack.rack), moveRack(document, scenarioId, rack.rack, place));
        }}>
        {facilityText.move}
      </Button>
      <p>{facilityText.moveHint}</p>
    </div>
  );
}

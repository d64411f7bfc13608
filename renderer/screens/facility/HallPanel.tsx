import { SegmentedControl } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { exportRacks } from '../../../shared/facility/halls/placement-csv.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import type { Limit } from '../../../shared/units/limit.ts';
import { rackInUse } from '../../../shared/plan/entries/rack-in-use.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { useLook } from '../../charts/use-look.ts';
import { Diagram, Tool } from '../../diagrams/Diagram.tsx';
import {
  drawHalls, hallShades, kindColours, viewRacks, type HallShade,
} from '../../diagrams/hall-plan.ts';
import { Legend, type LegendEntry } from '../../diagrams/Legend.tsx';
import { shadeOf } from '../../diagrams/shade.ts';
import { useSave } from '../../diagrams/use-save.ts';
import type { Palette } from '../../charts/palette.ts';
import { usePlan } from '../../state/use-plans.ts';
import { limitLabel } from '../../text/limits.ts';
import { RecordEditor } from '../../components/records/RecordEditor.tsx';
import { Workbench } from '../../components/workbench/Workbench.tsx';
import { RackPanel } from './RackPanel.tsx';
import { facilityText } from './text.ts';

const inputs = [{ kind: 'hall' }] as const;
const matters = ['hall.halls', 'hall.lengthM', 'hall.widthM', 'hall.rackLimitKw',
  'hall.floorKgPerM2'] as const;

/** The halls from above, and the rack selected in them. */
export function HallsBench() {
  const plan = useDeferredValue(usePlan());
  const none = !plan.ok || (plan.value.stages.halls.placement?.placed.length ?? 0) === 0;
  return none ? (
    <Workbench picture={<p className="facility-none">{facilityText.noHalls}</p>}
      inputs={inputs} matters={matters} tools={<RecordEditor kind="placement" />}>
      {plan.ok && <Limits limits={plan.value.stages.halls.limits} />}
    </Workbench>
  ) : <Halls plan={plan.value} />;
}

/** What the halls refuse, by how much, and the smallest change that fits. */
function Limits({ limits }: { readonly limits: readonly Limit[] }) {
  return (
    <ul className="hall-limits" role="status">
      {limits.map(({ code, where, value, limit, unit, broken, nearestFix }) => (
        <li key={`${code} ${where}`} data-broken={broken || undefined}>
          <strong>{limitLabel(code)}</strong>{' '}
          {facilityText.limit(
            formatQuantity(value, unit), formatQuantity(limit, unit),
          )} {nearestFix}
        </li>
      ))}
    </ul>
  );
}

function Halls({ plan }: { readonly plan: Plan }) {
  const { palette } = useLook();
  const [shade, setShade] = useState<HallShade>('kind');
  const [selected, select] = useState<string | null>(null);
  const { said, save } = useSave();
  const { halls, site } = plan.stages;
  const hall = useMemo(() => {
    const rack = rackInUse(plan.inputs);
    return { ...plan.inputs.hall.values, ...rack, rackHeightU: rack.heightU };
  }, [plan.inputs]);
  const racks = useMemo(() => viewRacks(halls, hall), [halls, hall]);
  const drawing = useMemo(() => drawHalls(halls, racks, hall, shade, palette),
    [halls, racks, hall, shade, palette]);
  const picked = racks.find(({ rack }) => rack.rack === selected) ?? null;
  return (
    <Workbench inputs={inputs} matters={matters} tools={<RecordEditor kind="placement" />}
      picture={<Diagram
        title={facilityText.plan}
        summary={facilityText.planSummary(racks.length, halls.halls.length)}
        drawing={drawing}
        heightPx={430}
        selected={selected}
        onSelect={select}
        legend={<Legend entries={legendOf(shade, palette)} />}>
        <span className="chart-said" role="status">
          {said}
        </span>
        <SegmentedControl
          size="xs"
          aria-label={facilityText.shadeBy}
          value={shade}
          onChange={(value) => {
            setShade(hallShades.find((each) => each === value) ?? 'kind');
          }}
          data={hallShades.map((value) => ({ value, label: facilityText.shades[value] }))}
        />
        <Tool
          icon={IconFileExport}
          label={facilityText.netbox}
          title={facilityText.plan}
          run={() => {
            const data = exportRacks(halls.placement?.placed ?? [], halls.specs,
              { site: site.name, rackHeightU: hall.heightU });
            save({ suggestedName: 'netbox-racks.csv', encoding: 'utf8', data });
          }}
        />
      </Diagram>}>
      <Limits limits={halls.limits} />
      <RackPanel plan={plan} view={picked} shade={shade} />
    </Workbench>
  );
}

function legendOf(shade: HallShade, palette: Palette): readonly LegendEntry[] {
  if (shade === 'kind') {
    const colours = kindColours(palette);
    return (['compute', 'network', 'storage', 'cdu'] as const).map(
      (kind) => ({ colour: colours[kind], label: facilityText.kinds[kind] }),
    );
  }
  return [
    { colour: shadeOf(palette, 0.1), label: facilityText.little },
    { colour: shadeOf(palette, 1), label: facilityText.all },
    { colour: shadeOf(palette, 2), label: facilityText.over },
    { colour: palette.quiet, label: facilityText.unknown },
  ];
}

import { SegmentedControl } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { mapHours } from '../../../shared/facility/site/hours.ts';
import {
  compareCoolingAt, type CoolingAtSite,
} from '../../../shared/plan/site/compare-cooling.ts';
import { facilityParams } from '../../../shared/plan/site/fit-racks.ts';
import { hoursOfYear } from '../../../shared/plan/site/site-climate.ts';
import { usualDesigns } from '../../../shared/facility/site/compare-designs.ts';
import type { StageResults } from '../../../shared/plan/stages.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { puePicture } from '../../charts/pictures/pue.ts';
import { useLook } from '../../charts/use-look.ts';
import { Diagram } from '../../diagrams/Diagram.tsx';
import { drawMatrix } from '../../diagrams/matrix.ts';
import { catalog } from '../../state/catalog.ts';
import { AssumedLink } from '../../components/AssumedLink.tsx';
import { usePlan } from '../../state/use-plans.ts';
import {
  comparisonMatrix, yearFigures, yearMatrix, type ComparedFigure, type YearFigure,
} from './matrices.ts';
import { waterPicture } from './pictures.ts';
import { facilityText } from './text.ts';

/** The stages of the plan on show, a moment behind the typing; null without a plan. */
function useStages(): StageResults | null {
  const plan = useDeferredValue(usePlan());
  return plan.ok ? plan.value.stages : null;
}

/** PUE and water by month. */
export function CoolingCharts() {
  const look = useLook();
  const stages = useStages();
  const pictures = useMemo(
    () => (stages === null ? null
      : { pue: puePicture(stages, look), water: waterPicture(stages, look) }),
    [stages, look],
  );
  if (pictures === null) return null;
  return (
    <div className="facility-pair">
      <ChartFigure picture={pictures.pue}
        mark={<AssumedLink figureKey="headline.pueAnnual" />} />
      <ChartFigure picture={pictures.water}
        mark={<AssumedLink figureKey="headline.wueLPerKwh" />} />
    </div>
  );
}

/**
 * PUE, energy and water by month and hour of the day; without an imported climate the
 * hours are synthesized.
 */
export function YearMap() {
  const stages = useStages();
  const { palette } = useLook();
  const [selected, select] = useState<string | null>(null);
  const [figure, setFigure] = useState<YearFigure>('pue');
  const year = useMemo(() => {
    if (stages === null) return null;
    const found = hoursOfYear(stages.inputs.climate.values, stages.site);
    const params = facilityParams(stages.inputs, stages.site, stages.facility.liquidFraction);
    const { itKw } = stages.facility;
    return found === null || params === null || itKw <= 0
      ? null
      : { origin: found.origin, cells: mapHours(params, found.hours, itKw) };
  }, [stages]);
  const drawing = useMemo(
    () => (year === null ? null : drawMatrix(yearMatrix(year.cells, figure), palette)),
    [year, figure, palette],
  );
  if (year === null || drawing === null) return null;
  return (
    <Diagram
      title={facilityText.yearMap}
      summary={facilityText.yearMapOrigin[year.origin]}
      drawing={drawing}
      heightPx={300}
      selected={selected}
      onSelect={select}
      legend={<p className="facility-hint">{facilityText.yearMapOrigin[year.origin]}</p>}>
      <SegmentedControl
        size="xs"
        aria-label={facilityText.yearBy}
        value={figure}
        onChange={(value) => {
          setFigure(yearFigures.find((each) => each === value) ?? 'pue');
        }}
        data={yearFigures.map((value) => ({ value, label: facilityText.yearFigures[value] }))}
      />
    </Diagram>
  );
}

const figures =
  ['pueAnnual', 'puePeak', 'wueLPerKwh'] as const satisfies readonly ComparedFigure[];

/** What other designs and sites would take. */
export function CoolingComparison() {
  const stages = useStages();
  return stages === null ? null : <Comparison stages={stages} />;
}

function Comparison({ stages }: { readonly stages: StageResults }) {
  const { palette } = useLook();
  const [selected, select] = useState<string | null>(null);
  const [figure, setFigure] = useState<ComparedFigure>('pueAnnual');
  const { inputs, site, facility } = stages;
  const compared = useMemo((): readonly CoolingAtSite[] => {
    const others = Object.values(catalog.sites)
      .filter(({ id, bins }) => id !== site.id && bins.length > 0);
    return compareCoolingAt(inputs, facility.liquidFraction, [site, ...others], usualDesigns);
  }, [inputs, site, facility.liquidFraction]);
  const drawing = useMemo(() => drawMatrix(comparisonMatrix(compared, figure), palette),
    [compared, figure, palette]);
  return (
    <Diagram
      title={facilityText.compare}
      summary={facilityText.compareSummary}
      drawing={drawing}
      heightPx={540}
      selected={selected}
      onSelect={select}
      legend={<p className="facility-hint">{facilityText.compareSummary}</p>}>
      <SegmentedControl
        size="xs"
        aria-label={facilityText.compareBy}
        value={figure}
        onChange={(value) => {
          setFigure(figures.find((each) => each === value) ?? 'pueAnnual');
        }}
        data={figures.map((value) => ({ value, label: facilityText.compareFigures[value] }))}
      />
    </Diagram>
  );
}

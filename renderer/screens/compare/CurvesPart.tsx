import type { UseCurve } from '../../state/what-if.ts';
import { useMemo } from 'react';
import { curveOf } from '../../../shared/economics/statement/utilisation-curve.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { frontierPicture, type FrontierCurve } from '../../charts/pictures/serving.ts';
import { usePicture } from '../../charts/pictures/what-if.ts';
import { frontierOf } from '../../charts/stage-data.ts';
import { useLook } from '../../charts/use-look.ts';
import { shortName } from '../../state/names.ts';
import { planOf } from '../../state/plan.ts';
import type { ScenarioInfo } from '../../state/scenarios.ts';
import { explainAbsent } from '../../text/absent.ts';
import type { Pair } from '../../state/compare-choice.ts';

interface Props {
  readonly document: ProjectDocument;
  readonly pair: Pair;
}

/** Frontiers of a scenario under its name; the group is named where there are several. */
function frontiers(
  document: ProjectDocument, { id, name }: ScenarioInfo,
): readonly FrontierCurve[] {
  const plan = planOf(document, id);
  const { curves } = frontierOf(plan.ok ? plan.value.stages : undefined, null);
  return curves.map((curve) => ({
    ...curve,
    name: curves.length > 1 ? `${shortName(name)}: ${shortName(curve.name)}` : shortName(name),
  }));
}

function unitCosts(document: ProjectDocument, { id, name }: ScenarioInfo): readonly UseCurve[] {
  const plan = planOf(document, id);
  const economics = plan.ok ? plan.value.stages.economics : null;
  return economics === null ? []
    : [{ name: shortName(name), points: curveOf(economics.unitCost) }];
}

/** Why a scenario has no cost, under its name; empty where it has one. */
function whyNoCost(document: ProjectDocument, { id, name }: ScenarioInfo): readonly string[] {
  const plan = planOf(document, id);
  const absent = plan.ok ? plan.value.figures['headline.costPerMTokUsd']?.absent : undefined;
  return absent === undefined ? [] : [`${shortName(name)}: ${explainAbsent(absent)}.`];
}

/** What A and B can serve, and what a million tokens costs at every load. */
export function CurvesPart({ document, pair: { a, b } }: Props) {
  const look = useLook();
  const frontier = useMemo(() => frontierPicture({
    curves: [a, b].flatMap((each) => frontiers(document, each)),
    minTokPerSecPerUser: null, maxTtftMs: null,
  }, look), [document, a, b, look]);
  const curves = [a, b].flatMap((each) => unitCosts(document, each));
  const missing = [a, b].flatMap((each) => whyNoCost(document, each));
  const load = usePicture(curves, look, missing.length === 0 ? null : missing.join(' '));
  return (
    <>
      <div className="compare-curves">
        <ChartFigure picture={load} />
        <ChartFigure picture={frontier} />
      </div>
      {curves.length > 0 && missing.map((reason) => (
        <p key={reason} className="compare-note">{reason}</p>
      ))}
    </>
  );
}

import { useCallback, useState } from 'react';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { useActions, useDocument, usePlanner, useScenarioId } from '../../state/hooks.tsx';
import { cutTo } from '../../state/names.ts';
import { planOf } from '../../state/plan.ts';
import { scenarioWith } from '../../state/scenario-with.ts';
import { riskText as words } from '../../text/risk.ts';
import { NoPlan } from '../results/NoPlan.tsx';
import { Drivers } from './Drivers.tsx';
import { Likely } from './Likely.tsx';
import { Outcomes } from './Outcomes.tsx';
import './risk.css';
import { RunBar } from './RunBar.tsx';
import type { DrawnFigure, Outcome, OutcomeFields } from './risk-task.ts';
import { SpreadChart } from './SpreadChart.tsx';
import { useRisk } from './use-risk.ts';

/** Draws of a run unless more are asked for. */
const usualDraws = 500;

/** What the plan is worth over many futures: each a full plan. */
export function RiskScreen() {
  const document = useDocument();
  const scenarioId = useScenarioId();
  const plan = planOf(document, scenarioId);
  return (
    <ScreenFrame id="risk">
      {plan.ok ? <RiskOf key={scenarioId} /> : <NoPlan problem={plan.error} />}
    </ScreenFrame>
  );
}

/** Turns a switch: an id that is there goes, one that is not comes. */
const turned = (ids: readonly string[], id: string): readonly string[] =>
  (ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]);

function RiskOf() {
  const document = useDocument();
  const scenarioId = useScenarioId();
  const readOnly = usePlanner(({ project }) => project?.readOnly === true);
  const { edit, selectScenario } = useActions();
  const [figure, setFigure] = useState<DrawnFigure>('headline.npvUsd');
  const [draws, setDraws] = useState(usualDraws);
  const [seed, setSeed] = useState(1);
  const [switched, setSwitched] = useState<readonly string[]>([]);
  const onOutcome = useCallback(
    (of: DrawnFigure, outcome: Outcome, found: OutcomeFields | null) => {
      if (found === null) return;
      const name = cutTo(words.opened(words.outcome[outcome], words.figure[of]));
      const made = scenarioWith(document, scenarioId, name, found.fields);
      edit(words.openNamed(name), made.edit);
      selectScenario(made.key);
    }, [document, scenarioId, edit, selectScenario]);
  const risk = useRisk({ draws, seed, switched }, onOutcome);
  const { view } = risk;
  return (
    <div className="risk">
      <RunBar {...{ risk, figure, setFigure, draws, setDraws, seed, setSeed }} />
      {risk.failed !== null && <p role="alert">{words.failed}: {risk.failed}</p>}
      <div className="risk-top">
        <SpreadChart view={view} figure={figure} />
        <div className="risk-side">
          <Outcomes view={view} figure={figure} canOpen={!readOnly && risk.phase === 'done'}
            open={(outcome) => { risk.open(figure, outcome); }} />
          <Likely view={view} />
        </div>
      </div>
      <Drivers view={view} figure={figure} done={risk.phase === 'done'}
        turn={(id) => { setSwitched((ids) => turned(ids, id)); }} />
      <p className="risk-note">{words.note}</p>
    </div>
  );
}

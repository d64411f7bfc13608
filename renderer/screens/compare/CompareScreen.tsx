import { useDeferredValue, useMemo } from 'react';
import { listScenarios } from '../../../shared/project/resolve.ts';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import '../../components/fact-table.css';
import { useDocument, useScenarioId } from '../../state/hooks.tsx';
import { compareText as words } from '../../text/compare.ts';
import { BridgePart } from './BridgePart.tsx';
import { SystemsPart } from './SystemsPart.tsx';
import { pairOf, useChoice } from '../../state/compare-choice.ts';
import './compare.css';
import { ConventionsPart } from './ConventionsPart.tsx';
import { CurvesPart } from './CurvesPart.tsx';
import { DifferencesPart } from './DifferencesPart.tsx';
import { EmptyCompare } from './EmptyCompare.tsx';
import { PairChooser } from './PairChooser.tsx';
import { systemsText } from '../../text/systems.ts';
import { SideBySide } from './SideBySide.tsx';

/** Scenarios against one another: figures, inputs, and what each difference is worth. */
export function CompareScreen() {
  const document = useDeferredValue(useDocument());
  const scenarioId = useScenarioId();
  const choice = useChoice();
  const scenarios = useMemo(() => listScenarios(document), [document]);
  const pair = pairOf(scenarios, scenarioId, choice);
  if (pair === null) {
    return (
      <ScreenFrame id="compare" parts={[
        { id: 'side', label: words.side, content: <EmptyCompare /> },
        { id: 'systems', label: systemsText.part, content: <SystemsPart document={document} /> },
        { id: 'conventions', label: words.conventions,
          content: <ConventionsPart document={document} scenarios={scenarios} /> },
      ]} />
    );
  }
  const chooser = <PairChooser pair={pair} scenarios={scenarios} />;
  const parts = [
    { id: 'side', label: words.side,
      content: <SideBySide document={document} scenarios={scenarios} /> },
    { id: 'differences', label: words.differences,
      content: <>{chooser}<DifferencesPart document={document} pair={pair} /></> },
    { id: 'bridge', label: words.bridge,
      content: <>{chooser}<BridgePart document={document} pair={pair} /></> },
    { id: 'curves', label: words.curves,
      content: <>{chooser}<CurvesPart document={document} pair={pair} /></> },
    { id: 'systems', label: systemsText.part, content: <SystemsPart document={document} /> },
    { id: 'conventions', label: words.conventions,
      content: <ConventionsPart document={document} scenarios={scenarios} /> },
  ];
  return <ScreenFrame id="compare" parts={parts} />;
}

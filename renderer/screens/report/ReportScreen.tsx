import { SegmentedControl } from '@mantine/core';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { ReportKind } from '../../../shared/backend.ts';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import { reportTitles } from '../../../shared/report/build.ts';
import { comparedIds, type ComparedScenario } from '../../../shared/report/gather.ts';
import { chosenSections, sectionsOfKind } from '../../../shared/report/sections.ts';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { WorkbookExport } from '../../components/WorkbookExport.tsx';
import { useHost } from '../../backend/context.tsx';
import { plansOf, reportFrom } from '../../report/load.ts';
import { today } from '../../backend/clock.ts';
import { useDocument, useInputs, useScenarioId } from '../../state/hooks.tsx';
import { planOf } from '../../state/plan.ts';
import { usePlan } from '../../state/use-plans.ts';
import { NoPlan } from '../results/NoPlan.tsx';
import { BrandPanel } from './BrandPanel.tsx';
import { FirstPage } from './FirstPage.tsx';
import { PdfExport } from './PdfExport.tsx';
import { Preview } from './Preview.tsx';
import './report.css';
import { ScenarioPicker } from './ScenarioPicker.tsx';
import { SectionPicker } from './SectionPicker.tsx';
import { reportText } from './text.ts';
import { useLogo } from './use-logo.ts';
import { useComparison } from './use-comparison.ts';

const isKind = (text: string): text is ReportKind => text in reportTitles;

/**
 * The plan on paper: which report, what it holds, whose it is, its pages as they will be
 * printed, and the PDF.
 */
export function ReportScreen() {
  const [kind, setKind] = useState<ReportKind>('executive');
  const [picked, pick] = useState<readonly string[] | null>(null);
  const document = useDeferredValue(useDocument());
  const compared = comparedIds(document, picked);
  const plan = useDeferredValue(usePlan());
  const sections = chosenSections(kind, useInputs()?.report.values.leftOut ?? '');
  return (
    <ScreenFrame id="report">
      <div className="report-tools">
        <SegmentedControl
          size="xs"
          aria-label={reportText.kind}
          value={kind}
          onChange={(next) => {
            if (isKind(next)) setKind(next);
          }}
          data={Object.entries(reportTitles).map(([value, label]) => ({ value, label }))}
        />
        <PdfExport kind={kind} sections={sections}
          scenarioIds={kind === 'comparison' ? compared : null} />
        {plan.ok && <WorkbookExport plan={plan.value} />}
      </div>
      <div className="report-columns">
        <aside className="report-side" aria-label={reportText.contents}>
          {kind === 'comparison' && (
            <details className="report-fold" open>
              <summary>{reportText.scenarios}</summary>
              <ScenarioPicker chosen={compared} onChange={pick} />
            </details>
          )}
          {sectionsOfKind[kind].includes('answer') && (
            <details className="report-fold" open>
              <summary>{reportText.firstPage}</summary>
              <FirstPage />
            </details>
          )}
          <details className="report-fold" open>
            <summary>{reportText.sections}</summary>
            <SectionPicker kind={kind} />
          </details>
          <details className="report-fold">
            <summary>{reportText.brand}</summary>
            <BrandPanel />
          </details>
        </aside>
        <Pages document={document} kind={kind} sections={sections} compared={compared} />
      </div>
    </ScreenFrame>
  );
}

interface PagesProps {
  readonly document: ProjectDocument;
  readonly kind: ReportKind;
  readonly sections: readonly string[] | null;
  readonly compared: readonly string[];
}

const none: readonly ComparedScenario[] = [];

/** The pages, or why there are none. */
function Pages({ document, kind, sections, compared }: PagesProps) {
  const shown = useScenarioId();
  const appVersion = useAppVersion();
  const logo = useLogo();
  const comparison = kind === 'comparison';
  const scenarios = useComparison(document, comparison ? compared : null) ?? none;
  const scenarioId = comparison ? (compared[0] ?? shown) : shown;
  const plan = planOf(document, scenarioId);
  const wanted = sections?.join(' ') ?? null;
  const report = useMemo(
    () =>
      (plan.ok ? reportFrom(plan.value, document, scenarioId,
        { kind, appVersion, sections: wanted?.split(' ') ?? null, scenarios, date: today() }) : null),
    [plan, document, scenarioId, kind, appVersion, wanted, scenarios],
  );
  const plans = useMemo(() => plansOf(scenarios), [scenarios]);
  if (!plan.ok) return <NoPlan problem={plan.error} />;
  if (comparison && scenarios.length === 0)
    return <p className="report-hint" role="status">{reportText.gathering}</p>;
  return report === null ? null : <Preview report={report} plan={plan.value} plans={plans}
    logo={logo} />;
}

/** Version of the application, as the host states it. */
function useAppVersion(): string {
  const host = useHost();
  const [version, setVersion] = useState('');
  useEffect(() => {
    void host.call('app:info', {}).then((info) => {
      if (info.ok) setVersion(info.value.appVersion);
    });
  }, [host]);
  return version;
}

import { SegmentedControl } from '@mantine/core';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { ReportKind } from '../../../shared/backend.ts';
import { reportTitles } from '../../../shared/report/build.ts';
import { ScreenFrame } from '../../components/ScreenFrame.tsx';
import { useHost } from '../../backend/context.tsx';
import { reportFrom } from '../../report/load.ts';
import { useDocument, useScenarioId } from '../../state/hooks.tsx';
import { usePlan } from '../../state/use-plans.ts';
import { NoPlan } from '../results/NoPlan.tsx';
import { PdfExport } from './PdfExport.tsx';
import { Preview } from './Preview.tsx';
import './report.css';
import { reportText } from './text.ts';

const isKind = (text: string): text is ReportKind => text in reportTitles;

/** The plan on paper: which report, its pages as they will be printed, and the PDF. */
export function ReportScreen() {
  const [kind, setKind] = useState<ReportKind>('executive');
  const plan = useDeferredValue(usePlan());
  const document = useDocument();
  const scenarioId = useScenarioId();
  const appVersion = useAppVersion();
  const report = useMemo(
    () => (plan.ok ? reportFrom(plan.value, document, scenarioId, kind, appVersion) : null),
    [plan, document, scenarioId, kind, appVersion],
  );
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
        {report !== null && <PdfExport kind={kind} />}
      </div>
      {plan.ok ? null : <NoPlan problem={plan.error} />}
      {report !== null && plan.ok && <Preview report={report} plan={plan.value} />}
    </ScreenFrame>
  );
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

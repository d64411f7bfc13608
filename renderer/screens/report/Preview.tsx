import { useEffect, useRef, useState } from 'react';
import type { Plan } from '../../../shared/plan/types.ts';
import type { PlanView, Report } from '../../../shared/report/types.ts';
import { Paper } from '../../report/Paper.tsx';
import { reportText } from './text.ts';

interface Props {
  readonly report: Report;
  readonly plan: Plan;
  /** Plans of scenarios that sections name. */
  readonly plans: ReadonlyMap<string, PlanView>;
  readonly logo: string | null;
}

/** CSS px of a millimetre, and the room beside a sheet. */
const pxPerMm = 96 / 25.4;
const marginPx = 32;

/** Real pages, made smaller where the window is narrower than paper. */
export function Preview({ report, plan, plans, logo }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(1);
  const [pages, setPages] = useState(0);
  const sheetPx = report.paper.widthMm * pxPerMm;
  useEffect(() => {
    if (box.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined)
        setZoom(Math.min(1, Math.max(0.3, (entry.contentRect.width - marginPx) / sheetPx)));
    });
    observer.observe(box.current);
    return () => {
      observer.disconnect();
    };
  }, [sheetPx]);
  return (
    <section ref={box} className="preview" aria-label={reportText.preview(pages)}>
      <div className="preview-pages" style={{ zoom }}>
        <Paper report={report} plan={plan} plans={plans} logo={logo} onReady={setPages} />
      </div>
    </section>
  );
}

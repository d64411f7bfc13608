import { useLayoutEffect, useRef, useState } from 'react';
import type { PlanView } from '../charts/plan-view.ts';
import type { Report, Section } from '../../shared/report/types.ts';
import { BlockView } from './blocks.tsx';
import { Cover } from './Cover.tsx';
import { fillPages, runsOf, type Page } from './fragments.ts';
import { Masthead } from './Masthead.tsx';
import { measurePieces } from './measure.ts';
import './paper.css';

interface Props {
  readonly report: Report;
  readonly plan: PlanView;
  /** Called when every page and chart stands; the number of pages. */
  readonly onReady?: (pages: number) => void;
}

/** The report as pages: first laid out unseen to take heights, then dealt out to sheets of paper. */
export function Paper({ report, plan, onReady }: Props) {
  const measure = useRef<HTMLDivElement>(null);
  const [laidOut, setLaidOut] = useState<{ readonly report: Report; readonly pages: readonly Page[] } | null>(null);
  useLayoutEffect(() => {
    if (measure.current !== null) setLaidOut({ report, pages: layOut(report, measure.current) });
  }, [report]);
  const pages = laidOut?.pages ?? [];
  const ready = laidOut?.report === report;
  useLayoutEffect(() => { if (ready) onReady?.(pages.length); }, [ready, pages, onReady]);
  const flowing = report.sections.filter((section) => section.layout === 'flow');
  return (
    <>
      <div className="paper paper-measure" ref={measure} aria-hidden inert>
        {flowing.map((section) => <MeasuredSection key={section.id} section={section} plan={plan} />)}
      </div>
      <div className="paper">
        {hasCover(report) && <Sheet report={report} number={1} of={pages.length + 1} fixed><Cover report={report} pages={pages} /></Sheet>}
        {pages.map((page, index) => (
          <Sheet key={page.key} report={report} number={index + 1 + Number(hasCover(report))} of={pages.length + Number(hasCover(report))} fixed={page.fixed}>
            {index === 0 && !hasCover(report) && <Masthead report={report} />}
            {page.items.map((item) => 'title' in item ? <h1 key={item.key}>{item.title}</h1>
              : <BlockView key={item.key} block={item.block} rows={item.rows} plan={plan} draw />)}
          </Sheet>
        ))}
      </div>
    </>
  );
}

/** The brief opens with the answer; longer reports with a cover and contents. */
const hasCover = (report: Report): boolean => report.kind !== 'executive';

/** Pages of all sections in order; each section of a fixed layout is one page. */
function layOut(report: Report, measured: HTMLElement): readonly Page[] {
  const capacity = measured.offsetWidth * contentRatio;
  return runsOf(report).flatMap(({ layout, sections }): readonly Page[] => {
    if (layout === 'flow') {
      return fillPages(sections.flatMap((section) => measurePieces(section, measured)), capacity)
        .map((items) => ({ key: items[0]?.key ?? '', fixed: false, items }));
    }
    return sections.map((section) => ({
      key: section.id, fixed: true,
      items: [{ key: section.id, title: section.title }, ...section.blocks.map((block, i) => ({ key: `${section.id}-${i}`, block, rows: null }))],
    }));
  });
}

/** Height over width of the printed area: 254 mm of 178 mm, two less than the page to absorb rounding. */
const contentRatio = 254 / 178;

function MeasuredSection({ section, plan }: { readonly section: Section; readonly plan: PlanView }) {
  return (
    <>
      <div data-piece={section.id}><h1>{section.title}</h1></div>
      {section.blocks.map((block, i) => <div key={i} data-piece={`${section.id}-${i}`}><BlockView block={block} plan={plan} draw={false} /></div>)}
    </>
  );
}

interface SheetProps {
  readonly report: Report;
  readonly number: number;
  readonly of: number;
  readonly fixed: boolean;
  readonly children: React.ReactNode;
}

/** One sheet. Head and foot stand here for the eye on screen; on paper they are margin boxes of the page. */
function Sheet({ report, number, of, fixed, children }: SheetProps) {
  return (
    <div className="sheet">
      <div className="sheet-head" aria-hidden>{number === 1 ? '' : `${report.project} · ${report.title}`}</div>
      <div className="sheet-body" data-fixed={fixed || undefined}>{children}</div>
      <div className="sheet-foot" aria-hidden><span>{`Plan ${report.planHash.slice(0, 12)}`}</span><span>{`${number} / ${of}`}</span></div>
    </div>
  );
}

import { useLayoutEffect, useRef, useState } from 'react';
import type { Report, Section, PlanView } from '../../shared/report/types.ts';
import { BlockView } from './blocks.tsx';
import { anchorOf, Cover } from './Cover.tsx';
import { fillPages, runsOf, type Measured, type Page } from './fragments.ts';
import { Masthead } from './Masthead.tsx';
import { leastHeight, measurePieces } from './measure.ts';
import './paper.css';

interface Props {
  readonly report: Report;
  readonly plan: PlanView;
  /** Plans that sections name by scenario. */
  readonly plans?: ReadonlyMap<string, PlanView>;
  /** The picture of the first page as an address; null for none. */
  readonly logo?: string | null;
  /** Called when every page and chart stands; the number of pages. */
  readonly onReady?: (pages: number) => void;
}

/**
 * The report as pages: first laid out unseen to take heights, then dealt out to sheets of
 * paper.
 */
export function Paper({ report, plan, plans = noPlans, logo = null, onReady }: Props) {
  const measure = useRef<HTMLDivElement>(null);
  const [laidOut, setLaidOut] = useState<{
    readonly report: Report;
    readonly pages: readonly Page[];
  } | null>(null);
  useLayoutEffect(() => {
    if (measure.current !== null)
      setLaidOut({ report, pages: layOut(report, measure.current, logo !== null) });
  }, [report, logo]);
  const pages = laidOut?.pages ?? [];
  useLayoutEffect(() => {
    if (laidOut?.report === report) onReady?.(laidOut.pages.length + Number(hasCover(report)));
  }, [laidOut, report, onReady]);
  const planOf = (scenario: string | null): PlanView =>
    (scenario === null ? plan : (plans.get(scenario) ?? plan));
  return (
    <>
      <div className="paper paper-measure" ref={measure} aria-hidden inert>
        {report.sections.map((section) => (
          <MeasuredSection key={section.id} section={section} plan={planOf(section.scenario)} />
        ))}
      </div>
      <div className="paper" ref={(paper) => { paintIn(paper, report.brand.colour); }}>
        {hasCover(report) && (
          <Sheet report={report} number={1} of={pages.length + 1} fixed>
            <Cover report={report} pages={pages} logo={logo} />
          </Sheet>
        )}
        {pages.map((page, index) => (
          <Sheet
            key={page.key}
            report={report}
            number={index + 1 + Number(hasCover(report))}
            of={pages.length + Number(hasCover(report))}
            fixed={page.fixed}
          >
            {index === 0 && !hasCover(report) && <Masthead report={report} logo={logo} />}
            {page.items.map((item) =>
              'title' in item ? (
                <h1 key={item.key} id={anchorOf(item.key)} dir="auto">
                  {item.title}
                </h1>
              ) : (
                <BlockView key={item.key} block={item.block} rows={item.rows}
                  plan={planOf(item.scenario)} draw />
              ),
            )}
          </Sheet>
        ))}
      </div>
    </>
  );
}

/** Titles and rules in the client's colour, or in the planner's own. */
function paintIn(paper: HTMLElement | null, colour: string | null): void {
  if (colour === null) paper?.style.removeProperty('--page-accent');
  else paper?.style.setProperty('--page-accent', colour);
}

const noPlans: ReadonlyMap<string, PlanView> = new Map();

/** The brief opens with the answer; longer reports with a cover and contents. */
const hasCover = (report: Report): boolean => report.kind !== 'executive';

/**
 * Pages of all sections in order; a section of a fixed layout is one page, unless its
 * words alone do not fit on it.
 */
function layOut(report: Report, measured: HTMLElement, logo: boolean): readonly Page[] {
  const capacity = measured.getBoundingClientRect().width * contentRatio;
  const sections = report.sections.map((section, i): Measured => {
    const pieces = measurePieces(section, measured);
    const room = i === 0
      && !hasCover(report) ? capacity - mastheadPx - (logo ? logoPx : 0) : capacity;
    return { section, pieces, fixed: section.layout === 'page' && leastHeight(pieces) <= room };
  });
  return runsOf(sections).flatMap((run): readonly Page[] =>
    run.fixed
      ? run.sections.map(fixedPage)
      : fillPages(
          run.sections.flatMap(({ pieces }) => pieces),
          capacity,
        ).map((items) => ({ key: items[0]?.key ?? '', fixed: false, items })),
  );
}

const fixedPage = ({ section: { id, title, scenario, blocks } }: Measured): Page => ({
  key: id,
  fixed: true,
  items: [{ key: id, title },
    ...blocks.map((block, i) => ({ key: `${id}-${i}`, block, scenario, rows: null }))],
});

/** Room the head of a brief may take, px: three lines of a long name included. */
const mastheadPx = 150;

/** Room the picture above it takes, px: `paper.css` says the same. */
const logoPx = 72;

/**
 * Height over width of the printed area: 253 mm of 178 mm, less than the page to absorb
 * rounding.
 */
const contentRatio = 253 / 178;

function MeasuredSection(
  { section, plan }: { readonly section: Section; readonly plan: PlanView },
) {
  return (
    <>
      <div data-piece={section.id}>
        <h1 dir="auto">{section.title}</h1>
      </div>
      {section.blocks.map((block, i) => (
        <div key={i} data-piece={`${section.id}-${i}`}>
          <BlockView block={block} plan={plan} draw={false} />
        </div>
      ))}
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

/**
 * One sheet. Head and foot stand here for the eye on screen; on paper they are margin
 * boxes of the page.
 */
function Sheet({ report, number, of, fixed, children }: SheetProps) {
  return (
    <div className="sheet">
      <div className="sheet-head" aria-hidden>
        {number === 1 ? null : (
          <span>
            <bdi>{report.project}</bdi> · {report.title}
          </span>
        )}
      </div>
      <div className="sheet-body" data-fixed={fixed || undefined}>
        {children}
      </div>
      <div className="sheet-foot" aria-hidden>
        <span>{`Plan ${report.planHash.slice(0, 12)}`}</span>
        <bdi>{report.brand.confidentiality}</bdi>
        <span>{`${number} / ${of}`}</span>
      </div>
    </div>
  );
}

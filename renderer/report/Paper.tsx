import { useLayoutEffect, useRef, useState } from 'react';
import { contentRatio } from '../../shared/report/paper.ts';
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

/** Pages of the part before the contents, and of the rest. */
interface LaidOut {
  readonly report: Report;
  readonly front: readonly Page[];
  readonly body: readonly Page[];
}

/**
 * The report as pages: first laid out unseen to take heights, then dealt out to sheets of
 * paper.
 */
export function Paper({ report, plan, plans = noPlans, logo = null, onReady }: Props) {
  const measure = useRef<HTMLDivElement>(null);
  const [laidOut, setLaidOut] = useState<LaidOut | null>(null);
  useLayoutEffect(() => {
    if (measure.current !== null)
      setLaidOut({ report, ...layOut(report, measure.current, logo !== null) });
  }, [report, logo]);
  const { front, body } = laidOut ?? { front: [], body: [] };
  const sheets = front.length + Number(hasContents(report)) + body.length;
  useLayoutEffect(() => {
    if (laidOut?.report === report) onReady?.(sheets);
  }, [laidOut, report, sheets, onReady]);
  const planOf = (scenario: string | null): PlanView =>
    (scenario === null ? plan : (plans.get(scenario) ?? plan));
  const sheetOf = (page: Page, number: number) => (
    <Sheet key={page.key} report={report} number={number} of={sheets} fixed={page.fixed}>
      {number === 1 && <Masthead report={report} logo={logo} />}
      <Items page={page} planOf={planOf} />
    </Sheet>
  );
  const firstOfBody = front.length + Number(hasContents(report)) + 1;
  return (
    <>
      <div className="paper paper-measure" data-paper={report.paper.id} ref={measure}
        aria-hidden inert>
        <div data-masthead><Masthead report={report} logo={null} /></div>
        {report.sections.map((section) => (
          <MeasuredSection key={section.id} section={section} plan={planOf(section.scenario)} />
        ))}
      </div>
      <div className="paper" data-paper={report.paper.id}
        ref={(paper) => { paintIn(paper, report.brand.colour); }}>
        {front.map((page, index) => sheetOf(page, index + 1))}
        {hasContents(report) && (
          <Sheet report={report} number={front.length + 1} of={sheets} fixed>
            <Cover report={report} pages={body} firstSheet={firstOfBody} logo={logo} />
          </Sheet>
        )}
        {body.map((page, index) => sheetOf(page, index + firstOfBody))}
      </div>
    </>
  );
}

/** What stands on a page. */
function Items({ page, planOf }: {
  readonly page: Page; readonly planOf: (scenario: string | null) => PlanView;
}) {
  return page.items.map((item) => ('title' in item ? (
    <h1 key={item.key} id={anchorOf(item.key)} dir="auto">
      {item.title}
    </h1>
  ) : (
    <BlockView key={item.key} block={item.block} rows={item.rows}
      plan={planOf(item.scenario)} draw />
  )));
}

/** Titles and rules in the client's colour, or in the planner's own. */
function paintIn(paper: HTMLElement | null, colour: string | null): void {
  if (colour === null) paper?.style.removeProperty('--page-accent');
  else paper?.style.setProperty('--page-accent', colour);
}

const noPlans: ReadonlyMap<string, PlanView> = new Map();

/** The brief is read through; longer reports have contents, behind the first page or on a cover. */
const hasContents = (report: Report): boolean => report.kind !== 'executive';

/**
 * Pages of all sections in order; a section of a fixed layout is one page, unless its
 * words alone do not fit on it. The first page is dealt out by itself.
 */
function layOut(
  report: Report, measured: HTMLElement, logo: boolean,
): Omit<LaidOut, 'report'> {
  const capacity = measured.getBoundingClientRect().width * contentRatio(report.paper);
  const head = mastheadHeight(measured) + (logo ? logoPx : 0);
  const underHead = report.question !== null || !hasContents(report);
  const sections = report.sections.map((section, i): Measured => {
    const pieces = measurePieces(section, measured);
    const room = i === 0 && underHead ? capacity - head : capacity;
    return { section, pieces, fixed: section.layout === 'page' && leastHeight(pieces) <= room };
  });
  const split = report.question === null ? 0 : 1;
  return { front: deal(sections.slice(0, split), capacity),
    body: deal(sections.slice(split), capacity) };
}

/** Height of the head of the first page with what keeps it from the title. */
const mastheadHeight = (measured: HTMLElement): number =>
  measured.querySelector('[data-masthead]')?.getBoundingClientRect().height ?? 0;

const deal = (sections: readonly Measured[], capacity: number): readonly Page[] =>
  runsOf(sections).flatMap((run): readonly Page[] =>
    (run.fixed ? run.sections.map(fixedPage)
      : fillPages(run.sections.flatMap(({ pieces }) => pieces), capacity)
        .map((items) => ({ key: items[0]?.key ?? '', fixed: false, items }))));

const fixedPage = ({ section: { id, title, scenario, blocks } }: Measured): Page => ({
  key: id,
  fixed: true,
  items: [{ key: id, title },
    ...blocks.map((block, i) => ({ key: `${id}-${i}`, block, scenario, rows: null }))],
});

/** Room the picture above it takes, px: `paper.css` says the same. */
const logoPx = 72;

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

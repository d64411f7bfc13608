import type { Report } from '../../shared/report/types.ts';
import { Masthead } from './Masthead.tsx';
import type { Page } from './fragments.ts';

interface Props {
  readonly report: Report;
  readonly pages: readonly Page[];
  /** Number of the sheet the first of them is. */
  readonly firstSheet: number;
  readonly logo: string | null;
}

/** What it takes to recompute the report, and how to read it. */
const imprint = ({ planHash, catalogVersion, appVersion }: Report): string =>
  [
    `Plan ${planHash}. Catalogue ${catalogVersion}. AI Factory Planner ${appVersion}.`,
    'Every number carries its unit and is rounded; the plan holds it in full.',
    'Assumptions and their sources are listed with their class of evidence.',
    'Forecasts rest on the inputs listed and are not a promise of results.',
  ].join(' ');

/** Where the contents lead: the heading of a section. */
export const anchorOf = (key: string): string => `section-${key}`;

/**
 * The contents with the page each section begins on; the title page as well where nothing
 * stands before it.
 */
export function Cover({ report, pages, firstSheet, logo }: Props) {
  const entries = pages.flatMap((page, index) =>
    page.items.flatMap((item) => ('title' in item ? [{ ...item, page: index + firstSheet }] : [])),
  );
  return (
    <div className="cover" data-long={entries.length > longContents || undefined}>
      {report.question === null && <Masthead report={report} logo={logo} />}
      <nav aria-label="Contents" className="contents">
        <p className="contents-title">Contents</p>
        <ol>
          {entries.map(({ key, title, page }) => (
            <li key={key}>
              <a href={`#${anchorOf(key)}`}>
                <bdi>{title}</bdi>
              </a>
              <span>{page}</span>
            </li>
          ))}
        </ol>
      </nav>
      <p className="text-small">{imprint(report)}</p>
    </div>
  );
}

/** Contents longer than this need the room above them. */
const longContents = 16;

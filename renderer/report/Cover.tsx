import type { Report } from '../../shared/report/types.ts';
import { Masthead } from './Masthead.tsx';
import type { Page } from './fragments.ts';

interface Props {
  readonly report: Report;
  readonly pages: readonly Page[];
}

/** What it takes to recompute the report, and how to read it. */
const imprint = ({ planHash, catalogVersion, appVersion }: Report): string =>
  [
    `Plan ${planHash}. Catalogue ${catalogVersion}. AI Factory Planner ${appVersion}.`,
    'Every number carries its unit; assumptions and their sources are listed with their class of evidence.',
    'Forecasts rest on the inputs listed and are not a promise of results.',
  ].join(' ');

/** Title page with the contents and the page each section begins on. */
export function Cover({ report, pages }: Props) {
  const entries = pages.flatMap((page, index) =>
    page.items.flatMap((item) => ('title' in item ? [{ ...item, page: index + 2 }] : [])),
  );
  return (
    <div className="cover">
      <Masthead report={report} />
      <nav aria-label="Contents" className="contents">
        <p className="contents-title">Contents</p>
        <ol>
          {entries.map(({ key, title, page }) => (
            <li key={key}>
              <span>{title}</span>
              <span>{page}</span>
            </li>
          ))}
        </ol>
      </nav>
      <p className="text-small">{imprint(report)}</p>
    </div>
  );
}

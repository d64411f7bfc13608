import type { ScenarioInputs } from '../project/resolve.ts';
import type { Catalog } from '../catalog/types.ts';

/** A sheet of paper and the margins its words keep, millimetres. */
export interface Paper {
  readonly id: 'a4' | 'letter';
  readonly name: string;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** ISO 216 A4, and ANSI/ASME Y14.1 size A, known as US Letter. */
export const papers: Readonly<Record<Paper['id'], Paper>> = {
  a4: { id: 'a4', name: 'A4', widthMm: 210, heightMm: 297 },
  letter: { id: 'letter', name: 'US Letter', widthMm: 215.9, heightMm: 279.4 },
};

/** Margins of every sheet, millimetres: `paper.css` and `print.css` say the same. */
export const margins = { sideMm: 16, topMm: 20, bottomMm: 20 } as const;

/**
 * Height over width of the printed area, less than the page by 4 mm to absorb rounding.
 * @example contentRatio(papers.a4) // 253 / 178
 */
export const contentRatio = ({ widthMm, heightMm }: Paper): number =>
  (heightMm - margins.topMm - margins.bottomMm - 4) / (widthMm - 2 * margins.sideMm);

/** North America, where Letter is the paper of the office: degrees north and east. */
const northAmerica = { south: 14, north: 84, west: -170, east: -52 } as const;

const letterMoney: ReadonlySet<string> = new Set(['USD', 'CAD', 'MXN']);

/**
 * The paper a project prints on: the one it names, else that of its site.
 */
export function paperOf(
  { report, site, project }: Pick<ScenarioInputs, 'report' | 'site' | 'project'>,
  catalog: Pick<Catalog, 'sites'>,
): Paper {
  const { paper } = report.values;
  if (paper === 'a4' || paper === 'letter') return papers[paper];
  const place = catalog.sites[site.values.site];
  const { south, north, west, east } = northAmerica;
  const isThere = place !== undefined && place.latitude >= south && place.latitude <= north
    && place.longitude >= west && place.longitude <= east;
  return papers[isThere && letterMoney.has(project.values.currency) ? 'letter' : 'a4'];
}

import { strToU8, zipSync, type Zippable } from 'fflate';
import { chartXml, drawingXml } from './chart-xml.ts';
import { escapeXml } from './escape.ts';
import { columnName, type Cell, type Sheet, type SheetChart, type Workbook } from './model.ts';
import { styleIndex, stylesXml } from './styles.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';

function cellXml({ value, formula, style }: Cell, address: string): string {
  const s = ` s="${styleIndex(style)}"`;
  if (formula !== undefined) {
    const f = `<f>${escapeXml(formula)}</f>`;
    if (typeof value === 'string')
      return `<c r="${address}"${s} t="str">${f}<v>${escapeXml(value)}</v></c>`;
    return `<c r="${address}"${s}>${f}${value === null ? '' : `<v>${value}</v>`}</c>`;
  }
  if (typeof value === 'number') return `<c r="${address}"${s}><v>${value}</v></c>`;
  if (value === null) return `<c r="${address}"${s}/>`;
  return `<c r="${address}"${s} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}

function sheetXml({ rows, widths, freeze, charts = [] }: Sheet, paper: Workbook['paper']): string {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const cols = widths.map((width, at) =>
    `<col min="${at + 1}" max="${at === widths.length - 1 ? Math.max(columns, at + 1) : at + 1}" width="${width}" customWidth="1"/>`);
  const pane = freeze.rows === 0 && freeze.columns === 0 ? ''
    : `<pane${freeze.columns > 0 ? ` xSplit="${freeze.columns}"` : ''}${freeze.rows > 0 ? ` ySplit="${freeze.rows}"` : ''}`
      + ` topLeftCell="${columnName(freeze.columns)}${freeze.rows + 1}" activePane="${freeze.columns === 0 ? 'bottomLeft' : freeze.rows === 0 ? 'topRight' : 'bottomRight'}" state="frozen"/>`;
  const body = rows.map((row, r) => {
    const cells = row
      .map((cell, c) => (cell === null ? '' : cellXml(cell, `${columnName(c)}${r + 1}`)))
      .join('');
    return cells === '' ? '' : `<row r="${r + 1}">${cells}</row>`;
  });
  return `${declaration}<worksheet xmlns="${main}" xmlns:r="${relations}"><sheetPr>`
    + '<pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>'
    + `<sheetView showGridLines="0" workbookViewId="0">${pane}</sheetView></sheetViews>`
    + `<sheetFormatPr defaultRowHeight="14"/><cols>${cols.join('')}</cols><sheetData>`
    + `${body.join('')}</sheetData>`
    + '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
    + `<pageSetup paperSize="${paper === 'letter' ? 1 : 9}" orientation="landscape" fitToHeight="0"/>${charts.length === 0 ? '' : '<drawing r:id="rId1"/>'}</worksheet>`;
}

const workbookXml = ({ sheets, names }: Workbook): string =>
  `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>`
  + sheets.map(({ name }, at) =>
    `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')
  + `</sheets><definedNames>${names.map(({ name, ref }) => `<definedName name="${name}">${escapeXml(ref)}</definedName>`).join('')}</definedNames>`
  // What was computed elsewhere is computed again when the file is opened.
  + '<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>';

const relationship = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;

/** A sheet with charts: its number, that of its drawing, and its charts with theirs. */
interface DrawnSheet {
  readonly sheet: number;
  readonly drawing: number;
  readonly charts: readonly { readonly number: number; readonly chart: SheetChart }[];
}

function drawnSheets({ sheets }: Workbook): readonly DrawnSheet[] {
  const drawn: DrawnSheet[] = [];
  let count = 0;
  for (const [at, { charts = [] }] of sheets.entries()) {
    if (charts.length === 0) continue;
    drawn.push({ sheet: at + 1, drawing: drawn.length + 1,
      charts: charts.map((chart) => ({ number: count += 1, chart })) });
  }
  return drawn;
}

/** Drawings, charts, and what leads from a sheet to them. */
const chartParts = (drawn: readonly DrawnSheet[]): Readonly<Record<string, string>> =>
  Object.fromEntries(drawn.flatMap(({ sheet, drawing, charts }) => [
    [`xl/worksheets/_rels/sheet${sheet}.xml.rels`,
      `${declaration}<Relationships xmlns="${packaged}/relationships">`
        + `${relationship('rId1', 'drawing', `../drawings/drawing${drawing}.xml`)}</Relationships>`],
    [`xl/drawings/drawing${drawing}.xml`, drawingXml(charts.map(({ chart }) => chart))],
    [`xl/drawings/_rels/drawing${drawing}.xml.rels`,
      `${declaration}<Relationships xmlns="${packaged}/relationships">${charts.map(({ number: at }, i) =>
        relationship(`rId${i + 1}`, 'chart', `../charts/chart${at}.xml`)).join('')}</Relationships>`],
    ...charts.map(({ number: at, chart }) => [`xl/charts/chart${at}.xml`, chartXml(chart)]),
  ]));

function parts(workbook: Workbook): Readonly<Record<string, string>> {
  const { sheets, title } = workbook;
  const drawn = drawnSheets(workbook);
  const content = `${packaged}/content-types`;
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return {
    '[Content_Types].xml':
      `${declaration}<Types xmlns="${content}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`
      + '<Default Extension="xml" ContentType="application/xml"/>'
      + `<Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>`
      + sheets.map(
        (_, at) =>
          `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${kind}.worksheet+xml"/>`,
      ).join(
        '',
      )
      + drawn.map(({ drawing, charts }) =>
        `<Override PartName="/xl/drawings/drawing${drawing}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>`
        + charts.map(({ number: at }) =>
          `<Override PartName="/xl/charts/chart${at}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`).join('')).join('')
      + `<Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/>`
      + '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
    '_rels/.rels':
      `${declaration}<Relationships xmlns="${packaged}/relationships">`
        + `${relationship('rId1', 'officeDocument', 'xl/workbook.xml')}`
      + `<Relationship Id="rId2" Type="${packaged}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml':
      `${declaration}<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">`
      + `<dc:title>${escapeXml(title)}</dc:title><dc:creator>AI Factory Planner</dc:creator>`
      + '</cp:coreProperties>',
    'xl/workbook.xml': workbookXml(workbook),
    'xl/_rels/workbook.xml.rels':
      `${declaration}<Relationships xmlns="${packaged}/relationships">`
      + sheets.map((_, at) =>
        relationship(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('')
      + `${relationship(`rId${sheets.length + 1}`, 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': stylesXml(),
    ...chartParts(drawn),
    ...Object.fromEntries(
      sheets.map((sheet, at) =>
        [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet, workbook.paper)]),
    ),
  };
}

/** The earliest date a zip archive can state: equal plans give equal bytes. */
const fixedDate = '1980-01-01T00:00:00';

/**
 * A workbook as the bytes of an XLSX file (Office Open XML, ECMA-376).
 * @example writeXlsx({ title: 'T', sheets: [sheet], names: [] }).slice(0, 2) // 'PK'
 */
export function writeXlsx(workbook: Workbook): Uint8Array {
  const files: Zippable = Object.fromEntries(Object.entries(parts(workbook))
    .map(([path, xml]) => [path, [strToU8(xml), { mtime: fixedDate, level: 6 }]]));
  return zipSync(files);
}

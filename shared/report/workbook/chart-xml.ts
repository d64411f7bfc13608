import { escapeXml } from './escape.ts';
import type { SheetChart } from './model.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const drawingMl = 'http://schemas.openxmlformats.org/drawingml/2006';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Axes of a chart tell each other apart by these. */
const categoryAxis = 111;
const valueAxis = 112;

const words = (text: string): string =>
  '<c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100" b="1"/></a:pPr><a:r>'
    + `<a:rPr lang="en-US" sz="1100" b="1"/><a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx>`;

/** Labels small enough that each of some twenty bars has its own. */
const smallText =
  '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="800"/></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>';

/** Colours of bars and of a line: gain and ink of the planner's own charts. */
const barColour = '1B5FA8';
const lineColour = '151A21';

const fill = (colour: string): string =>
  `<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr>`;

function seriesXml(
  at: number, { name, categories, values }: SheetChart['series'][number], look: string,
  after = '',
): string {
  return `<c:ser><c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:v>${escapeXml(name)}</c:v>`
    + `</c:tx>${look}${after}`
    + `<c:cat><c:strRef><c:f>${escapeXml(categories)}</c:f></c:strRef></c:cat>`
    + `<c:val><c:numRef><c:f>${escapeXml(values)}</c:f></c:numRef></c:val></c:ser>`;
}

function plotXml({ kind, series }: SheetChart): string {
  const [bars, ...lines] = series;
  const axes = `<c:axId val="${categoryAxis}"/><c:axId val="${valueAxis}"/>`;
  const line = `<c:spPr><a:ln w="22225"><a:solidFill><a:srgbClr val="${lineColour}"/>`
    + '</a:solidFill></a:ln></c:spPr>';
  return `<c:barChart><c:barDir val="${kind === 'bars' ? 'bar' : 'col'}"/>`
    + '<c:grouping val="clustered"/><c:varyColors val="0"/>'
    + `${bars === undefined ? '' : seriesXml(0, bars, fill(barColour), '<c:invertIfNegative val="0"/>')}<c:gapWidth val="60"/>${axes}</c:barChart>`
    + (lines.length === 0 ? '' : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${
      lines.map((each, at) => seriesXml(at + 1, each, line, '<c:marker><c:symbol val="none"/>'
        + '</c:marker>')).join('')
    }<c:marker val="1"/>${axes}</c:lineChart>`);
}

/**
 * A chart as a part of a workbook (DrawingML charts, ECMA-376 part 1, 21.2): bars, and lines
 * over them, that read their cells whenever the file is open.
 */
export function chartXml(chart: SheetChart): string {
  const across = chart.kind === 'bars';
  return `${declaration}<c:chartSpace xmlns:c="${drawingMl}/chart" xmlns:a="${drawingMl}/main" xmlns:r="${relations}"><c:roundedCorners val="0"/>`
    + `<c:chart><c:title>${words(chart.title)}<c:overlay val="0"/></c:title>`
    + `<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plotXml(chart)}`
    + `<c:catAx><c:axId val="${categoryAxis}"/><c:scaling>`
    + `<c:orientation val="${across ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/>`
    + `<c:axPos val="${across ? 'l' : 'b'}"/><c:tickLblPos val="low"/>${smallText}`
    + `<c:crossAx val="${valueAxis}"/><c:tickLblSkip val="1"/></c:catAx>`
    + `<c:valAx><c:axId val="${valueAxis}"/><c:scaling><c:orientation val="minMax"/></c:scaling>`
    + '<c:delete val="0"/>'
    + `<c:axPos val="${across ? 'b' : 'l'}"/><c:majorGridlines><c:spPr><a:ln w="6350">`
    + '<a:solidFill><a:srgbClr val="DDE3E9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>'
    + `<c:title>${words(chart.unit)}<c:overlay val="0"/></c:title>`
    + `<c:numFmt formatCode="#,##0,," sourceLinked="0"/><c:tickLblPos val="${across ? 'high' : 'nextTo'}"/>`
    + `<c:crossAx val="${categoryAxis}"/></c:valAx>`
    + '</c:plotArea>'
    + `${chart.series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : ''}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`;
}

const corner = (name: 'from' | 'to', [column, row]: readonly [number, number]): string =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row>`
    + `<xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;

/** Where the charts of a sheet stand on it; relation rIdN is its Nth chart. */
export function drawingXml(charts: readonly SheetChart[]): string {
  const frames = charts.map(({ title, from, to }, at) =>
    `<xdr:twoCellAnchor>${corner('from', from)}${corner('to', to)}<xdr:graphicFrame macro="">`
      + '<xdr:nvGraphicFramePr>'
    + `<xdr:cNvPr id="${at + 2}" name="Chart ${at + 1}" descr="${escapeXml(title)}"/>`
    + '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>'
    + '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>'
    + `<a:graphic><a:graphicData uri="${drawingMl}/chart">`
    + `<c:chart xmlns:c="${drawingMl}/chart" xmlns:r="${relations}" r:id="rId${at + 1}"/>`
    + '</a:graphicData></a:graphic>'
    + '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>');
  return `${declaration}<xdr:wsDr xmlns:xdr="${drawingMl}/spreadsheetDrawing" xmlns:a="${drawingMl}/main">${frames.join('')}</xdr:wsDr>`;
}

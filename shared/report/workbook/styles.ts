import { styleNames, type StyleName } from './model.ts';

interface Look {
  /** Code of the number format; 0 is General. */
  readonly format: string;
  readonly font: 'plain' | 'strong' | 'title' | 'note' | 'input' | 'carried';
  readonly fill: 'none' | 'head' | 'input';
  readonly align?: 'right' | 'left';
  readonly rule?: boolean;
}

const usd = '#,##0;-#,##0;0';
const looks: Readonly<Record<StyleName, Look>> = {
  text: { format: '@', font: 'plain', fill: 'none' },
  title: { format: '@', font: 'title', fill: 'none' },
  note: { format: '@', font: 'note', fill: 'none' },
  head: { format: '@', font: 'strong', fill: 'head', rule: true },
  strong: { format: '@', font: 'strong', fill: 'none' },
  usd: { format: usd, font: 'plain', fill: 'none' },
  'usd-strong': { format: usd, font: 'strong', fill: 'none', rule: true },
  'unit-cost': { format: '#,##0.000000', font: 'plain', fill: 'none' },
  percent: { format: '0.00%', font: 'plain', fill: 'none' },
  number: { format: '#,##0.0000', font: 'plain', fill: 'none' },
  integer: { format: '0', font: 'plain', fill: 'none' },
  month: { format: '0', font: 'strong', fill: 'head', align: 'right', rule: true },
  'in-usd': { format: usd, font: 'input', fill: 'input' },
  'in-number': { format: '#,##0.000000', font: 'input', fill: 'input' },
  'in-percent': { format: '0.00%', font: 'input', fill: 'input' },
  'in-integer': { format: '0', font: 'input', fill: 'input' },
  'in-text': { format: '@', font: 'input', fill: 'input' },
  carried: { format: '#,##0.####', font: 'carried', fill: 'none' },
  ok: { format: '@', font: 'strong', fill: 'none', align: 'right' },
};

const fonts = ['plain', 'strong', 'title', 'note', 'input', 'carried'] as const;
const fontXml: Readonly<Record<(typeof fonts)[number], string>> = {
  plain: '<sz val="10"/><name val="Arial"/>',
  strong: '<b/><sz val="10"/><name val="Arial"/>',
  title: '<b/><sz val="14"/><name val="Arial"/>',
  note: '<i/><sz val="9"/><color rgb="FF555555"/><name val="Arial"/>',
  input: '<sz val="10"/><color rgb="FF0B3FA8"/><name val="Arial"/>',
  carried: '<sz val="10"/><color rgb="FF555555"/><name val="Arial"/>',
};
const fills = ['none', 'gray125', 'head', 'input'] as const;
const fillXml: Readonly<Record<(typeof fills)[number], string>> = {
  none: '<patternFill patternType="none"/>',
  gray125: '<patternFill patternType="gray125"/>',
  head: '<patternFill patternType="solid"><fgColor rgb="FFE9EDF2"/></patternFill>',
  input: '<patternFill patternType="solid"><fgColor rgb="FFF2F6FF"/></patternFill>',
};

const formats = [...new Set(styleNames.map((name) => looks[name].format))];
/** Own number formats begin here: below are those every program knows. */
const firstFormat = 164;

/** Number of a style in the cell formats of the file; 0 is the default. */
export const styleIndex = (name: StyleName): number => styleNames.indexOf(name) + 1;

function formatXml({ format, font, fill, align, rule }: Look): string {
  const alignment = align === undefined ? '' : `<alignment horizontal="${align}"/>`;
  return `<xf numFmtId="${firstFormat + formats.indexOf(format)}" fontId="${fonts.indexOf(font)}" fillId="${fills.indexOf(fill)}"`
    + ` borderId="${rule === true ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"${alignment === '' ? '/>' : ` applyAlignment="1">${alignment}</xf>`}`;
}

const escapeCode = (code: string): string =>
  code.replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The one style sheet of every workbook. */
export function stylesXml(): string {
  const cells = styleNames.map((name) => formatXml(looks[name]));
  return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    + '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    + `<numFmts count="${formats.length}">${formats.map((code, at) => `<numFmt numFmtId="${firstFormat + at}" formatCode="${escapeCode(code)}"/>`).join('')}</numFmts>`
    + `<fonts count="${fonts.length}">${fonts.map((name) => `<font>${fontXml[name]}</font>`).join('')}</fonts>`
    + `<fills count="${fills.length}">${fills.map((name) => `<fill>${fillXml[name]}</fill>`).join('')}</fills>`
    + '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>'
    + '<border><left/><right/><top/><bottom style="thin"><color rgb="FF9AA5B1"/></bottom><diagonal/></border></borders>'
    + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    + `<cellXfs count="${cells.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${cells.join('')}</cellXfs>`
    + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
}

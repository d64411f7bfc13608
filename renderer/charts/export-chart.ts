import type { Commands } from '../../shared/backend.ts';
import { writeCsv } from '../../shared/report/csv.ts';
import { drawSvg } from './engine.ts';
import type { DrawnPicture } from './picture.ts';

/** A file made on the page, ready for the host to write. */
export type ExportFile = Commands['export:file']['args'];

/** Size of an exported drawing, px; the width of a page at 96 px per inch. */
const exportWidth = 794;

/**
 * A file name from a title.
 * @example fileName('Cost of a million tokens', 'svg') // 'cost-of-a-million-tokens.svg'
 */
export function fileName(title: string, extension: string): string {
  const words = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
  return `${words === '' ? 'chart' : words.slice(0, 80)}.${extension}`;
}

/** The numbers behind a chart as CSV. */
export const csvFile = ({ title, table }: DrawnPicture): ExportFile => ({
  suggestedName: fileName(title, 'csv'),
  encoding: 'utf8',
  data: writeCsv(table.columns, table.rows),
});

/** The chart as a vector drawing. */
export const svgFile = ({ title, option, heightPx }: DrawnPicture): ExportFile => ({
  suggestedName: fileName(title, 'svg'),
  encoding: 'utf8',
  data: drawSvg(option, exportWidth, Math.max(heightPx, 200)),
});

/** The chart as it stands on screen, from a data address. */
export const pngFile = ({ title }: DrawnPicture, dataUrl: string): ExportFile => ({
  suggestedName: fileName(title, 'png'),
  encoding: 'base64',
  data: dataUrl.slice(dataUrl.indexOf(',') + 1),
});

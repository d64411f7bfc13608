/** How the amounts of a file are written. */
export interface NumberStyle {
  readonly decimal: 'comma' | 'point';
}

const plain = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/iu;

/** Words that stand for a value that is not there. */
const missing = new Set(['', '-', '--', 'na', 'n/a', 'nan', 'null', 'none', 'undefined', '#n/a']);

/** Whether a cell says that there is no value. */
export const isMissing = (cell: string): boolean => missing.has(cell.toLowerCase());

/**
 * A number as written: marks between thousands are taken out, units and words are not
 * guessed at.
 * @returns null for anything that is no plain number
 * @example amountOf('1.234,5', { decimal: 'comma' }) // 1234.5
 */
export function amountOf(cell: string, { decimal }: NumberStyle): number | null {
  let text = cell;
  if (decimal === 'comma') {
    if (/^[+-]?\d{1,3}([. ]\d{3})+(,\d*)?$/u.test(text)) text = text.replaceAll(/[. ]/gu, '');
    else if (text.includes('.')) return null;
    text = text.replace(',', '.');
  } else if (/^[+-]?\d{1,3}([, ]\d{3})+(\.\d*)?$/u.test(text))
    text = text.replaceAll(/[, ]/gu, '');
  const value = Number(text);
  return plain.test(text) && Number.isFinite(value) ? value : null;
}

/** What samples of amounts show of how they are written. */
export interface StyleEvidence {
  comma: boolean;
  point: boolean;
  /** Cells like 1.234 or 1,234, which could be either. */
  either: boolean;
}

/**
 * Whether a file's amounts have decimal commas or points.
 * @param cells amounts as written
 * @returns null where they could be either
 * @example numberStyle(['1.234,5', '7,0'])?.decimal // 'comma'
 */
export function numberStyle(
  cells: readonly string[], separator: string,
): NumberStyle | null {
  const seen: StyleEvidence = { comma: false, point: false, either: false };
  for (const cell of cells) {
    const commas = cell.split(',').length - 1;
    const points = cell.split('.').length - 1;
    if (commas === 0 && points === 0) continue;
    if (commas > 0 && points > 0) {
      seen[cell.lastIndexOf(',') > cell.lastIndexOf('.') ? 'comma' : 'point'] = true;
    } else if (commas > 1) seen.point = true;
    else if (points > 1) seen.comma = true;
    else if (/^[+-]?[1-9]\d{0,2}[.,]\d{3}$/u.test(cell)) seen.either = true;
    else seen[commas === 1 ? 'comma' : 'point'] = true;
  }
  if (seen.comma && seen.point) return null;
  if (seen.comma) return { decimal: 'comma' };
  if (seen.point || !seen.either) return { decimal: 'point' };
  // A file whose cells are parted by commas has no decimal commas outside quotes.
  return separator === ',' && cells.every((cell) => !cell.includes(','))
    ? { decimal: 'point' } : null;
}

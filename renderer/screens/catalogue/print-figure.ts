import type { CatalogValue } from '../../../shared/catalog/changes/types.ts';
import { catalogueText as words } from '../../text/catalogue.ts';

const digits = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 8 });

/** A figure as it is read: shares per hundred, counts bare, words as they are. */
export function printFigure(figure: CatalogValue | null): string {
  if (figure === null) return words.absent;
  if (typeof figure === 'string') return figure;
  if (typeof figure === 'number') return digits.format(figure);
  const { value, unit } = figure;
  if (unit === 'fraction') return `${digits.format(value * 100)} %`;
  return unit === 'count' || unit === 'ratio' ? digits.format(value)
    : `${digits.format(value)} ${unit}`;
}

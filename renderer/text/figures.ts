import type { Figure } from '../../shared/units/figure.ts';
import { findFormula } from '../state/formulas.ts';

/** Spells a key out where the register has no label: `headline.npvUsd` becomes `npv usd`. */
const spellOut = (key: string): string =>
  (key.split('.').at(-1) ?? key).replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

/** What a figure is called. */
export const figureLabel = (key: string, figure: Figure | undefined): string =>
  (figure === undefined ? null : findFormula(figure.formula)?.label) ?? spellOut(key);

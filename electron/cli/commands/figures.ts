import { findFormula } from '../../../shared/plan/figures/formulas.ts';
import { listDeclaredFigures, type DeclaredFigure } from '../../../shared/plan/figures/all.ts';
import type { ArgSpec, Args } from '../args.ts';
import { exitCodes, table, type ExitCode, type Output } from '../output.ts';

export const figuresSpec: ArgSpec = { positional: [], required: 0, flags: ['json'],
  options: [] };

/**
 * One figure as `figures --json` prints it; `*` in a key stands for a rack group, a
 * class, a rule or a line.
 */
function describeFigure({ key, label, unit, definition, formula }: DeclaredFigure) {
  const { expression, source } = findFormula(formula);
  return { key, label, unit, definition, formula: expression, formulaId: formula, source };
}

/** `figures`: every figure a plan can have, with unit, definition and formula. */
export function runFigures(args: Args, output: Output): ExitCode {
  const figures = listDeclaredFigures().map(describeFigure);
  if (args.flags.has('json')) output.out(JSON.stringify(figures, null, 2));
  else output.out(table([
    ['KEY', 'UNIT', 'LABEL', 'DEFINITION'],
    ...figures.map((f) => [f.key, f.unit, f.label, f.definition]),
  ]));
  return exitCodes.done;
}

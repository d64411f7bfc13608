import page from '../../docs/limits.md?raw';
import { pathsInWords } from '../../shared/project/path-words.ts';
import type { Approximation } from '../../shared/report/method-appendix.ts';

/**
 * The rows of the table of limits, as the documentation keeps it.
 * @example readApproximations('| Part | … |\n|---|---|---|\n| Network | counted | exact |')[0]?.part // 'Network'
 */
export function readApproximations(markdown: string): readonly Approximation[] {
  const rows = markdown.split('\n').filter((line) => line.startsWith('|')).slice(2);
  return rows.flatMap((row): readonly Approximation[] => {
    const [part, what, howFar] = row.split('|').slice(1)
      .map((cell) => cell.trim().replaceAll('`', ''));
    return part === undefined || what === undefined || howFar === undefined ? []
      : [{ part, what, howFar }];
  });
}

/** Parts of the page that say how far a figure can be trusted; the rest is about the program. */
const aboutFigures: ReadonlySet<string> = new Set(['Inference', 'Network', 'Facility',
  'Lifecycle', 'Reality', 'Economics', 'Catalogue', 'Assumptions']);

/** What is simplified in the figures, in a reader's words. */
export const approximations: readonly Approximation[] = readApproximations(page)
  .filter(({ part }) => aboutFigures.has(part))
  .map(({ part, what, howFar }) =>
    ({ part, what: pathsInWords(what), howFar: pathsInWords(howFar) }));

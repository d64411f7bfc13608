import type { Notice } from '../state/store.ts';
import { explainDisplacement, fileName, type Explanation } from './file-problems.ts';
import { explain } from './problems.ts';

/** A notice as sentences; `bad` tells problems from good news. */
export function explainNotice(
  problem: Notice['problem'],
): Explanation & { readonly bad: boolean } {
  if (problem.code === 'saved-copy') {
    return {
      title: 'Copy saved.',
      kept: `It is ${problem.path}.`,
      next: 'You go on working in the original.',
      bad: false,
    };
  }
  if (problem.code === 'displaced')
    return { ...explainDisplacement(problem.displacement), bad: true };
  if (problem.code === 'restarted') {
    return {
      title: 'The program failed and was started again.',
      kept: 'Every change you made is in the project file.',
      next: 'If it happens again at the same place, tell us what you did just before.',
      bad: true,
    };
  }
  if (problem.code === 'migrated') {
    return {
      title: 'The project was brought up to date.',
      kept:
        `The file as it was (version ${problem.from}) is kept as ${fileName(problem.backup)}.`,
      next: 'Nothing else is needed.',
      bad: false,
    };
  }
  if (problem.code === 'scenario-deleted') {
    return {
      title: `Deleted “${problem.name}”.`,
      kept: 'Every other scenario says what it said before.',
      next: 'Undo brings it back.',
      bad: false,
    };
  }
  if (problem.code === 'moved-along') {
    return {
      title: 'Moved along with your choice.',
      kept: problem.moved.map(({ label, from, to }) => `${label}: ${from} → ${to}.`).join(' '),
      next: 'Undo takes back the choice and what it moved.',
      bad: false,
    };
  }
  if (problem.code === 'systems-compared') return explainSystems(problem.names);
  return { ...explain(problem), bad: true };
}

const explainSystems = (names: readonly string[]): Explanation & { readonly bad: boolean } => ({
  title: names.length === 1 ? 'One more scenario.' : `${names.length} more scenarios.`,
  kept: `All racks on ${names.join(', ')}: the same site, workloads and terms.`,
  next: 'Undo takes them all back.',
  bad: false,
});

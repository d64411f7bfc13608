import { useEffect, useState } from 'react';
import type { ProjectDocument } from '../../../shared/project/record.ts';
import type { ComparedScenario } from '../../../shared/report/gather.ts';
import { gatherSteps } from '../../report/load.ts';
import { runSteps } from '../compare/run-steps.ts';

interface Gathered {
  readonly document: ProjectDocument;
  readonly key: string;
  readonly scenarios: readonly ComparedScenario[];
}

/**
 * The scenarios of a comparison with their bridges, gathered between other work of the window.
 * @param ids scenarios to compare; null gathers nothing
 * @returns the last that were gathered of this document's predecessors while the next are
 *   on their way, else null
 */
export function useComparison(
  document: ProjectDocument, ids: readonly string[] | null,
): readonly ComparedScenario[] | null {
  const [gathered, setGathered] = useState<Gathered | null>(null);
  const key = ids?.join(' ') ?? '';
  useEffect(() => {
    if (key === '') return undefined;
    return runSteps(gatherSteps(document, key.split(' ')), {
      progress: () => undefined,
      done: (scenarios) => { setGathered({ document, key, scenarios }); },
      failed: () => { setGathered({ document, key, scenarios: [] }); },
    });
  }, [document, key]);
  return gathered === null || gathered.key !== key ? null : gathered.scenarios;
}

import { Progress } from '@mantine/core';
import { useMemo } from 'react';
import { ownHourly } from '../../../shared/search/own-crossover.ts';
import { useDocument, useScenarioId } from '../../state/hooks.tsx';
import { useTco } from '../../state/use-tco.ts';
import { CrossoverView, type CrossoverFor } from './CrossoverView.tsx';
import { crossoverText as words } from './text.ts';

/**
 * The cheapest systems at the plan's own cost of an accelerator-hour with each of them;
 * the plans are made beside the page, and only while this is shown.
 */
export function OwnCrossover({ rivals, limits, level }: CrossoverFor) {
  const { table, progress, failed, busy } = useTco(useDocument(), useScenarioId(), null);
  const hourlyOf = useMemo(() => (table === null ? null : ownHourly(table.rows)), [table]);
  return (
    <>
      {busy && <Progress size="xs" aria-label={words.ownWorking}
        value={progress === null ? 0 : (100 * progress.done) / progress.total} />}
      {failed !== null && <p role="alert">{failed}</p>}
      {hourlyOf === null ? <p role="status">{words.ownWorking}</p> : (
        <div aria-busy={busy}>
          <CrossoverView rivals={rivals} limits={limits} level={level} hourlyOf={hourlyOf}
            basis={words.ownBasis} />
        </div>
      )}
    </>
  );
}

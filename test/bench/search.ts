import { builtInCatalog } from '../../shared/catalog/catalog.ts';
import { loadMeasuredPoints } from '../../shared/catalog/measured.ts';
import { createPlanner } from '../../shared/plan.ts';
import { documentOf, findTemplate } from '../../shared/project/templates.ts';
import { readAxis } from '../../shared/search/plans/axis.ts';
import type { Subject } from '../../shared/search/plans/subject.ts';
import { openSweep, runThrough, sweepSteps } from '../../shared/search/plans/sweep.ts';
import { time, type Timing } from './report.ts';

const subject = (): Subject => ({
  planner: createPlanner(builtInCatalog, loadMeasuredPoints()), scenarioId: 'base',
  document: documentOf(findTemplate('gb300-100mw')?.records ?? []),
});

/** 50 x 40 plans of two axes with three headline figures each, on one thread. */
function sweepOf(texts: readonly string[]): () => void {
  const asked = subject();
  const axes = texts.map((text) => {
    const axis = readAxis(asked, text);
    if (!axis.ok) throw new Error(JSON.stringify(axis.error));
    return axis.value;
  });
  const sweep = openSweep(asked,
    { axes, paired: false, figures: ['npvUsd', 'irr', 'costPerMTokUsd'] });
  if (!sweep.ok) throw new Error(JSON.stringify(sweep.error));
  return () => {
    const infeasible = runThrough(sweepSteps(sweep.value)).filter(({ feasible }) => !feasible);
    if (infeasible.length > 0) throw new Error(infeasible[0]?.cause ?? 'no cause');
  };
}

/** What a million plans would take, said beside what was timed. */
const perMillion = (runs: number, { median }: Timing): string =>
  `${((median / runs) * 1e6 / 3.6e6).toFixed(2)} core-hours per million plans`;

/** Sweeps of 2,000 plans on one thread: money inputs alone, and inputs that move physics. */
export async function timeSearch(): Promise<readonly Timing[]> {
  const sweeps = [
    ['2,000 plans of a sweep, two money inputs, one thread',
      ['site.electricityUsdPerKwh=0.05:0.075:50', 'finance.discountRate=0.05:0.09:40']],
    ['2,000 plans of a sweep, power and cooling moved, one thread',
      ['site.utilityMw=80:105:50', 'cooling.dryApproachK=4:8:40']],
  ] as const;
  const timings: Timing[] = [];
  for (const [name, texts] of sweeps) {
    const timing = await time(name, 5, sweepOf(texts), 1);
    timings.push({ ...timing, name: `${name} (${perMillion(2000, timing)})` });
  }
  return timings;
}

import type { ProbabilityKey } from '../../../shared/uncertainty/runs/summary.ts';
import { FactTable } from '../../components/FactTable.tsx';
import { usePrinter } from '../../state/use-print.ts';
import { riskText as words } from '../../text/risk.ts';
import type { RiskView } from './risk-task.ts';

const keys = Object.keys(words.probability) as readonly ProbabilityKey[];

/** How likely what a board asks about is, and why some futures have no plan. */
export function Likely({ view }: { readonly view: RiskView | null }) {
  const print = usePrinter();
  if (view === null) return null;
  const { probabilities, infeasible } = view.summary;
  return (
    <FactTable title={words.likely} columns={words.likelyColumns}
      rows={keys.flatMap((key) => {
        const found = probabilities[key];
        return found === undefined || found.value === null ? []
          : [{ key, cells: [words.probability[key], print(found.value, 'fraction')] }];
      })}
      {...(infeasible.length === 0 ? {} : { help: infeasible.slice(0, 3).map(({ cause, draws }) =>
        words.cause(cause, print(draws, 'count'))).join('; ') })} />
  );
}

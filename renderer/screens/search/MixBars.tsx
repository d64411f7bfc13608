import type { MixGroup } from '../../../shared/search/plans/mix.ts';
import { FactTable } from '../../components/FactTable.tsx';
import { usePrinter } from '../../state/use-print.ts';
import { searchText as words } from '../../text/search.ts';

interface Props {
  readonly groups: readonly MixGroup[];
  readonly best: readonly number[];
  readonly asIs: readonly number[] | null;
}

/** Racks of each group now and at best, as numbers with bars of one scale. */
export function MixBars({ groups, best, asIs }: Props) {
  const print = usePrinter();
  const most = Math.max(1, ...best, ...(asIs ?? []));
  const cell = (key: string, count: number | null) => (
    <span key={key} className="search-bar">
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect x="0" y="1" height="8" width={count === null ? 0 : (100 * count) / most} />
      </svg>
      <span>{print(count, 'count')}</span>
    </span>);
  return (
    <FactTable title={words.mixTitle} columns={words.mixColumns}
      rows={groups.map(({ key, name }, at) => ({ key, cells: [name,
        cell('now', asIs?.[at] ?? null), cell('best', best[at] ?? null)] }))} />
  );
}

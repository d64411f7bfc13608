import { useVirtualizer } from '@tanstack/react-virtual';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useRef } from 'react';
import type { Period } from '../../../shared/report/periods.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { inFull, type Print } from '../../../shared/units/print.ts';
import { useActions } from '../../state/hooks.tsx';
import { usePrint } from '../../state/use-print.ts';
import { explainingFigure, type FoldedRow } from './statement-rows.ts';
import { resultsText } from './text.ts';

interface Props {
  readonly periods: readonly Period[];
  readonly rows: readonly FoldedRow[];
  readonly open: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
}

/** Width of a period's column, px: the longest printed amount with room. */
const columnPx = 104;

/**
 * Lines down, periods across. Of several hundred months only those in view are in the
 * document.
 */
export function StatementTable({ periods, rows, open, onToggle }: Props) {
  const scroll = useRef<HTMLDivElement>(null);
  const columns = useVirtualizer({
    horizontal: true,
    count: periods.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => columnPx,
    overscan: 6,
  });
  const inView = columns.getVirtualItems();
  const before = inView[0]?.start ?? 0;
  const after = columns.getTotalSize() - (inView.at(-1)?.end ?? 0);
  return (
    <div
      ref={scroll}
      className="statement-scroll"
      role="region"
      aria-label={resultsText.table}
      tabIndex={0}
    >
      <table className="statement numeric" aria-colcount={periods.length + 1}>
        <thead>
          <tr>
            <th scope="col" className="statement-corner" aria-colindex={1}>
              {resultsText.line}
            </th>
            <Gap px={before} />
            {inView.map(({ index }) => {
              const period = periods[index];
              return period === undefined ? null : (
                <th key={period.from} scope="col" aria-colindex={index + 2} title={period.span}>
                  {period.label.replace(/ \(.*/u, '')}
                </th>
              );
            })}
            <Gap px={after} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.series.key} data-level={row.level}>
              <LineHead row={row} open={open.has(row.series.key)}
                onToggle={onToggle} />
              <Gap px={before} />
              {inView.map(({ index }) => (
                <Amount key={index} row={row} index={index} />
              ))}
              <Gap px={after} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Room of the columns that are not in the document. */
const Gap = ({ px }: { readonly px: number }) =>
  px <= 0 ? null : <td aria-hidden className="statement-gap"
    style={{ minWidth: px, width: px }} />;

function printCell({ series, values }: FoldedRow, index: number, print: Print): string {
  const value = values[index] ?? null;
  return value !== null && Math.abs(value) < 0.005 ? '0'
    : formatQuantity(value, series.unit, print);
}

/**
 * A number of the statement; a click explains it. By keyboard the line's name does the
 * same.
 */
function Amount({ row, index }: { readonly row: FoldedRow; readonly index: number }) {
  const { select } = useActions();
  const print = inFull(usePrint());
  return (
    <td aria-colindex={index + 2}>
      <button
        type="button"
        tabIndex={-1}
        className="plain-button"
        onClick={() => {
          select({ kind: 'figure', key: explainingFigure(row.series) });
        }}
      >
        {printCell(row, index, print)}
      </button>
    </td>
  );
}

function LineHead({
  row,
  open,
  onToggle,
}: {
  readonly row: FoldedRow;
  readonly open: boolean;
  readonly onToggle: (key: string) => void;
}) {
  const { select } = useActions();
  const { label, hasParts, series } = row;
  return (
    <th scope="row" aria-colindex={1}>
      <span className="statement-line">
        {hasParts ? (
          <button
            type="button"
            className="plain-button statement-fold"
            aria-expanded={open}
            aria-label={open ? resultsText.collapse(label) : resultsText.expand(label)}
            onClick={() => {
              onToggle(series.key);
            }}
          >
            {open ? (
              <IconChevronDown size={13} aria-hidden />
            ) : (
              <IconChevronRight size={13} aria-hidden />
            )}
          </button>
        ) : (
          <span className="statement-fold" />
        )}
        <button
          type="button"
          className="plain-button statement-name"
          onClick={() => {
            select({ kind: 'figure', key: explainingFigure(series) });
          }}
        >
          {label}
        </button>
      </span>
    </th>
  );
}

import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type KeyboardEvent } from 'react';
import type { RegisterRow } from '../../../shared/uncertainty/register.ts';
import type { Unit } from '../../../shared/units/unit.ts';
import { assumptionsText as words } from '../../text/assumptions.ts';
import { setFilter, type RegisterFilter, type SortKey } from '../../state/register-filter.ts';
import { RegisterLine } from './RegisterLine.tsx';

interface Props {
  readonly rows: readonly RegisterRow[];
  readonly filter: RegisterFilter;
  /** Change of the figure chosen, by row. */
  readonly effects: ReadonlyMap<string, number>;
  readonly effectUnit: Unit;
  readonly effectName: string;
  readonly open: string | null;
  readonly onOpen: (id: string | null) => void;
}

/** Height of a closed row, px; open ones are measured. */
const rowPx = 46;

/**
 * The register, of which only the rows in view are in the document. Arrow keys go from
 * row to row.
 */
export function RegisterTable(
  { rows, filter, effects, effectUnit, effectName, open, onOpen }: Props,
) {
  const scroll = useRef<HTMLDivElement>(null);
  const lines = useVirtualizer({
    count: rows.length, getScrollElement: () => scroll.current, estimateSize: () => rowPx,
    overscan: 8,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const inView = lines.getVirtualItems();
  const step = (event: KeyboardEvent, from: number): void => {
    const next = from + (event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0);
    if (next === from || next < 0 || next >= rows.length) return;
    event.preventDefault();
    const button = (): HTMLElement
      | null => scroll.current?.querySelector(`[data-line="${next}"]`) ?? null;
    const ready = button();
    lines.scrollToIndex(next);
    // A row beyond those in the document is there after the next paint.
    if (ready !== null) ready.focus({ preventScroll: true });
    else requestAnimationFrame(() => { button()?.focus(); });
  };
  return (
    <div ref={scroll} className="register-scroll" role="region" aria-label={words.table}
      tabIndex={0}>
        <div role="table" className="register" aria-label={words.table}
          aria-rowcount={rows.length + 1}>
            <div role="rowgroup" className="register-head">
              <div role="row" aria-rowindex={1} className="register-row">
                <Head sort="label" filter={filter}>{words.columns.label}</Head>
                <div role="columnheader">{words.columns.value}</div>
                <Head sort="evidence" filter={filter}>{words.columns.evidence}</Head>
                <Head sort="age" filter={filter}>{words.columns.age}</Head>
                <Head sort="effect"
                  filter={filter}>{`${words.columns.effect} ${effectName}`}</Head>
                <div role="columnheader">{words.columns.source}</div>
              </div>
            </div>
            <div role="rowgroup" className="register-body"
              style={{ height: lines.getTotalSize() }}>
                {inView.map(({ index, start, key }) => {
                  const row = rows[index];
                  return row === undefined ? null : (
                    <div key={key} ref={lines.measureElement} data-index={index} role="row"
                      aria-rowindex={index + 2}
                      className="register-row" data-open={row.id === open || undefined}
                      style={{ transform: `translateY(${start}px)` }}>
                      <RegisterLine row={row} line={index} open={row.id === open}
                        onOpen={onOpen} onStep={step}
                        effect={effects.get(row.id) ?? null} effectUnit={effectUnit} />
                    </div>
                  );
                })}
              </div>
          </div>
      </div>
  );
}

interface HeadProps {
  readonly sort: SortKey;
  readonly filter: RegisterFilter;
  readonly children: string;
}

/** A heading that orders the rows: up, down, and back to the order of the screens. */
function Head({ sort, filter, children }: HeadProps) {
  const on = filter.sort === sort;
  const next = !on ? { sort, descending: sort === 'effect' }
    : filter.descending === (sort === 'effect') ? { descending: !filter.descending }
    : { sort: 'place' as const, descending: false };
  return (
    <div role="columnheader"
      aria-sort={on ? (filter.descending ? 'descending' : 'ascending') : 'none'}>
        <button type="button" className="plain-button" title={words.sortBy(children)}
          onClick={() => { setFilter(next); }}>
            {children}
            <span aria-hidden>{on ? (filter.descending ? ' ▼' : ' ▲') : ''}</span>
          </button>
      </div>
  );
}

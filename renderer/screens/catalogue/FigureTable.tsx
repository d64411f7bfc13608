import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp, IconPencil } from '@tabler/icons-react';
import type { Sourced } from '../../../shared/units/provenance.ts';
import { EvidenceBadge } from '../../components/EvidenceBadge.tsx';
import '../../components/fact-table.css';
import { catalogueText as words, figureLabel } from '../../text/catalogue.ts';
import { printFigure } from './print-figure.ts';
import type { FigureLine } from './rows.ts';

interface Props {
  readonly figures: readonly FigureLine[];
  readonly readOnly: boolean;
  readonly open: string | null;
  readonly onOpen: (path: string | null) => void;
  readonly onRevert: (path: string) => void;
}

/** Where the built-in value stands among the columns. */
const shippedColumn = 3;

/** The date of a figure's source, or why it has none. */
const printDate = ({ date, undated = 'source' }: Sourced): string =>
  date ?? words.undated[undated];

/** Figures of an entry: as plans see them, as shipped, and where each comes from. */
export function FigureTable({ figures, readOnly, open, onOpen, onRevert }: Props) {
  // Without figures of one's own there is nothing to set beside the built-in ones, and
  // sources need the room.
  const beside = figures.some(({ own }) => own);
  return (
    <section className="fact-table" aria-label={words.figures}>
      <div className="fact-table-scroll" role="region" aria-label={words.scroll} tabIndex={0}>
        <table className="numeric catalogue-table">
          <thead>
            <tr>
              {words.columns.map((column, at) => (at === shippedColumn && !beside ? null
                : <th key={column} scope="col" data-kind={at === 1
                  || at === shippedColumn ? undefined : 'word'}>{column}</th>))}
            </tr>
          </thead>
          <tbody>
            {figures.map((line) => {
              const { path, now, shipped, own } = line;
              const label = figureLabel(path);
              return (
                <tr key={path} data-own={own || undefined}
                  data-open={path === open || undefined}>
                    <th scope="row" data-kind="word">{label}</th>
                    <td>{printFigure(now)}</td>
                    <td data-kind="word">
                      {!readOnly && (
                        <ActionIcon size="sm" variant="subtle"
                          aria-label={own ? words.edit(label) : words.override(label)}
                          onClick={() => { onOpen(path); }}>
                            <IconPencil size={14} aria-hidden />
                          </ActionIcon>
                      )}
                      {!readOnly && own && (
                        <ActionIcon size="sm" variant="subtle"
                          aria-label={words.revert(label)}
                          onClick={() => { onRevert(path); }}>
                            <IconArrowBackUp size={14} aria-hidden />
                          </ActionIcon>
                      )}
                    </td>
                    {beside && <td>{own ? printFigure(shipped) : ''}</td>}
                    <td data-kind="word">
                      {now !== null && <EvidenceBadge evidence={now.evidence} />}
                    </td>
                    <td data-kind="word">{now === null ? '' : printDate(now)}</td>
                    <td data-kind="word" className="catalogue-source">
                      <span title={now?.source}>{now?.source ?? ''}</span>
                      {now?.note !== undefined && <small title={now.note}>{now.note}</small>}
                    </td>
                  </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp, IconPencil } from '@tabler/icons-react';
import type { Sourced } from '../../../shared/units/provenance.ts';
import { EvidenceBadge } from '../../components/EvidenceBadge.tsx';
import '../../components/fact-table.css';
import { catalogueText as words, figureLabel } from '../../text/catalogue.ts';
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

const digits = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 8 });

/** A figure as it is read: shares per hundred, counts bare. */
function print(figure: Sourced | null): string {
  if (figure === null) return words.absent;
  const { value, unit } = figure;
  if (unit === 'fraction') return `${digits.format(value * 100)} %`;
  return unit === 'count' || unit === 'ratio' ? digits.format(value)
    : `${digits.format(value)} ${unit}`;
}

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
                    <td>{print(now)}</td>
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
                    {beside && <td>{own ? print(shipped) : ''}</td>}
                    <td data-kind="word">
                      {now !== null && <EvidenceBadge evidence={now.evidence} />}
                    </td>
                    <td data-kind="word">{now?.date ?? ''}</td>
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

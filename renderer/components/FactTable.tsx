import { useRef, type ReactNode } from 'react';
import './fact-table.css';
import { tableText } from '../text/table.ts';
import { AssumedLink } from './AssumedLink.tsx';
import { ScrollBox } from './ScrollBox.tsx';
import { TableTools } from './TableTools.tsx';

export interface FactRow {
  readonly key: string;
  readonly cells: readonly ReactNode[];
  /** A total, or a class that the rows below it belong to. */
  readonly strong?: boolean;
  /** A part of the row above it. */
  readonly part?: boolean;
}

interface Props {
  readonly title: string;
  readonly help?: string;
  readonly columns: readonly string[];
  readonly rows: readonly FactRow[];
  /** Columns of words; all but the first are numbers otherwise. */
  readonly words?: readonly number[];
  /** Figure of the plan on show whose assumed inputs stand for those of the table. */
  readonly restsOn?: string;
  readonly children?: ReactNode;
}

/** A small table of results with its title and what it means. */
export function FactTable(
  { title, help, columns, rows, words = [0], restsOn, children }: Props,
) {
  const body = useRef<HTMLTableElement>(null);
  const kind = (at: number): 'word' | undefined => (words.includes(at) ? 'word' : undefined);
  return (
    <section className="fact-table" aria-label={title}>
      <header>
        <h2>
          {title}
          {restsOn !== undefined && <AssumedLink figureKey={restsOn} />}
        </h2>
        <span className="table-tools">
          {children}
          <TableTools title={title} table={body} />
        </span>
      </header>
      {help !== undefined && <p className="fact-table-help">{help}</p>}
      <ScrollBox className="fact-table-scroll" label={tableText.scroll(title)}>
        <table ref={body} className="numeric">
          <thead>
            <tr>
              {columns.map((column, at) =>
                <th key={column} scope="col" data-kind={kind(at)}>{column}</th>)}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells, strong, part }) => (
              <tr key={key} data-strong={strong === true || undefined}
                data-part={part === true || undefined}>
                  {cells.map((cell, at) => at === 0
                    ? <th key={columns[at]} scope="row" data-kind={kind(at)}>{cell}</th>
                    : <td key={columns[at]} data-kind={kind(at)}>{cell}</td>)}
                </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

import { unreachable } from '../../shared/units/result.ts';
import type {
  Block, LimitLine, PrintedFigure, Table, PlanView,
} from '../../shared/report/types.ts';
import { unitName } from '../../shared/units/format.ts';
import { BarsView } from './BarsView.tsx';
import { columnWidths, unbreakable } from './column-widths.ts';
import { PaperChart } from './PaperChart.tsx';
import { PaperDrawing } from './PaperDrawing.tsx';

interface Props {
  readonly block: Block;
  readonly plan: PlanView;
  /** Rows of a table on this page; all of them when null. */
  readonly rows?: readonly [number, number] | null;
  /** False while heights are taken: charts are boxes then. */
  readonly draw: boolean;
}

/** One block of the report on paper. */
export function BlockView({ block, plan, rows = null, draw }: Props) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h2 dir="auto">{block.text}</h2>
        : <h3 dir="auto">{block.text}</h3>;
    case 'paragraph':
      return <p className={`text-${block.tone}`} dir="auto">{block.text}</p>;
    case 'list':
      return (
        <ul className="points">
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'figures':
      return <Figures figures={block.figures} />;
    case 'labels':
      return (
        <dl className="labels">
          {block.items.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'recommendation':
      return (
        <p className="recommendation" dir="auto">
          <strong>Recommendation.</strong> {block.text}
        </p>
      );
    case 'bars':
      return <BarsView bars={block.bars} />;
    case 'table':
      return <TableView table={block.table} rows={rows} />;
    case 'charts':
      return (
        <div className="chart-row">
          {block.charts.map(({ id, group }) => (
            <PaperChart key={`${id} ${group ?? ''}`} id={id} group={group} plan={plan}
              draw={draw} />
          ))}
        </div>
      );
    case 'drawings':
      return (
        <div className="drawing-row">
          {block.drawings.map((ref) => (
            <PaperDrawing key={JSON.stringify(ref)} drawing={ref}
              across={block.drawings.length} plan={plan} draw={draw} />
          ))}
        </div>
      );
    case 'limits':
      return <Limits items={block.items} />;
    default:
      return unreachable(block, 'BlockView');
  }
}

function Figures({ figures }: { readonly figures: readonly PrintedFigure[] }) {
  return (
    <dl className="figures" data-across={figures.length % 5 === 0 ? 5 : undefined}>
      {figures.map(({ key, label, printed, why, assumed, beside = '' }) => (
        <div key={key}>
          <dt>
            {label}
            {assumed && ' *'}
          </dt>
          <dd>
            <Quantity printed={printed} />
            {why !== '' && <small>{why}</small>}
            {beside !== '' && why === '' && <small>{beside}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Digits large, unit small, so that a long unit does not push the digits about. */
function Quantity({ printed }: { readonly printed: string }) {
  const digits = /^-?\$?[\d.,]+(?: [kMB](?![\w]))?/u.exec(printed)?.[0] ?? printed;
  return (
    <>
      {digits}
      <span className="unit">{printed.slice(digits.length)}</span>
    </>
  );
}

function Limits({ items }: { readonly items: readonly LimitLine[] }) {
  if (items.length === 0)
    return <p className="text-plain">No limit binds and nothing needs a warning.</p>;
  return (
    <ul className="limits">
      {items.map(({ text, fix, broken }) => (
        <li key={text} data-broken={broken || undefined}>
          <strong>{broken ? 'Broken. ' : ''}</strong>
          {text}
          {fix === '' ? '' : `. ${fix}`}
        </li>
      ))}
    </ul>
  );
}

function TableView({
  table,
  rows,
}: {
  readonly table: Table;
  readonly rows: readonly [number, number] | null;
}) {
  const [from, to] = rows ?? [0, table.rows.length];
  return (
    <table>
      {(table.caption !== '' || table.note !== undefined) && (
        <caption>
          {table.caption}
          {from > 0 ? ' (continued)' : ''}
          {table.note !== undefined && <small>{table.note}</small>}
        </caption>
      )}
      <colgroup>
        {columnWidths(table).map((share, i) => (
          <col key={table.columns[i]?.label ?? i} style={{ width: `${share * 100}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {table.columns.map(({ label, unit, align }) => (
            <th key={label} scope="col" dir="auto" data-align={align}>
              {headingOf(label, unit)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.slice(from, to).map((row, i) => (
          <tr key={from + i} data-level={row.level}>
            {row.cells.map((cell, at) => (
              <td key={at} dir="auto" data-align={table.columns[at]?.align}>
                {unbreakable(cell) ? cell.replaceAll(' ', '\u00a0') : cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function headingOf(label: string, unit: Table['columns'][number]['unit']): string {
  const name = unit === null || unit === 'text' ? '' : unitName(unit);
  return name === '' ? label : `${label} (${name})`;
}

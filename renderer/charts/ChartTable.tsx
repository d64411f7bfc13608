import { formatQuantity, unitName } from '../../shared/units/format.ts';
import type { Print } from '../../shared/units/print.ts';
import { usePrint } from '../state/use-print.ts';
import type { DataColumn, DataTable } from './picture.ts';

interface Props {
  readonly table: DataTable;
  readonly label: string;
  readonly heightPx: number;
}

/** The numbers behind a chart, printed as everywhere else. */
export function ChartTable({ table, label, heightPx }: Props) {
  const print = usePrint();
  return (
    <div
      className="chart-table"
      style={{ maxHeight: Math.max(heightPx, 160) }}
      role="region"
      aria-label={label}
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.label} scope="col"
                data-text={column.unit === 'text' || undefined}>
                  {headingOf(column)}
                </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {table.columns.map((column, at) => (
                <td key={column.label} data-text={column.unit === 'text' || undefined}>
                  {printCell(row[at] ?? null, column, print)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const printCell = (cell: string | number | null, { unit }: DataColumn, print: Print): string =>
  typeof cell === 'string' ? cell : formatQuantity(cell, unit, print);

const headingOf = ({ label, unit }: DataColumn): string => {
  const name = unit === 'text' || unit.startsWith('USD') ? '' : unitName(unit);
  return name === '' ? label : `${label} (${name})`;
};

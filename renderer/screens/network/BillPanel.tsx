import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useDeferredValue, useMemo } from 'react';
import { billRows, totalBill, type BillLine } from '../../../shared/network/bill.ts';
import { billOfSite } from '../../../shared/plan/figures/bill.ts';
import { writeCsv } from '../../../shared/report/csv.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { EvidenceBadge } from '../../components/EvidenceBadge.tsx';
import { useSave } from '../../diagrams/use-save.ts';
import { usePlan } from '../../state/use-plans.ts';
import { networkText } from './text.ts';

/** The whole site piece by piece, with what each costs and how that is known. */
export function BillPanel() {
  const plan = useDeferredValue(usePlan());
  const stages = plan.ok ? plan.value.stages : null;
  const lines = useMemo(() => (stages === null ? [] : billOfSite(stages)), [stages]);
  const { said, save } = useSave();
  const total = totalBill(lines);
  return (
    <section className="chart bill" aria-label={networkText.bill}>
      <header>
        <h2 className="chart-title">{networkText.bill}</h2>
        <span className="chart-said" role="status">
          {said}
        </span>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconDownload size={13} aria-hidden />}
          onClick={() => {
            save({ suggestedName: 'bill-of-materials.csv', encoding: 'utf8',
              data: billCsv(lines) });
          }}>
          {networkText.billCsv}
        </Button>
      </header>
      <div className="bill-scroll" role="region" aria-label={networkText.lines} tabIndex={0}>
        <table className="bill-table numeric">
          <thead>
            <tr>
              <th scope="col">{networkText.item}</th>
              <th scope="col">{networkText.model}</th>
              <th scope="col">{networkText.count}</th>
              <th scope="col">{networkText.price}</th>
              <th scope="col">{networkText.total}</th>
              <th scope="col">{networkText.evidence}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, i) => (
              <Line key={`${line.item} ${i}`} line={line} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={4}>
                {networkText.priced}
              </th>
              <td>{formatQuantity(total.pricedUsd, 'USD')}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="network-hint">
        {total.unpriced.length === 0 ? networkText.wholly
          : networkText.unpriced(total.unpriced)}
      </p>
    </section>
  );
}

function Line({ line }: { readonly line: BillLine }) {
  const { item, model, count, unitPriceUsd, evidence, source, derivation, within, absent } =
    line;
  const how =
    [derivation, ...(within === undefined ? [] : [networkText.within(within)])].join('; ');
  const none = within === undefined ? (absent ?? '–') : '–';
  return (
    <tr>
      <th scope="row">
        {item}
        <span className="bill-how">{how}</span>
      </th>
      <td>{model}</td>
      <td>
        {formatQuantity(Number.isInteger(count) ? count : Math.round(count * 100) / 100,
          'count')}
      </td>
      <td>{unitPriceUsd === null ? <span className="bill-none">{none}</span>
        : formatQuantity(unitPriceUsd, 'USD')}</td>
      <td>{unitPriceUsd === null ? '' : formatQuantity(unitPriceUsd * count, 'USD')}</td>
      <td title={source}>{evidence === null ? '' : <EvidenceBadge evidence={evidence} />}</td>
    </tr>
  );
}

/** The bill with its reasons, one line per item. */
export function billCsv(lines: readonly BillLine[]): string {
  const [head = [], ...rows] = billRows(lines);
  return writeCsv(head.map((label) => ({ label: String(label), unit: 'text' as const })), rows);
}

import { useMemo } from 'react';
import { defaultRisk, riskAdjusted } from '../../../shared/claims/risk.ts';
import { rackOptions, solutionSet } from '../../../shared/claims/solution-set.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { printLadder } from '../../../shared/report/ladder.ts';
import { riskPicture } from '../../charts/pictures/claims.ts';
import { useLook } from '../../charts/use-look.ts';
import { FactTable } from '../../components/FactTable.tsx';
import { catalog } from '../../state/catalog.ts';
import { claimsText as words } from '../../text/claims.ts';

/**
 * What would have to hold for $5M to bring $75M, and what is left of the multiple when
 * less does.
 */
export function RackPath() {
  return (
    <>
      <SolutionTable />
      <RiskTable />
    </>
  );
}

function SolutionTable() {
  const rows = useMemo(() => solutionSet(catalog), []);
  const price = (usd: number): string => formatQuantity(usd, 'USD');
  return (
    <FactTable title={words.solutions} help={words.solutionsHelp} words={[0, 1]}
      columns={words.solutionColumns(rackOptions.horizonsYears)}
      rows={rows.map((row) => ({
        key: `${row.price} ${row.isl} ${row.osl}`,
        cells: [
          <>{row.price}<small>
            {price(row.inputUsdPerMtok)} / {price(row.outputUsdPerMtok)}
          </small></>,
          `${formatQuantity(row.isl, 'count')} in, ${formatQuantity(row.osl, 'count')} out`,
          formatQuantity(row.blendedUsdPerMtok, 'USD/Mtok'),
          ...row.required.map(
            (each) => formatQuantity(Math.round(each.tokPerSecPerAccelerator), 'count'),
          ),
        ],
      }))} />
  );
}

function RiskTable() {
  const look = useLook();
  const risk = useMemo(() => defaultRisk(catalog), []);
  const steps = useMemo(() => (risk === null ? [] : riskAdjusted(risk)), [risk]);
  const picture = useMemo(() => riskPicture(steps, look), [steps, look]);
  const printed =
    printLadder({ unit: 'ratio', from: 0, changes: steps.map(({ change }) => change) });
  const basis = risk === null ? '' : words.riskBasis(
    formatQuantity(risk.years, 'year'), formatQuantity(risk.priceFall, 'count'),
    formatQuantity(risk.utilisation, 'fraction'),
    formatQuantity(risk.kwPerAccelerator, 'kW/accelerator'),
    formatQuantity(risk.usdPerKwh, 'USD/kWh'));
  return (
    <>
      <ChartFigure picture={picture} />
      {risk !== null && (
        <FactTable title={words.risk} help={`${words.riskHelp} ${basis}`}
          columns={words.riskColumns}
          rows={steps.map(({ key, label }, i) => ({
            key, cells: [label, i === 0 ? '' : printed.changes[i], printed.levels[i]],
          }))} />
      )}
    </>
  );
}

import type { DemandAnswer, LoadResponse } from '../../../shared/plan/figures/deployment.ts';
import { demandShares } from '../../../shared/plan/figures/deployment.ts';
import { usdPerMtok, type Hourly } from '../../../shared/plan/figures/crossover.ts';
import { configurationName } from '../../../shared/report/serving.ts';
import { formatDigits, formatQuantity } from '../../../shared/units/format.ts';
import { demandText, hardwareText } from './text.ts';

interface Props {
  readonly demand: DemandAnswer;
  readonly responses: readonly LoadResponse[];
  /**
   * Full power of one accelerator with its share of the rack, kW, and the share it draws
   * idle.
   */
  readonly acceleratorKw: number | null;
  readonly idleShare: number;
  /** Hourly cost of one accelerator, or why none is known. */
  readonly hourly: Hourly;
}

/** The fewest accelerators for the demand, and what happens to them as it falls. */
export function DemandPanel({ demand, responses, acceleratorKw, idleShare, hourly }: Props) {
  const { deployment } = demand;
  return (
    <section className="demand" aria-label={demandText.title}>
      <h2>{demandText.title}</h2>
      {deployment.ok ? (
        <p className="demand-answer">
          {demandText.answer({
            accelerators: formatQuantity(deployment.value.accelerators, 'count'),
            replicas: formatQuantity(deployment.value.replicas, 'count'),
            configuration: configurationName(deployment.value.point),
            each: formatQuantity(deployment.value.point.accelerators, 'count'),
            peak: formatQuantity(demand.peakTokPerSec, 'tok/s'),
            installed: formatQuantity(demand.installed, 'count'),
          })}
        </p>
      ) : (
        <p className="demand-answer">{hardwareText.refused(deployment.error)}</p>
      )}
      {responses.length > 0 && (
        <div className="demand-table" role="region" aria-label={demandText.caption}
          tabIndex={0}>
            <table>
              <caption>{demandText.caption}</caption>
              <thead>
                <tr>
                  {demandText.columns.map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {responses.flatMap((response) => rowsOf(response, {
                  acceleratorKw, idleShare, hourlyUsd: hourly.usd,
                }))}
              </tbody>
            </table>
          </div>
      )}
      <p className="demand-note">
        {hourly.usd === null ? `${hardwareText.noCost(hourly.reason)} ` : ''}{demandText.note}
      </p>
    </section>
  );
}

type Basis = Pick<Props, 'acceleratorKw' | 'idleShare'> & { readonly hourlyUsd: number | null };

function rowsOf(response: LoadResponse, basis: Basis) {
  const way = demandText.ways[`${response.mode}-${response.scaled ? 'scaled' : 'fixed'}`];
  if (!response.deployment.ok) {
    return [
      <tr key={way}>
        <th scope="row">{way}</th>
        <td colSpan={demandText.columns.length - 1} data-text>
          {hardwareText.refused(response.deployment.error)}
        </td>
      </tr>,
    ];
  }
  const full = response.deployment.value;
  const perFull = full.point.outputTokPerSecPerAccelerator;
  return response.loads.flatMap((load, i) => {
    if (!load.ok) return [];
    const { activeAccelerators, outputTokPerSecPerActive, tokPerSecPerUser } = load.value;
    const used = Math.min(1, outputTokPerSecPerActive / perFull);
    const { acceleratorKw, idleShare, hourlyUsd } = basis;
    const kw = acceleratorKw === null ? null
      : activeAccelerators * acceleratorKw * (idleShare + (1 - idleShare) * used);
    const reserved = (outputTokPerSecPerActive * activeAccelerators) / full.accelerators;
    const cost = (perAccelerator: number): string =>
      hourlyUsd === null ? '–'
        : formatDigits(usdPerMtok(hourlyUsd, perAccelerator), 'USD/Mtok');
    return [
      <tr key={`${way} ${demandShares[i] ?? i}`} data-first={i === 0 || undefined}>
        <th scope="row">{i === 0 ? way : <span className="demand-again">{way}</span>}</th>
        <td>{formatQuantity(load.value.share, 'fraction')}</td>
        <td>{formatQuantity(activeAccelerators, 'count')}</td>
        <td>{formatDigits(tokPerSecPerUser, 'tok/s/user')}</td>
        <td>{kw === null ? '–' : formatDigits(kw, 'kW')}</td>
        <td>{cost(outputTokPerSecPerActive)}</td>
        <td>{cost(reserved)}</td>
      </tr>,
    ];
  });
}

import { UnstyledButton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { summariseProvenance } from '../../../shared/plan/figures/inputs-in-use.ts';
import type { RegisterRow } from '../../../shared/uncertainty/register.ts';
import { evidenceClasses, type EvidenceClass } from '../../../shared/units/provenance.ts';
import { seriesColour } from '../../charts/palette.ts';
import { useLook } from '../../charts/use-look.ts';
import { assumptionsText as words } from '../../text/assumptions.ts';
import { evidenceText } from '../../text/fields.ts';
import { setFilter, type RegisterFilter } from '../../state/register-filter.ts';
import type { Sensitivity } from './use-sensitivity.ts';

/** The drawing library is large and the register does not wait for it. */
const SharesChart =
  lazy(async () => ({ default: (await import('./SharesChart.tsx')).SharesChart }));

interface Props {
  readonly rows: readonly RegisterRow[];
  readonly filter: RegisterFilter;
  readonly sensitivity: Sensitivity;
}

/**
 * How many inputs rest on which evidence, each a filter, and what NPV and unit cost owe
 * to them.
 */
export function Summary({ rows, filter, sensitivity }: Props) {
  const { palette } = useLook();
  const { byEvidence } = summariseProvenance(rows.filter(({ kind }) => kind === 'field'));
  const published = (evidence: EvidenceClass): number =>
    rows.filter((row) => row.kind !== 'field' && row.evidence === evidence).length;
  return (
    <section className="foundation" aria-label={words.counts}>
      <div className="foundation-tiles" role="group" aria-label={words.counts}>
        {evidenceClasses.map((evidence, at) => (
          <Tile key={evidence} evidence={evidence} colour={seriesColour(palette, at)}
            chosen={filter.evidence}
            count={byEvidence[evidence]} published={published(evidence)} />
        ))}
      </div>
      <Suspense fallback={<div className="foundation-room" />}>
        <SharesChart sensitivity={sensitivity} />
      </Suspense>
    </section>
  );
}

interface TileProps {
  readonly evidence: EvidenceClass;
  /** That of the class in the charts. */
  readonly colour: string;
  readonly chosen: readonly EvidenceClass[];
  readonly count: number;
  /** Catalogue figures and serving points that are known in the same way. */
  readonly published: number;
}

function Tile({ evidence, colour, chosen, count, published }: TileProps) {
  const { label, meaning } = evidenceText[evidence];
  const on = chosen.includes(evidence);
  return (
    <UnstyledButton className="foundation-tile" aria-pressed={on}
      title={[meaning, words.published(published)].join(' ').trim()}
      data-evidence={evidence} style={{ borderLeftColor: colour }}
      onClick={() => {
        setFilter({ evidence: on ? chosen.filter((each) => each !== evidence) : [
          ...chosen, evidence,
        ] });
      }}>
      <strong className="numeric">{count}</strong> {label}
      <span className="unseen"> {words.tile(count)}</span>
    </UnstyledButton>
  );
}

import { stalenessOf, type Dated } from '../../../shared/uncertainty/staleness.ts';
import { today } from '../../backend/clock.ts';
import { stalenessText } from '../../text/assumptions.ts';

/** Date of a source and how old that makes it today. */
export function SourceAge(dated: Dated) {
  const { label, meaning } = stalenessText[stalenessOf(dated, today())];
  return (
    <>
      {dated.date !== null && <span className="numeric">{dated.date} · </span>}
      <span title={meaning}>{label}</span>
    </>
  );
}

import { Tooltip } from '@mantine/core';
import type { EvidenceClass } from '../../shared/units/provenance.ts';
import { evidenceText } from '../text/fields.ts';
import './evidence-badge.css';

/** The evidence class of a value, in words. */
export function EvidenceBadge({ evidence }: { readonly evidence: EvidenceClass }) {
  const { label, meaning } = evidenceText[evidence];
  return (
    <Tooltip label={meaning}>
      <span className="evidence" data-evidence={evidence}>
        {label}
      </span>
    </Tooltip>
  );
}

/** The small mark beside every input and figure that rests on a bare assumption. */
export function AssumedMark() {
  const { label, meaning } = evidenceText.assumed;
  return (
    <Tooltip label={`${label}: ${meaning}`}>
      <span className="assumed-mark">
        <span className="unseen"> ({label})</span>
      </span>
    </Tooltip>
  );
}

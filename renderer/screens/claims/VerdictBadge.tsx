import { Tooltip } from '@mantine/core';
import type { Verdict } from '../../../shared/claims/types.ts';
import { verdictText } from '../../text/claims.ts';

/** How far a claim carries, in words. */
export function VerdictBadge({ verdict }: { readonly verdict: Verdict }) {
  const { label, meaning } = verdictText[verdict];
  return <Tooltip
    label={meaning}><span className="verdict" data-verdict={verdict}>{label}</span></Tooltip>;
}

import { useState } from 'react';
import type { ClaimInput } from '../../../shared/claims/types.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import {
  printInput, printShort, viewOf,
} from '../../components/fields/number-text.ts';
import { readInput } from '../../components/fields/read-number.ts';
import '../../components/fields/fields.css';
import { plainPrint } from '../../../shared/units/print.ts';
import { claimsText as words } from '../../text/claims.ts';
import { explainSum } from '../../text/sums.ts';
import { enter } from './entries.ts';

interface Props {
  readonly cardId: string;
  readonly input: ClaimInput;
  readonly entry: number | undefined;
}

type Read =
  | { readonly ok: true; readonly value: number | null; readonly worked: boolean }
  | { readonly ok: false; readonly why: string };

function readEntry(
  { unit, bounds: [min, max] }: ClaimInput, text: string, now: number | null,
): Read {
  const read = readInput(text, unit, plainPrint, { now, negative: min < 0 });
  if (read.kind === 'empty') return { ok: true, value: null, worked: false };
  if (read.kind === 'invalid') return { ok: false, why: explainSum(read.problem, { unit }) };
  if (read.value >= min && read.value <= max)
    return { ok: true, value: read.value, worked: read.worked === true };
  return { ok: false, why: words.bounds(formatQuantity(min, unit), formatQuantity(max, unit)) };
}

/**
 * A box for a free input: empty, it shows what stands in; every sound number counts at
 * once, a sum when Enter or leaving the box ends it.
 */
export function EntryBox({ cardId, input, entry }: Props) {
  const { key, label, unit, value, suggested } = input;
  const [draft, setDraft] = useState<string | null>(null);
  const standIn = suggested ?? value;
  const now = entry ?? standIn?.value ?? null;
  const read = draft === null ? null : readEntry(input, draft, now);
  const { prefix, suffix } = viewOf(unit);
  const type = (text: string): void => {
    setDraft(text);
    const next = readEntry(input, text, now);
    if (next.ok && !next.worked) enter(cardId, key, next.value);
  };
  const settle = (): void => {
    if (read?.ok !== true) return;
    if (read.worked) enter(cardId, key, read.value);
    setDraft(null);
  };
  const wrong = read?.ok === false ? read.why : null;
  return (
    <>
      <span className="number-box" data-empty={entry === undefined || undefined}>
        {prefix !== '' && <span className="number-affix" aria-hidden>{prefix}</span>}
        <input
          className="numeric" type="text" inputMode="text" autoComplete="off"
          spellCheck={false}
          aria-label={label} aria-invalid={wrong !== null}
          placeholder={standIn === null ? words.noValue : printShort(standIn.value, unit)}
          value={draft ?? (entry === undefined ? '' : printInput(entry, unit))}
          onFocus={(event) => { event.currentTarget.select(); }}
          onChange={(event) => { type(event.currentTarget.value); }}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setDraft(null);
            if (event.key === 'Enter') settle();
          }}
        />
        {suffix !== '' && <span className="number-affix number-unit">{suffix}</span>}
      </span>
      {wrong !== null && <small role="alert" className="claim-wrong">{wrong}</small>}
    </>
  );
}

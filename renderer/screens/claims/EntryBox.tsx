import { useState } from 'react';
import type { ClaimInput } from '../../../shared/claims/types.ts';
import { formatQuantity } from '../../../shared/units/format.ts';
import {
  printInput, printShort, readInput, viewOf,
} from '../../components/fields/number-text.ts';
import '../../components/fields/fields.css';
import { claimsText as words } from '../../text/claims.ts';
import { enter } from './entries.ts';

interface Props {
  readonly cardId: string;
  readonly input: ClaimInput;
  readonly entry: number | undefined;
}

type Read =
  | { readonly ok: true; readonly value: number | null }
  | { readonly ok: false; readonly why: string };

function readEntry({ unit, bounds: [min, max] }: ClaimInput, text: string): Read {
  const read = readInput(text, unit);
  if (read.kind === 'empty') return { ok: true, value: null };
  if (read.kind === 'invalid') return { ok: false, why: words.notNumber };
  if (read.value >= min && read.value <= max) return { ok: true, value: read.value };
  return { ok: false, why: words.bounds(formatQuantity(min, unit), formatQuantity(max, unit)) };
}

/**
 * A box for a free input: empty, it shows what stands in; every sound number counts at
 * once.
 */
export function EntryBox({ cardId, input, entry }: Props) {
  const { key, label, unit, value, suggested } = input;
  const [draft, setDraft] = useState<string | null>(null);
  const read = draft === null ? null : readEntry(input, draft);
  const standIn = suggested ?? value;
  const { prefix, suffix } = viewOf(unit);
  const type = (text: string): void => {
    setDraft(text);
    const next = readEntry(input, text);
    if (next.ok) enter(cardId, key, next.value);
  };
  const wrong = read?.ok === false ? read.why : null;
  return (
    <>
      <span className="number-box" data-empty={entry === undefined || undefined}>
        {prefix !== '' && <span className="number-affix" aria-hidden>{prefix}</span>}
        <input
          className="numeric" type="text" inputMode="decimal" autoComplete="off"
          spellCheck={false}
          aria-label={label} aria-invalid={wrong !== null}
          placeholder={standIn === null ? words.noValue : printShort(standIn.value, unit)}
          value={draft ?? (entry === undefined ? '' : printInput(entry, unit))}
          onFocus={(event) => { event.currentTarget.select(); }}
          onChange={(event) => { type(event.currentTarget.value); }}
          onBlur={() => { if (wrong === null) setDraft(null); }}
          onKeyDown={(event) => { if (event.key === 'Escape') setDraft(null); }}
        />
        {suffix !== '' && <span className="number-affix number-unit">{suffix}</span>}
      </span>
      {wrong !== null && <small role="alert" className="claim-wrong">{wrong}</small>}
    </>
  );
}

import { changeDraft, type StartDraft } from '../../state/start-draft.ts';
import { guideText as words } from '../../text/start-guide.ts';
import { TypedNumber } from './TypedNumber.tsx';

/** Demand as a share of what the racks can serve, or in tokens a day. */
export function DemandChoice({ draft }: { readonly draft: StartDraft }) {
  const { inTokens, utilisation, problems } = draft;
  const ways = [[false, words.ofCapacity], [true, words.inTokens]] as const;
  return (
    <div className="demand" role="radiogroup" aria-label={words.demand}>
      {ways.map(([way, label]) => (
        <label key={label}>
          <input type="radio" name="start-demand" checked={inTokens === way}
            onChange={() => { changeDraft({ inTokens: way }); }} />
          {label}
        </label>
      ))}
      {!inTokens && (
        <TypedNumber field="utilisation" label={words.utilisation} unit="%" value={utilisation}
          problems={problems} onType={(text) => { changeDraft({ utilisation: text }); }} />
      )}
    </div>
  );
}

import { startOwnerships } from '../../../shared/project/guided-start.ts';
import { changeDraft, type StartDraft } from '../../state/start-draft.ts';
import { guideText as words } from '../../text/start-guide.ts';

/** Who owns building and systems. */
export function OwnerQuestion({ draft: { ownership } }: { readonly draft: StartDraft }) {
  return (
    <div className="owners" role="radiogroup" aria-label={words.owns}>
      {startOwnerships.map((each) => {
        const { label, note } = words.owners[each];
        return (
          <label key={each} className="owner" data-chosen={ownership === each || undefined}>
            <input type="radio" name="start-owner" checked={ownership === each}
              onChange={() => { changeDraft({ ownership: each }); }} />
            <span>{label}</span>
            <small>{note}</small>
          </label>
        );
      })}
    </div>
  );
}

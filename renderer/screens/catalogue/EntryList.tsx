import { catalogueText as words } from '../../text/catalogue.ts';
import type { EntryLine } from './rows.ts';

interface Props {
  readonly entries: readonly EntryLine[];
  readonly shown: string | null;
  readonly onPick: (id: string) => void;
}

/** Entries of a part, the project's own first. */
export function EntryList({ entries, shown, onPick }: Props) {
  return (
    <ul className="catalogue-list">
      {entries.map(({ id, name, mark, used }) => (
        <li key={id}>
          <button type="button" className="plain-button"
            aria-current={id === shown || undefined} onClick={() => { onPick(id); }}>
              <span className="catalogue-name">{name}</span>
              {used && <span className="catalogue-mark">{words.used}</span>}
              {mark !== 'built-in' && <span className="catalogue-mark"
                data-own>{mark === 'own' ? words.own : words.changed}</span>}
            </button>
        </li>
      ))}
    </ul>
  );
}

import { rivalSystems } from '../../../shared/plan/figures/rivals.ts';
import type { SystemOffer } from '../../../shared/search/start.ts';
import { changeDraft, isFull, withSystem, type StartDraft } from '../../state/start-draft.ts';
import { describeNote, engineName, shortSystem } from '../../text/start-guide.ts';
import { boxId } from './TypedNumber.tsx';

interface Props {
  readonly draft: StartDraft;
  readonly offers: readonly SystemOffer[];
  /** Whether all systems of the catalogue are on show, or one of each generation. */
  readonly all: boolean;
}

/** Systems on show: one of each generation and those ticked, or all. */
export const shownOffers = (
  { draft: { systems }, offers, all }: Props,
): readonly SystemOffer[] => offers.filter(({ id }) =>
  all || rivalSystems.includes(id) || systems.includes(id));

/** A tick for each system, with what would be chosen for it and what is not known of it. */
export function SystemsQuestion(props: Props) {
  const { draft } = props;
  const { systems } = draft;
  return (
    <div className="systems" id={boxId('systems')} tabIndex={-1}>
      {shownOffers(props).map((offer) => (
        <Tick key={offer.id} offer={offer} ticked={systems.includes(offer.id)}
          full={isFull(draft)}
          onTick={(ticked) => {
            changeDraft({ systems: withSystem(systems, offer.id, ticked) });
          }} />
      ))}
    </div>
  );
}

interface TickProps {
  readonly offer: SystemOffer;
  readonly ticked: boolean;
  /** Whether no more may be ticked. */
  readonly full: boolean;
  readonly onTick: (ticked: boolean) => void;
}

const unique = (texts: readonly string[]): string => [...new Set(texts)].join(', ');

/** What would be chosen with a system, in a few words. */
const chosenWith = ({ kit }: SystemOffer): string => (kit === null ? ''
  : [unique(kit.serving.map(({ precision }) => precision.toUpperCase())),
    unique(kit.serving.map(({ framework }) => engineName(framework)))].join(', '));

function Tick({ offer, ticked, full, onTick }: TickProps) {
  const { id, name, kit, cannot, notes } = offer;
  const [first, ...others] = notes;
  return (
    <label className="system-tick" data-ticked={ticked || undefined}>
      <input type="checkbox" checked={ticked} disabled={!ticked && (kit === null || full)}
        aria-label={name} aria-describedby={`note-${id} system-${id}`}
        onChange={(event) => { onTick(event.currentTarget.checked); }} />
      <span className="system-name">{shortSystem(name)}</span>
      <em id={`note-${id}`} className="system-note">
        {first !== undefined && describeNote(first)}
      </em>
      <small id={`system-${id}`}>
        {kit === null ? <em>{cannot}</em> : chosenWith(offer)}
        {others.map((note) => <em key={note.code}> · {describeNote(note)}</em>)}
      </small>
    </label>
  );
}

import type { SystemOffer } from '../../shared/search/start.ts';
import { bestOf, describeNote, engineName, shortSystem } from '../text/start-guide.ts';
import './system-tick.css';

interface Props {
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
    kit.engines.length > 1 ? bestOf(kit.engines.length)
      : unique(kit.serving.map(({ framework }) => engineName(framework)))].join(', '));

/** A tick for a system, with what would be chosen for it and what is not known of it. */
export function SystemTick({ offer, ticked, full, onTick }: Props) {
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

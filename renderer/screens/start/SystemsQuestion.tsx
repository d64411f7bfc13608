import { rivalSystems } from '../../../shared/plan/figures/rivals.ts';
import type { SystemOffer } from '../../../shared/search/start.ts';
import { SystemTick } from '../../components/SystemTick.tsx';
import { changeDraft, isFull, withSystem, type StartDraft } from '../../state/start-draft.ts';
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
        <SystemTick key={offer.id} offer={offer} ticked={systems.includes(offer.id)}
          full={isFull(draft)}
          onTick={(ticked) => {
            changeDraft({ systems: withSystem(systems, offer.id, ticked) });
          }} />
      ))}
    </div>
  );
}

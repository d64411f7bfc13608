import type { RegisterRow } from '../../../shared/uncertainty/register.ts';
import type { Selection } from '../../state/store.ts';
import type { ScreenId } from '../../state/screen-ids.ts';
import { placeOf } from '../../state/places.ts';

/** Where entries of a catalogue table are chosen. */
const chosenOn: Readonly<Record<string, ScreenId>> = {
  accelerators: 'hardware', systems: 'hardware', models: 'workload',
  tokenPrices: 'workload', sites: 'facility', switches: 'network',
  transceivers: 'network', releases: 'lifecycle', constants: 'facility',
};

/** The screen on which an input is entered, or on which the entry it belongs to is chosen. */
export function screenOfRow({ at, kind, id }: RegisterRow): ScreenId {
  if (at !== null) return placeOf(at).screen;
  return kind === 'serving' ? 'hardware'
    : (chosenOn[id.replace('catalog:', '').split('/')[0] ?? ''] ?? 'hardware');
}

/** What the inspector shows for a row. */
export function selectionOf({ at, kind, id }: RegisterRow): Selection {
  if (at !== null) return { kind: 'field', at };
  return kind === 'catalog' ? { kind: 'catalog', ref: id.replace('catalog:', '') }
    : { kind: 'figure',
      key: `group.${id.replace('serving:', '')}.outputTokPerSecPerAccelerator` };
}

import type { PeerSubject } from '../catalog/market-types.ts';
import type { Accelerator, Catalog } from '../catalog/types.ts';
import type { Sourced } from '../units/provenance.ts';
import type { RealityPeer } from './types.ts';

const peerOf = (name: string, figure: Sourced): RealityPeer => ({
  name, value: figure.value, date: figure.date, source: figure.source,
  evidence: figure.evidence, note: figure.note ?? '',
});

/** Peers of a subject that hold for one of the accelerators, or for all. */
export const peersOf = (
  catalog: Catalog, subject: PeerSubject, accelerators: readonly string[] = [],
): readonly RealityPeer[] =>
  Object.values(catalog.peers).filter((peer) => peer.subject === subject
    && (peer.accelerators.length === 0
      || peer.accelerators.some((id) => accelerators.includes(id))))
    .map(({ name, figure }) => peerOf(name, figure));

/** Hourly cost tiers of an accelerator; placeholders nobody published are no peers. */
function tiersOf(
  accelerator: Accelerator | undefined, tiers: readonly (readonly [string, keyof Accelerator
    & `hourly${string}`])[],
): readonly RealityPeer[] {
  if (accelerator === undefined) return [];
  return tiers.flatMap(([label, key]) => {
    const figure = accelerator[key];
    return figure === undefined || figure.evidence === 'assumed' ? []
      : [peerOf(`${accelerator.name} (${label})`, figure)];
  });
}

const rent = ['three-year rental', 'hourlyRental3yrUsd'] as const;
const owned = [
  ['owned by a hyperscaler', 'hourlyHyperscalerUsd'],
  ['owned by a neocloud', 'hourlyNeocloudUsd'],
] as const;

/** What an hour of the accelerators is rented for. */
export const rentalPeers = (
  catalog: Catalog, accelerators: readonly string[],
): readonly RealityPeer[] => [
  ...accelerators.flatMap((id) => tiersOf(catalog.accelerators[id], [rent])),
  ...peersOf(catalog, 'rental', accelerators),
];

/** What an hour of the accelerators costs others: owned, or rented for three years. */
export const hourCostPeers = (
  catalog: Catalog, accelerators: readonly string[],
): readonly RealityPeer[] => [
  ...accelerators.flatMap((id) => tiersOf(catalog.accelerators[id], [...owned, rent])),
  ...peersOf(catalog, 'ownCost', accelerators),
];

/**
 * Markets of one model: those that count it alone, or the routers that count every model,
 * which no single one exceeds.
 */
export function modelMarkets(catalog: Catalog, model: string): readonly RealityPeer[] {
  const all = Object.values(catalog.markets);
  const own = all.filter(({ models }) => models.includes(model));
  const shown = own.length > 0 ? own
    : all.filter(({ models, scope }) => models.length === 0 && scope === 'router');
  return shown.map(({ name, figure }) => peerOf(name, figure));
}

/** Routers, hosts and interfaces that sell tokens of every model. */
export const sellers = (catalog: Catalog): readonly RealityPeer[] =>
  Object.values(catalog.markets).filter(({ models, scope }) => models.length === 0
    && (scope === 'router' || scope === 'host' || scope === 'api'))
    .map(({ name, figure }) => peerOf(name, figure));

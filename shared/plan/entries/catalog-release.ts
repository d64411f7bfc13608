import type { SoftwareRelease } from '../../catalog/types.ts';
import type { RecordBody } from '../../project/record.ts';
import type { EvidenceClass } from '../../units/provenance.ts';

/**
 * Chance given to a gain that was shown once: nobody publishes how often such gains come
 * again.
 */
const assumedChance = 0.5;

/**
 * Month of the plan in which a release taken from the catalogue first stands; the reader
 * moves it.
 */
const firstMonth = 12;

const voucher = (evidence: EvidenceClass): 'independent' | 'vendor' | 'user' =>
  evidence === 'measured' ? 'independent' : evidence === 'vendor' ? 'vendor' : 'user';

/** The entry of a scope that the plan has, the only one there is, or any. */
const pick = (scope: readonly string[], present: readonly string[]): string =>
  scope.find((id) => present.includes(id)) ?? (scope.length === 1 ? scope[0] ?? '' : '');

/**
 * A catalogue release as a record of a roadmap, not in use: its gain, scope and band with
 * their source, at a chance of one half that is marked as assumed.
 * @param present ids of the accelerators and models of the plan: a scope of several takes
 *   the one in use
 * @example releaseBody(dwdp, { accelerators: ['gb300'], models: [] }).values['leastSpeed'] // 20
 */
export function releaseBody(
  release: SoftwareRelease,
  present: { readonly accelerators: readonly string[]; readonly models: readonly string[] },
): RecordBody {
  const { throughputMultiplier: gain, ttftMultiplier: wait, bandTokPerSecPerUser: band } =
    release;
  const range = gain.low === undefined || gain.high === undefined ? ''
    : `${gain.low} to ${gain.high}`;
  return {
    values: {
      name: release.name, inUse: false, month: firstMonth, throughput: gain.value,
      probability: assumedChance, ...(wait === undefined ? {} : { ttft: wait.value }),
      accelerator: pick(release.accelerators, present.accelerators),
      model: pick(release.models, present.models),
      ...(band === undefined ? {} : { leastSpeed: band[0], mostSpeed: band[1] }),
      evidence: voucher(gain.evidence),
      source: `${gain.source}${gain.date === null ? '' : `, ${gain.date}`}`.slice(0, 400),
    },
    notes: {
      throughput: { note: [
        gain.note ?? '', range === '' ? '' : `Range ${range}.`, release.note,
      ].filter((part) => part !== undefined && part !== '').join('. '), source: gain.source },
      ...(wait === undefined ? {} : { ttft: { note: wait.note ?? '', source: wait.source } }),
      probability: {
        note: 'Planning value: no source states how often a gain shown once comes again.',
      },
    },
  };
}

/** Releases with those that reach the plan's accelerators and models first, then by name. */
export function sortReleases(
  releases: readonly SoftwareRelease[],
  present: { readonly accelerators: readonly string[]; readonly models: readonly string[] },
): readonly SoftwareRelease[] {
  const reach = (scope: readonly string[], ids: readonly string[]): number =>
    scope.length === 0 ? 1 : scope.some((id) => ids.includes(id)) ? 2 : 0;
  const rank = (r: SoftwareRelease): number => {
    const [on, model] = [reach(r.accelerators, present.accelerators),
      reach(r.models, present.models)];
    return on === 0 || model === 0 ? 0 : on + model;
  };
  return releases.toSorted((a, b) => rank(b) - rank(a) || (a.name < b.name ? -1 : 1));
}
